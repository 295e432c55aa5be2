"""Journeys of somebody who corrects: by marking words, with one press, without scripts; a file that is added."""

import threading
from typing import TYPE_CHECKING

import pytest
import uvicorn

from konon.explore.app import explorer
from konon.explore.editing import Editing
from konon.explore.serve import bound

from .looks import barriers, unfolded_width

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
LETTER = "Kami Tidak Menembaki"


@pytest.fixture
def editor(edit):
    """An explorer in which people decide, running; `address` is where."""
    made = edit(LETTER)
    made.report = made.archive.search_reports().items[0].report
    made.said = next(one for one in made.archive.record(made.report).statements if len(one.chain) > 3)
    listening = bound("127.0.0.1", 0)
    app = explorer(made.archive, editing=Editing(made.adding))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    running.start()
    made.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    yield made
    server.should_exit = True
    running.join()
    listening.close()


@pytest.fixture
def opened(browser, editor):
    """Open a page; a message of the browser, an error or a request elsewhere fails the test."""
    complaints, contexts = [], []

    def open_page(path: str, *, width=1280, height=900, scripts=True, name="Rina Wulandari") -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB",
                                      java_script_enabled=scripts, reduced_motion="reduce")  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if "422" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda request: complaints.append(request.url) if editor.address not in request.url else None
        )
        page.goto(f"{editor.address}/person?back={path}")
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Go on").click()
        page.wait_for_url(f"**{path}*")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def mark(page, words):
    """Mark words in the text, as a finger or a mouse does."""
    page.evaluate("""words => {
      const node = document.querySelector('.source-text').firstChild, start = node.data.indexOf(words);
      getSelection().setBaseAndExtent(node, start, node, start + words.length);
      document.dispatchEvent(new Event('selectionchange'));
    }""", words)  # fmt: skip


def now(editor):
    return next(one for one in editor.archive.record(editor.report).statements if one.id == editor.said.id)


def test_a_statement_is_corrected_by_marking_words_and_that_is_undone(opened, editor):
    page = opened(f"/reports/{editor.report}")
    page.locator(f".body .n[data-part={editor.said.id}]").click()
    page.wait_for_selector(f".chain[data-statement={editor.said.id}]")
    page.locator("#beside").get_by_role("link", name="Correct").click()
    page.wait_for_url("**/parts/*")
    mark(page, "Kami justru menjaga jalan itu")
    assert "Kami justru menjaga jalan itu" in page.locator(".marked-now").inner_text()
    page.locator("[data-layer=content] .take").first.click()
    assert page.locator("[name='content.words']").first.input_value() == "Kami justru menjaga jalan itu"
    # The speaker's name occurs several times: which one was marked is told.
    mark(page, "Umar menyebut"[:4])
    page.locator("[data-layer=source_span] .take").first.click()
    assert page.locator("[name='source_span.nth']").input_value() == "1"
    assert page.evaluate("CSS.highlights.get('konon-content').size") == 1
    page.get_by_label("Act", exact=True).select_option("claim")
    page.get_by_role("button", name="Keep it so").click()
    page.wait_for_url("**decided=*")
    assert "corrected" in page.locator(".kept").inner_text()
    assert "by Rina Wulandari" in page.locator("#beside .decided").inner_text()
    record = editor.archive.record(editor.report)
    assert [record.quote(span.start, span.end) for span in now(editor).content] == ["Kami justru menjaga jalan itu"]
    page.locator(".kept").get_by_role("button", name="Undo").click()
    page.wait_for_url("**#decisions")
    assert now(editor) == editor.said


def test_a_part_is_confirmed_without_leaving_the_page(opened, editor):
    page = opened(f"/reports/{editor.report}")
    page.evaluate("window.stayed = true")
    item = page.locator(f".listed li:has([data-part={editor.said.id}])")
    item.get_by_role("button", name="Right").click()
    item.locator(".decided.confirmed").wait_for()
    assert page.evaluate("window.stayed")
    assert editor.archive.corrections.of(editor.report)[0].by == "Rina Wulandari"


def test_all_of_it_works_without_scripts(opened, editor):
    page = opened(f"/reports/{editor.report}/parts/{editor.said.id}", scripts=False)
    assert page.locator(".take:visible").count() == 0
    page.locator("[name='content.words']").first.fill("kata yang tidak ada")
    page.get_by_role("button", name="Keep it so").click()
    assert "do not stand in the text" in page.locator("#wrong-content").inner_text()
    page.locator("[name='content.words']").first.fill("menjaga jalan itu")
    page.get_by_role("button", name="Keep it so").click()
    page.wait_for_url("**decided=*")
    page.locator(f".listed li:has([data-part={editor.said.id}])").get_by_role("link", name="Correct").click()
    page.get_by_role("button", name="Reject it").click()
    assert "rejected" in page.locator(".kept").inner_text()
    page.get_by_role("link", name="Decisions").click()
    page.get_by_role("button", name="Undo").first.click()
    record = editor.archive.record(editor.report)
    assert record.quote(now(editor).content[0].start, now(editor).content[0].end) == "menjaga jalan itu"


def test_a_file_is_dropped_and_read_while_the_page_tells_how_far_it_is(opened, tmp_path):
    file = tmp_path / "laporan.txt"
    file.write_text('"Jembatan itu sudah dibuka," kata Wali Kota Teluk Lama, Harun Salim, Senin (4/3/2024).')
    page = opened("/add")
    page.get_by_label("Drop files here").set_input_files(file)
    page.locator("form:has([type=file])").get_by_role("button", name="Read it").click()
    page.wait_for_url("**/add/*")
    page.get_by_text("It is in the archive.").wait_for(timeout=90_000)
    page.locator("#job .plain a").click()
    page.wait_for_url("**/reports/*")
    assert "Harun Salim" in page.locator("#beside").inner_text()


def paths(editor):
    record = editor.archive.record(editor.report)
    parts = [editor.said, record.entities[0], record.events[0], *record.relations[:1]]
    return [f"/reports/{editor.report}", *(f"/reports/{editor.report}/parts/{part.id}" for part in parts),
            f"/reports/{editor.report}/new/count", "/decisions", "/resolve?q=umar", "/add", "/person"]  # fmt: skip


@pytest.mark.parametrize("width", [380, 1280])
def test_nothing_keeps_anybody_out_and_nothing_overflows(opened, editor, width):
    editor.archive.corrections.put(editor.report, "statement", editor.said.model_copy(update={"act": "claim"}), by="B")
    page = opened("/add", width=width)
    for path in paths(editor):
        page.goto(editor.address + path)
        assert (path, unfolded_width(page)) == (path, width)
        assert barriers(page) == []
