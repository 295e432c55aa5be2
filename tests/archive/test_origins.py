"""How many origins a statement has, over the reports that tell it."""

import pytest

from konon.errors import NotKeptError
from konon.record import Record

from .builder import Said, record

WORDS = "Kami akan membuka gudang beras di Kota Baru untuk 300 keluarga"


def report(number, *through: str, day=12, outlet=None, between=""):
    stations = [station for station in through if station[0].isupper()]
    text = f'"{WORDS}," kata Sari Lestari. Laporan {number}: {between or " lalu ".join(through)}.'
    names = {"Sari Lestari": "person", **dict.fromkeys(stations, "media")}
    return record(text, names=names, said=[Said(words=WORDS, source="Sari Lestari", through=through)],
                  outlet=outlet or f"Harian {number}", url=f"https://harian{number}.example/a",
                  published=f"2024-03-{day:02}")  # fmt: skip


def told(archive, *records: Record):
    ids = [archive.add(one)[0] for one in records]
    list(archive.derive())
    return archive.origins(f"{ids[0]}/s0"), ids


def test_nine_outlets_of_which_seven_came_through_an_agency(archive):
    through = [report(number, "Kabar Nusa", day=12 + number % 2) for number in range(7)]
    found, ids = told(archive, *through, report(7, "wawancara"), report(8, "wawancara"))
    assert (found.outlets, found.reports, len(found.origins), found.least, found.most) == (9, 9, 2, 1, 3)
    agency, interview = found.origins
    assert (agency.name, agency.certainty, len(agency.outlets)) == ("Kabar Nusa", "named", 7)
    assert (agency.first, agency.first_outlet) == ("2024-03-12", "Harian 0")
    assert agency.ways[0] == ("Kabar Nusa", "Harian 0")
    assert (interview.name, interview.certainty, interview.outlets) == ("wawancara", "medium", ("Harian 7", "Harian 8"))
    assert interview.statements == tuple(f"{identifier}/s0" for identifier in ids[7:])


def test_an_outlet_of_the_archive_leads_on_to_its_own_chain(archive):
    found, _ = told(archive, report(1, "Kabar Nusa"), report(2, "AFP", outlet="Kabar Nusa"))
    assert [(origin.name, origin.outlets) for origin in found.origins] == [("AFP", ("Harian 1", "Kabar Nusa"))]


def test_a_relay_of_an_outlet_s_name_is_that_outlet_whatever_it_was_read_as(archive):
    copy = report(1, "Suluh Pagi")
    entities = [entity.model_copy(update={"kind": "place"}) if entity.name == "Suluh Pagi" else entity
                for entity in copy.entities]  # fmt: skip
    copy = copy.model_copy(update={"entities": tuple(entities)})
    found, _ = told(archive, copy, report(2, "AFP", outlet="Suluh Pagi"))
    assert [(origin.name, origin.outlets) for origin in found.origins] == [("AFP", ("Harian 1", "Suluh Pagi"))]


def test_words_for_one_medium_are_one(archive):
    found, _ = told(archive, report(1, "jumpa pers"), report(2, "konferensi pers"), report(3, "surat"))
    assert [len(origin.outlets) for origin in found.origins] == [2, 1]


def test_a_statement_that_one_report_tells_has_one_origin(archive):
    found, _ = told(archive, report(1))
    assert [(origin.name, origin.certainty) for origin in found.origins] == [("Harian 1", "untold")]
    assert (found.least, found.most) == (1, 1)


def test_two_reports_of_an_outlet_are_one_outlet(archive):
    found, _ = told(archive, report(1, outlet="Harian Rawa"), report(2, outlet="Harian Rawa"))
    assert (found.outlets, found.reports, len(found.origins)) == (1, 2, 1)


@pytest.mark.parametrize(("between", "number"), [("AFP dan Kabar Nusa", 2), ("AFP yang mengutip dari Kabar Nusa", 1)])
def test_agencies_beside_each_other_are_two_origins(archive, between, number):
    made = report(1, "AFP", "Kabar Nusa", between=between)
    said = made.statements[0]
    chain = [link.model_copy(update=place(made, link)) for link in said.chain]
    statements = (said.model_copy(update={"chain": tuple(chain)}),)
    found, _ = told(archive, made.model_copy(update={"statements": statements}))
    assert len(found.origins) == number


def place(made, link):
    """Where the text names the relay of a link."""
    if link.role != "relay":
        return {}
    name = next(entity for entity in made.entities if entity.id == link.entity)
    return {"start": name.mentions[0].start, "end": name.mentions[0].end}


def test_a_copy_has_the_origin_of_what_it_was_copied_from(archive):
    _, ids = told(archive, report(1, "AFP"), report(2))
    archive.decide_lineage(*ids, by="rina")
    found = archive.origins(f"{ids[0]}/s0")
    assert [(origin.name, len(origin.outlets)) for origin in found.origins] == [("AFP", 2)]
    assert found.origins[0].ways[1] == ("Harian 1", "Harian 2")


def test_a_copy_that_names_whom_it_was_copied_from_passed_there_once(archive):
    _, ids = told(archive, report(1, "AFP"), report(2, "Harian 1"))
    archive.decide_lineage(*ids, by="rina")
    (origin,) = archive.origins(f"{ids[0]}/s0").origins
    assert origin.ways == (("AFP", "Harian 1"), ("Harian 1", "Harian 2"))


def test_each_report_is_told_with_how_it_had_the_statement(archive):
    found, ids = told(archive, report(1, "surat", "Kabar Nusa"), report(2, day=11))
    assert [route.found.statement for route in found.routes] == [f"{ids[1]}/s0", f"{ids[0]}/s0"]
    assert [[station.words for station in route.stations] for route in found.routes] == [
        ["Harian 2"], ["surat", "Kabar Nusa", "Harian 1"],
    ]  # fmt: skip
    assert {route.found.reports for route in found.routes} == {2}


def test_an_outlet_is_the_same_with_and_without_a_space(archive):
    found, _ = told(archive, report(1, "Suluh Pagi"), report(2, "AFP", outlet="SuluhPagi"))
    assert [origin.name for origin in found.origins] == ["AFP"]


def test_a_statement_that_is_not_kept_has_no_origins(archive):
    with pytest.raises(NotKeptError, match="no such statement"):
        archive.origins("none/s0")
