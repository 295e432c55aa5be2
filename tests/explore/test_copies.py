"""The pages of ways and copies, and the same for programs."""

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from konon.archive import Archive
from konon.explore.app import explorer
from konon.explore.beside import beside
from konon.explore.pages.lineage import nearest
from konon.pipeline import read
from konon.record import Document

from .conftest import LOCAL

ENGLISH = {"accept-language": "en"}
MANY = '"tiga kali melaporkan"'


def words(answer) -> str:
    text = re.sub(r"<(style|script).*?</\1>", "", answer.text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.fixture(scope="module")
def spread(archive) -> str:
    """The statement that nine outlets print."""
    return next(found.statement for found in archive.search(MANY).items if found.outlet == "Suara Gambut")


@pytest.fixture(scope="module")
def copied(archive) -> tuple[str, str, str]:
    """A report, one that was copied from it, and one that was copied from that."""
    first = archive.reprinted().items[0].report.report
    below = archive.lineage(first).down
    second = next(one for one in below if one.steps == 2)
    return first, second.through, second.report.report


def test_nine_outlets_and_two_origins_are_told_at_a_glance(client, spread):
    text = words(client.get(f"/ways/{spread}", headers=ENGLISH))
    assert "9 outlets 2 origins 1 answer" in text
    assert "said by in and through printed by" in text
    assert "1 keterangan tertulis medium · 3 reports Sagara passed it on, prints it too" in text


def test_denials_are_told_with_the_ways(client, spread):
    text = words(client.get(f"/ways/{spread}", headers=ENGLISH))
    told = text.partition("Who denies, rejects or confirms it 1")[2]
    assert told.startswith(" Darmawan Sitepu Warta Negeri deny PT Tunas Subur")


def test_what_a_denial_answers_is_told_with_its_ways(client, archive):
    (denial,) = (found for found in archive.search(MANY + " act:deny").items)
    text = words(client.get(f"/ways/{denial.statement}", headers=ENGLISH))
    assert "Only one report in the archive tells it." in text
    assert "What it answers 1" in text


def test_each_station_leads_to_the_reports_behind_it(client, spread):
    page = client.get(f"/ways/{spread}", headers=ENGLISH)
    links = dict(re.findall(r'href="([^"]+)"[^>]*class="node[^>]*aria-label="([^",]+)', page.text))
    (meridian,) = (unescape(link) for link, name in links.items() if name == "Meridian")
    text = words(client.get(meridian, headers=ENGLISH))
    assert "Meridian 3 Page of Meridian" in text
    chosen = text.partition("Page of Meridian")[2].partition("Who denies")[0]
    assert all(outlet in chosen for outlet in ("Radar Muara", "KabarTeluk", "Harian Samudra"))
    assert "Suara Gambut" not in chosen


def test_each_step_leads_to_the_reports_behind_it(client, spread):
    page = client.get(f"/ways/{spread}", headers=ENGLISH).text
    steps = [unescape(link) for link in re.findall(r'href="([^"]+)"[^>]*class="edge', page)]
    assert len(steps) == 12
    for step in steps:
        assert re.search(r" → .+? \d Page of|→ .* All reports that tell it", words(client.get(step, headers=ENGLISH)))


@pytest.mark.parametrize("asked", ["?station=none", "?station=none&before=x"])
def test_a_station_that_is_not_there_is_told(client, spread, asked):
    assert client.get(f"/ways/{spread}{asked}").status_code == 404


def test_the_ways_are_linked_from_the_report_and_from_the_search(client, spread):
    report, _, statement = spread.partition("/")
    page = client.get(f"/reports/{report}", params={"statement": statement}, headers=ENGLISH)
    assert "In all reports: 9 outlets, 2 origins" in words(page)
    assert f'href="/ways/{spread}"' in page.text
    found = client.get("/search", params={"q": MANY}, headers=ENGLISH)
    assert f'href="/ways/{spread}"' in found.text
    assert "in 9 reports, and how it came there" in words(found)


def test_the_most_copied_reports_come_first(client, archive, copied):
    text = words(client.get("/lineage", headers=ENGLISH))
    title = archive.report(copied[0]).title
    assert f"3 copies {title}" in text
    assert text.index(title) < text.index("1 copy")


def test_an_archive_without_copies_says_what_to_do(over, records):
    text = words(over(records[0]).get("/lineage", headers=ENGLISH))
    assert "No two reports with one text underneath were found yet." in text
    assert "konon add" in text


def test_the_tree_is_the_same_from_each_of_its_reports(client, copied):
    pages = [words(client.get(f"/lineage/{report}", headers=ENGLISH)) for report in copied]
    for text in pages:
        assert "4 reports have this text." in text
        tree = text.partition("Who copied whom")[2]
        outlets = re.findall(r"(Sagara|Warta Negeri|LensaKota|PanturaKini) \d+ Sep 2024", tree)
        assert outlets == ["Sagara", "Warta Negeri", "LensaKota", "PanturaKini"]
    assert "PanturaKini 3 Sep 2024 100 % this report" in pages[2]


def test_a_report_without_copies_says_so(client, archive):
    report = archive.search_reports("outlet:Gambut").items[0].report
    assert "No other report in the archive has this text." in words(client.get(f"/lineage/{report}", headers=ENGLISH))


LINES = (
    "Gudang beras milik Koperasi Lumbung Rawa terbakar pada Selasa malam dan menghanguskan empat ribu karung padi.",
    "Api berasal dari mesin pengering yang dibiarkan menyala tanpa penjaga oleh buruh harian.",
    "Sebanyak 14 petani kehilangan seluruh hasil panen mereka pada musim kemarau ini.",
)
OTHERS = (
    "Pelabuhan Tanjung Sari dibuka lagi bagi perahu nelayan setelah dua pekan dilanda angin timur.",
    "Harga ikan tongkol di pasar turun separuh dan pembeli berdatangan sejak subuh.",
    "Syahbandar menghitung sembilan puluh perahu yang melaut pada hari pertama.",
)


@pytest.fixture
def shared(tmp_path) -> Iterator[Callable[..., tuple[TestClient, list[str]]]]:
    """What asks an explorer over reports of these lines, outlets, days and credits, and the ids of these."""
    with Archive(tmp_path / "shared.db", create=True) as kept:

        def make(*reports: tuple[tuple[str, ...], str, str | None, str]) -> tuple[TestClient, list[str]]:
            ids = []
            for lines, outlet, published, credit in reports:
                text = "\n".join([*lines, *([f"Sumber: {credit}"] if credit else [])])
                url = f"https://{outlet.split()[1].lower()}.example/a"
                document = Document.of(text, language="id", outlet=outlet, published=published, url=url)
                ids.append(kept.add(read(document))[0])
            assert list(kept.derive())
            return TestClient(explorer(kept), base_url=LOCAL), ids

        yield make


def test_those_who_have_it_from_one_that_is_not_kept_are_told_with_its_name(shared):
    asking, ids = shared(*((LINES, f"Warta {name}", "2024-03-01", "Kabar Nusa") for name in ("Rawa", "Teluk", "Hilir")))
    for report in ids:
        text = words(asking.get(f"/lineage/{report}", headers=ENGLISH))
        assert "3 reports have this text." in text
        assert "All have it from Kabar Nusa 2" in text


def test_where_nobody_knows_who_had_it_first_the_page_says_so(shared):
    asking, ids = shared((LINES, "Warta Rawa", None, ""), (LINES, "Warta Teluk", None, ""))
    text = words(asking.get(f"/lineage/{ids[0]}", headers=ENGLISH))
    assert "The same text; nobody knows who had it first 1" in text
    assert "has the same text Warta Teluk" in text
    assert "has the same text Warta Teluk" in words(asking.get(f"/reports/{ids[0]}", headers=ENGLISH))
    assert asking.get(f"/lineage/{ids[0]}/{ids[1]}").status_code == 200


def test_a_report_that_was_put_together_tells_where_its_other_parts_are_from(shared):
    asking, ids = shared((LINES, "Warta Rawa", "2024-03-01", ""), (OTHERS, "Warta Teluk", "2024-03-02", ""),
                         ((*LINES, *OTHERS), "Warta Hilir", "2024-03-05", ""))  # fmt: skip
    text = words(asking.get(f"/lineage/{ids[2]}", headers=ENGLISH))
    assert "3 reports have this text." in text or "This report has parts from these as well" in text
    assert {"Rawa", "Teluk", "Hilir"} <= set(re.findall(r"Warta (\w+)", text))


def test_its_copies_and_what_changed_are_told_with_a_report(client, copied):
    text = words(client.get(f"/reports/{copied[1]}", headers=ENGLISH))
    told = text.partition("Its copies and what changed 3")[2] or text.partition("Its copies and what changed 2")[2]
    assert "has its text from Sagara" in told
    assert "copied by PanturaKini" in told
    assert "1 number changed" in told


def test_each_changed_wording_is_marked_on_both_sides_and_told_by_its_kind(client, copied):
    page = client.get(f"/lineage/{copied[0]}/{copied[1]}", headers=ENGLISH)
    assert re.search(
        r'<del class="c k-number"[^>]*>12</del>.*<ins class="c k-number"[^>]*>21</ins>', page.text, re.DOTALL
    )
    assert '<ins class="c k-addition" title="added">yang dikutip Sagara</ins>' in page.text
    assert "1 number changed" in words(page)


def test_a_dropped_attribution_is_told_as_such(client, copied):
    page = client.get(f"/lineage/{copied[1]}/{copied[2]}", headers=ENGLISH)
    assert re.search(r'<del class="c k-attribution"[^>]*>Wulan menyebut</del>', page.text)


def test_both_texts_are_whole_and_in_their_order(archive, copied):
    for origin, copy in ((copied[0], copied[1]), (copied[1], copied[2])):
        records = archive.record(origin), archive.record(copy)
        lines = beside(*records).lines[1:]
        for side, record in zip(("origin", "copy"), records, strict=True):
            cells = [cell for line in lines if (cell := getattr(line, side))]
            text = "".join("".join(piece.text for piece in cell.pieces) for cell in cells)
            assert re.sub(r"\s", "", text) == re.sub(r"\s", "", record.document.text)


def test_every_change_is_marked_once_on_each_side_that_it_is_on(archive, copied):
    reading = beside(archive.record(copied[0]), archive.record(copied[2]))
    for side, place in (("origin", "before"), ("copy", "after")):
        marked = sorted(piece.changed.number for line in reading.lines if (cell := getattr(line, side))
                        for piece in cell.pieces if piece.changed)  # fmt: skip
        assert marked == [one.number for one in reading.changes if getattr(one.change, place)]


def test_a_report_beside_itself_is_nothing_to_read(client, copied):
    assert client.get(f"/lineage/{copied[0]}/{copied[0]}").status_code == 404


def test_the_nearest_of_a_report_come_with_their_direction(archive, copied):
    told = [(one.step.relation, one.report.outlet) for one in nearest(archive, archive.lineage(copied[1])) if one.step]
    assert told[:2] == [("origin", "Sagara"), ("copy", "PanturaKini")]


def test_programs_get_the_same(client, spread, copied):
    origins = client.get(f"/api/v1/statements/{spread}/origins").json()
    assert (origins["outlets"], len(origins["origins"]), len(origins["routes"])) == (9, 2, 9)
    assert len(client.get(f"/api/v1/statements/{spread}/tellings").json()) == 9
    assert client.get(f"/api/v1/statements/{spread}/denials?size=1").json()[0]["denial"]["source"] == "Darmawan Sitepu"
    page = client.get("/api/v1/lineage?size=1")
    assert page.json()["items"][0] == {"report": page.json()["items"][0]["report"], "others": 3}
    assert 'rel="next"' in page.headers["link"]
    assert page.headers["etag"]
    assert [one["steps"] for one in client.get(f"/api/v1/lineage/{copied[0]}").json()["down"]] == [1, 1, 2]
    kinds = {one["kind"] for one in client.get(f"/api/v1/lineage/{copied[0]}/{copied[1]}").json()}
    assert {"number", "addition"} <= kinds


@pytest.mark.parametrize("path", ["/statements/none/x/origins", "/statements/none/x/denials", "/lineage/none",
                                  "/lineage/none/none", "/statements/none/x/tellings"])  # fmt: skip
def test_what_is_not_kept_is_told_to_programs(client, path):
    assert client.get(f"/api/v1{path}").status_code == 404
