"""Correcting in the explorer: what a form keeps, what it refuses, who may send it, how it is told."""

import re
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.pofile import read_po
from fastapi.routing import APIRoute

from konon.archive.corrections.deciding import digest
from konon.explore import forms
from konon.explore.adding import State
from konon.explore.app import PAGES, WRITING, explorer
from konon.explore.catalogues import FILES
from konon.explore.forms import Filled, part_of
from konon.explore.places import Words, occurrences
from konon.explore.telling import facts
from konon.explore.values import values_of

from .test_pages import words

LETTER = "Kami Tidak Menembaki"
KINDS = {"statements": "statement", "events": "event", "counts": "count", "relations": "relation", "entities": "entity"}


@pytest.fixture
def editor(edit):
    """Rina, who decides on the report of a letter; `report` is its id, `said` the statement that came in it."""
    made = edit(LETTER)
    made.report = made.archive.search_reports().items[0].report
    made.said = next(one for one in made.archive.record(made.report).statements if len(one.chain) > 3)
    return made


def fields(editor, part):
    """What the form of a part holds as it is shown."""
    return values_of(part, editor.archive.record(editor.report))


def path(editor, part):
    return f"/reports/{editor.report}/parts/{part.id}"


def now(editor, part):
    """A part as the archive has it by now."""
    record = editor.archive.record(editor.report)
    return next((one for field in KINDS for one in getattr(record, field) if one.id == part.id), None)


def routes(app):
    """All routes of an explorer; those beneath what guards it."""
    while not hasattr(app, "routes"):
        app = app._app  # noqa: SLF001 - guards tell nobody what they guard
    return [route for route in app.routes if isinstance(route, APIRoute)]


def test_without_edit_nothing_that_changes_the_archive_is_there(archive, client):
    assert {method for route in routes(explorer(archive)) for method in route.methods} == {"GET"}
    for router in WRITING:
        for route in router.routes:
            given = re.sub(r"{\w+}", "1", route.path)
            assert client.request(next(iter(route.methods)), given).status_code in {404, 405}, route.path
    page = client.get(f"/reports/{archive.search_reports().items[0].report}").text
    assert "<form" not in page
    assert "csrf" not in page


def test_with_edit_all_that_changes_the_archive_asks_for_a_seal(editor):
    writing = [route for router in WRITING for route in router.routes if "POST" in route.methods]
    assert len(writing) >= 11
    before = editor.archive.record(editor.report)
    for route in writing:
        given = route.path.format(report=editor.report, part=editor.said.id, kind="event", key=1, decision="q1")
        for seal in ("", "0" * 64):
            assert editor.client.post(given, data={"csrf": seal, "name": "X"}).status_code == 403, route.path
    assert not any("POST" in route.methods for page in PAGES for route in page.router.routes)
    assert editor.archive.record(editor.report) == before


@pytest.mark.parametrize("headers", [
    {"origin": "https://evil.example"}, {"origin": "http://127.0.0.1:1"}, {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
])  # fmt: skip
def test_a_form_of_another_site_is_refused(editor, headers):
    sealed = {"csrf": editor.seal()}
    assert editor.client.post(f"{path(editor, editor.said)}/confirm", data=sealed, headers=headers).status_code == 403
    assert editor.archive.corrections.of(editor.report) == []


def test_a_seal_of_another_browser_is_refused(editor):
    seal = editor.seal()
    editor.client.cookies.clear()
    assert editor.client.post(f"{path(editor, editor.said)}/confirm", data={"csrf": seal}).status_code == 403


def test_a_form_that_is_too_large_or_does_not_say_how_large_is_refused(editor):
    large = editor.client.post("/person", data={"csrf": editor.seal(), "name": "x" * 2_000_000})
    assert large.status_code == 413
    assert "1 MB" in large.text
    assert editor.client.post("/person", content=iter([b"name=x"])).status_code == 411


def test_a_name_is_asked_for_once(edit):
    editor = edit(LETTER, by=None)
    report = editor.archive.search_reports().items[0].report
    said = editor.archive.record(report).statements[0]
    asked = editor.client.get(f"/reports/{report}/parts/{said.id}")
    assert (asked.status_code, asked.headers["location"]) == (303, f"/person?back=/reports/{report}/parts/{said.id}")
    assert editor.send(f"/reports/{report}/parts/{said.id}/confirm").headers["location"] == "/person"
    for name in ("", "  ", "x" * 81, "a\x00b"):
        assert editor.send("/person", name=name, back="/").status_code == 422
    answer = editor.send("/person", name="  Rina  Wulandari ", back=f"/reports/{report}")
    assert answer.headers["location"] == f"/reports/{report}"
    editor.send(f"/reports/{report}/parts/{said.id}/confirm")
    assert editor.archive.corrections.of(report)[0].by == "Rina Wulandari"
    assert editor.send("/person", name="Rina", back="//evil.example").headers["location"] == "/"


@pytest.mark.parametrize("field", KINDS)
def test_a_form_that_nobody_touched_changes_nothing(records, field):
    tried = 0
    for record in records:
        for part in getattr(record, field):
            filled = Filled(values_of(part, record), record)
            made = part_of(KINDS[field], filled, part)
            assert filled.errors == {}, record.document.title
            assert digest(made) == digest(part)
            tried += 1
    assert tried > 10


def test_who_takes_part_stays_in_its_order(records):
    record, event = next((one, event) for one in records for event in one.events if event.actors and event.recipients)
    several = event.model_copy(update={"actors": tuple(entity.id for entity in record.entities[:3])})
    shown = values_of(several, record)
    filled = Filled(shown | {"actors": [record.entities[4].id, *reversed(shown["actors"])]}, record)
    assert part_of("event", filled, several).actors == (*several.actors, record.entities[4].id)


def test_a_statement_is_corrected_and_the_page_tells_who_and_when(editor):
    kept = fields(editor, editor.said) | {"act": ["claim"], "note": ["ia mengaku"]}
    answer = editor.send(path(editor, editor.said), **kept)
    assert answer.status_code == 303
    assert now(editor, editor.said).act == "claim"
    page = editor.client.get(answer.headers["location"].partition("#")[0], headers={"accept-language": "en"})
    text = words(page)
    assert "Kept. corrected statement" in text
    assert "act say claim" in text
    assert "corrected by Rina ," in text
    assert "ia mengaku" in text
    assert [one.act for one in editor.archive.search("act:claim").items] == ["claim"]


def test_source_cue_content_chain_and_date_are_corrected(editor):
    record = editor.archive.record(editor.report)
    other = next(one for one in record.entities if one.kind == "state" or one.id != editor.said.source)
    kept = fields(editor, editor.said) | {
        "source": [other.id], "source_span.words": ["Umar"], "source_span.nth": ["1"], "cue.words": ["dilansir"],
        "content.words": ["Kami justru menjaga jalan itu"], "content.nth": [""], "date": ["2024-03-13"],
        "link.role": ["relay", ""], "link.entity": ["", ""], "link.words": ["Meridian", ""], "link.nth": ["", ""],
    }  # fmt: skip
    assert editor.send(path(editor, editor.said), **kept).status_code == 303
    said, record = now(editor, editor.said), editor.archive.record(editor.report)
    assert [record.quote(span.start, span.end) for span in said.content] == ["Kami justru menjaga jalan itu"]
    assert (said.source, said.date.value) == (other.id, "2024-03-13")
    assert record.quote(said.cue.start, said.cue.end) == "dilansir"
    assert [(link.role, link.entity) for link in said.chain] == [
        ("speaker", other.id), ("relay", None), ("outlet", None),
    ]  # fmt: skip
    assert editor.archive.check() == []


@pytest.mark.parametrize(("changed", "field", "told"), [
    ({"content.words": ["tidak ada di sini"]}, "content", "do not stand in the text"),
    ({"content.words": ["Umar"], "content.nth": [""]}, "content", "occur several times"),
    ({"content.words": ["Umar"], "content.nth": ["99"]}, "content", "So often"),
    ({"content.words": [""]}, "content", "Tell the words"), ({"act": ["lie"]}, "act", "Choose one"),
    ({"source": ["e0"]}, "source", "Choose one"), ({"date": ["besok"]}, "date", "Write a date"),
    ({"link.role": ["relay"], "link.entity": [""], "link.words": [""]}, "link", "or choose who it is"),
])  # fmt: skip
def test_what_can_not_be_so_is_told_beside_its_field_and_what_was_written_stays(editor, changed, field, told):
    kept = fields(editor, editor.said) | {"note": ["catatan"]} | changed
    page = editor.client.post(path(editor, editor.said), data={"csrf": editor.seal(), **kept},
                              headers={"accept-language": "en"})  # fmt: skip
    assert page.status_code == 422
    assert re.search(rf'id="wrong-{field}">[^<]*{told}', page.text)
    assert 'value="catatan"' in page.text
    assert editor.archive.corrections.of(editor.report) == []


def test_parts_that_are_missing_are_added(editor):
    base = f"/reports/{editor.report}/new"
    assert editor.send(f"{base}/entity", name="konvoi beras", kind="other", aliases="").status_code == 303
    record = editor.archive.record(editor.report)
    convoy, army = (next(one.id for one in record.entities if name in one.name) for name in ("konvoi", "Laskar"))
    ids = {"attributed_to": record.statements[0].id}
    sent = {
        "event": {"trigger.words": "menjaga", "type": "AID", "status": "happened", "actors": [army],
                  "recipients": [convoy], "date": "2024-03"},
        "count": {"words.words": "siapa pun", "minimum": "1.000", "maximum": "", "kind": "detained"} | ids,
        "relation": {"words.words": "Panglima Laskar Tanjung", "subject": army, "type": "opposes", "object": convoy},
        "statement": {"content.words": "yang ditahan anak buahnya", "act": "say", "form": "indirect",
                      "link.role": ["medium"], "link.entity": [""], "link.words": ["surat"]},
    }  # fmt: skip
    for kind, told in sent.items():
        answer = editor.send(f"{base}/{kind}", **told)
        assert answer.status_code == 303, (kind, answer.text)
    made = editor.archive.corrections.of(editor.report)
    assert [(one.kind, one.verdict) for one in made] == [
        (kind, "added") for kind in ("entity", "event", "count", "relation", "statement")
    ]  # fmt: skip
    record = editor.archive.record(editor.report)
    assert [event.actors for event in record.events if event.type == "AID"] == [(army,)]
    assert [(one.minimum, one.maximum) for one in record.counts] == [(1000, None)]
    assert editor.archive.check() == []
    (found,) = [one for one in editor.archive.search('"ditahan anak buahnya"').items if one.source is None]
    assert found.through == ("surat",)
    for kind in sent:
        assert editor.client.get(f"{base}/{kind}?words=Umar").status_code == 200
    assert editor.client.get(f"{base}/lie").status_code == 404


@pytest.mark.parametrize(("kind", "told", "field"), [
    ("count", {"words.words": "surat", "kind": "killed"}, "minimum"),
    ("count", {"words.words": "surat", "kind": "killed", "minimum": "9", "maximum": "3"}, "maximum"),
    ("count", {"words.words": "surat", "kind": "killed", "minimum": "banyak"}, "minimum"),
    ("event", {"trigger.words": "surat", "type": "AID", "mode": "drone", "status": "happened"}, "mode"),
    ("event", {"trigger.words": "", "type": "AID", "status": "happened"}, "trigger"),
    ("relation", {"words.words": "surat", "type": "leads"}, "subject"),
    ("entity", {"name": "Gatotkaca", "kind": "person"}, "name"), ("entity", {"name": "", "kind": "person"}, "name"),
    ("entity", {"name": "Umar Sadeli", "kind": "person", "aliases": "Si Tiada"}, "aliases"),
])  # fmt: skip
def test_what_is_missing_of_a_part_is_told(editor, kind, told, field):
    page = editor.send(f"/reports/{editor.report}/new/{kind}", **told)
    assert page.status_code == 422
    assert f'id="wrong-{field}"' in page.text


def test_names_of_an_entity_are_changed_with_their_places(editor):
    record = editor.archive.record(editor.report)
    speaker = next(one for one in record.entities if one.name == "Umar Sadeli")
    editor.send(path(editor, speaker), name="Umar Sadeli", kind="person", aliases="Umar\nPanglima")
    made = now(editor, speaker)
    quoted = {record.quote(each.start, each.end) for each in made.mentions if each.form == "name"}
    assert quoted == {"Umar Sadeli", "Umar", "Panglima"}
    editor.send(path(editor, speaker), name="Umar Sadeli", kind="group", aliases="")
    made = now(editor, speaker)
    assert {record.quote(each.start, each.end) for each in made.mentions if each.form == "name"} == {"Umar Sadeli"}
    assert (made.kind, made.registry) == ("group", None)


def test_a_part_is_confirmed_with_one_press_and_drawn_anew_by_htmx(editor):
    piece = editor.client.post(f"{path(editor, editor.said)}/confirm", data={"csrf": editor.seal()},
                               headers={"hx-request": "true", "accept-language": "en"})  # fmt: skip
    assert piece.status_code == 200
    assert "<html" not in piece.text
    assert "confirmed by Rina ," in words(piece)
    assert editor.archive.corrections.of(editor.report)[0].verdict == "confirmed"


def test_a_part_is_rejected_and_that_is_undone(editor):
    answer = editor.send(f"{path(editor, editor.said)}/reject", note="kutipan saja")
    assert now(editor, editor.said) is None
    page = editor.client.get(answer.headers["location"].partition("#")[0])
    (undo,) = set(re.findall(r'action="(/decisions/\d+/undo)"', page.text))
    assert editor.send(undo).headers["location"] == f"/reports/{editor.report}#decisions"
    assert now(editor, editor.said) == editor.said
    assert editor.send(undo).status_code == 409
    text = words(editor.client.get("/decisions", headers={"accept-language": "en"}))
    assert "rejected statement" in text
    assert "taken back by Rina" in text


def test_an_entity_goes_for_another_one(editor):
    record = editor.archive.record(editor.report)
    speaker = next(one for one in record.entities if one.name == "Umar Sadeli")
    other = next(one for one in record.entities if "Laskar" in one.name)
    refused = editor.send(f"{path(editor, speaker)}/reject")
    assert (refused.status_code, "Say which one is meant" in refused.text) == (409, True)
    assert editor.send(f"{path(editor, speaker)}/reject", instead=other.id).status_code == 303
    assert now(editor, editor.said).source == other.id


def test_who_was_slower_is_told(editor):
    page = editor.client.get(path(editor, editor.said)).text
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    editor.send(path(editor, editor.said), **fields(editor, editor.said) | {"act": ["claim"]})
    late = editor.send(path(editor, editor.said), seen=seen, **fields(editor, editor.said) | {"act": ["hope"]})
    assert (late.status_code, "changed it meanwhile" in late.text) == (409, True)
    assert now(editor, editor.said).act == "claim"


def test_a_report_is_gone_through_to_the_end(editor):
    editor.send(f"/reports/{editor.report}/check")
    page = words(editor.client.get(f"/reports/{editor.report}", headers={"accept-language": "en"}))
    assert "Gone through to the end. confirmed by Rina" in page
    assert editor.archive.corrections.reports() == [editor.report]


def test_decisions_are_told_to_everybody_and_to_programs(editor):
    editor.send(path(editor, editor.said), **fields(editor, editor.said) | {"act": ["claim"]})
    looking = editor.client
    for address in ("/api/v1/decisions", f"/api/v1/reports/{editor.report}/decisions"):
        answer = looking.get(address)
        found = answer.json()
        (one,) = found["items"] if isinstance(found, dict) else found
        assert (one["by"], one["verdict"], one["after"]["part"]["act"]) == ("Rina", "corrected", "claim")
        assert looking.get(address, headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    for number in range(30):
        editor.archive.corrections.confirm(editor.report, editor.said.id, by=f"Orang {number}")
    first = looking.get("/decisions")
    (following,) = re.findall(r'rel="next" href="([^"]+)"', first.text)
    assert len(re.findall('<article class="decision', looking.get(following).text)) == 6
    assert looking.get("/decisions?after=x").status_code == 400


def test_names_are_linked_parted_and_that_is_undone(editor):
    archive = editor.archive
    one, other = (archive.actors(name)[0].names[0].id for name in ("Umar Sadeli", "Meridian"))
    page = editor.client.get("/resolve?q=umar")
    assert f'value="{one}"' in page.text
    assert editor.send("/resolve", name=[one], verdict="same").status_code == 409
    assert editor.send("/resolve", name=[one, other], verdict="same").headers["location"] == "/resolve?made=same"
    assert archive.actor(one).id == archive.actor(other).id
    listed = editor.client.get("/decisions?on=actors", headers={"accept-language": "en"})
    (undo,) = re.findall(r'action="(/decisions/actors/\w+/undo)"', listed.text)
    assert editor.client.get("/api/v1/decisions/actors").json()[0]["by"] == "Rina"
    editor.send(undo)
    assert archive.actor(one).id != archive.actor(other).id
    editor.send("/resolve", name=[one, other], verdict="other")
    assert archive.actor_decisions(people=True)[0].verdict == "other"


def test_comparisons_follow_soon(editor):
    list(editor.archive.derive())
    editor.send(path(editor, editor.said), **fields(editor, editor.said) | {"act": ["claim"]})
    editor.adding.close()
    assert editor.archive.waiting() == 0


def test_hostile_words_of_decisions_do_nothing(editor):
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    editor.send("/person", name="x", back=f"/{hostile}")
    editor.send(path(editor, editor.said), **fields(editor, editor.said) | {"act": ["claim"], "note": [hostile]})
    kept = fields(editor, editor.said) | {"content.words": [hostile]}
    for page in (editor.client.get(f"/reports/{editor.report}"), editor.client.get("/decisions"),
                 editor.send(path(editor, editor.said), **kept)):  # fmt: skip
        assert "<script>alert" not in page.text
        assert "<img" not in page.text
        assert "alert(1)" in page.text


def test_words_are_found_however_lines_break(records):
    record = records[0]
    text = record.document.text
    start = text.index("\n") - 3
    words_ = text[start : start + 12]
    (found,) = [span for span in occurrences(record, " ".join(words_.split())) if span.start >= start - 1][:1]
    assert record.quote(found.start, found.end).split() == words_.split()
    assert Words.at(record, None, None) == Words()
    assert occurrences(record, "  ") == []


def test_every_message_of_forms_and_terms_of_decisions_is_said_in_both_languages(records):
    messages = set(re.findall(r'= \("([A-Z][^"]+)", ', Path(forms.__file__).read_text(encoding="utf-8")))
    assert len(messages) > 10
    terms = {f"line {name}" for record in records for field in KINDS for part in getattr(record, field)
             for name, _ in facts(part, record, {})}  # fmt: skip
    terms |= {f"step {step}" for step in get_args(State)} | {f"part {kind}" for kind in KINDS.values()}
    assert len(terms) > 25
    for file in FILES:
        with file.open("rb") as kept:
            known = {message.id for message in read_po(kept, locale=file.parts[-3]) if message.string}
        wanted = terms | (messages if file.parts[-3] == "id" else set())
        assert sorted(wanted - known) == []
