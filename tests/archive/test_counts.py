"""Numbers of people of an event over all reports that tell it."""

import pytest

from konon.archive import Archive, Counts
from konon.record import Record

from .builder import Counted, Happened, Said, record

PLACE = {"Kota Damar": "place", "Milisi Batu Hitam": "armed_group"}


def report(number, words, *, source=None, day=None, counts, published="2024-05-11"):
    """A report of one attack, in which somebody gives numbers."""
    text = f"Milisi Batu Hitam menyerang Kota Damar pada Sabtu. {words}, kata {source or 'pejabat'}."
    names = {**PLACE, **({source: "person"} if source else {})}
    said = [Said(words=words, source=source, day=day)] if source else []
    return record(
        text, names=names, said=said, published=published, url=f"https://harian{number}.example/a",
        outlet=f"Harian {number}", counts=counts,
        events=[Happened(trigger="menyerang", actors=("Milisi Batu Hitam",), place="Kota Damar", day="2024-05-11")],
    )  # fmt: skip


def killed(words, number, *, said=0, of="orang"):
    return Counted(words=words, minimum=number, maximum=number, said=said, of=of)


@pytest.fixture
def counts(archive: Archive):
    """The counts of an attack of which several tell."""

    def found(*records: Record) -> Counts:
        ids = [archive.add(one)[0] for one in records]
        list(archive.derive())
        return archive.counts(f"{ids[0]}/v0")

    return found


def test_who_gave_which_number_when(counts):
    found = counts(
        report(1, "12 orang tewas", source="Karsan Udo", counts=[killed("12 orang", 12)]),
        report(2, "20 orang tewas", source="Sari Lestari", day="2024-05-12", counts=[killed("20 orang", 20)]),
    )
    assert [(figure.day, figure.teller, figure.minimum, figure.outlet, figure.itself) for figure in found.figures] == [
        ("2024-05-11", "Karsan Udo", 12, "Harian 1", False), ("2024-05-12", "Sari Lestari", 20, "Harian 2", False),
    ]  # fmt: skip
    (contest,) = found.contested
    assert (contest.low.teller, contest.high.teller, contest.first) == ("Karsan Udo", "Sari Lestari", "2024-05-12")
    assert found.figures[0].statement == f"{found.figures[0].report}/s0"
    assert (found.event.reports, found.event.numbers) == (2, 2)


def test_a_number_that_its_teller_changed(counts):
    found = counts(*(
        report(number, f"{number} orang tewas", source="Karsan Udo", day=f"2024-05-{number}",
               counts=[killed(f"{number} orang", number)])
        for number in (12, 14)
    ))  # fmt: skip
    (revision,) = found.revised
    assert (revision.teller, revision.before.minimum, revision.after.minimum) == ("Karsan Udo", 12, 14)
    assert found.contested == ()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("14 orang tewas, tiga di antaranya anak-anak", "tiga"),
        ("14 orang tewas, termasuk tiga anak-anak", "tiga anak-anak"),
        ("14 orang tewas, dan tiga lainnya tewas pagi ini", "tiga lainnya"),
    ],
)
def test_a_part_is_no_contradiction_of_the_whole(counts, words, part):
    found = counts(
        report(1, words, source="Karsan Udo", counts=[killed("14 orang", 14), killed(part, 3)]),
        report(2, "14 orang tewas", source="Sari Lestari", counts=[killed("14 orang", 14)]),
    )
    assert sorted((figure.minimum, figure.part) for figure in found.figures) == [(3, True), (14, False), (14, False)]
    assert found.contested == ()


def test_people_are_the_same_by_whatever_word_but_children_are_others(counts):
    found = counts(
        report(1, "12 orang tewas", source="Karsan Udo", counts=[killed("12 orang", 12)]),
        report(2, "20 jenazah korban ditemukan", source="Sari Lestari",
               counts=[killed("20 jenazah korban", 20, of="jenazah korban")]),
        report(3, "9 anak tewas", source="Harun Salim", counts=[killed("9 anak", 9, of="anak")]),
    )  # fmt: skip
    assert {figure.teller: figure.like for figure in found.figures} == {
        "Karsan Udo": "", "Sari Lestari": "", "Harun Salim": "anak",
    }  # fmt: skip
    (contest,) = found.contested
    assert {contest.low.teller, contest.high.teller} == {"Karsan Udo", "Sari Lestari"}


def test_where_a_report_names_nobody_its_outlet_is_the_teller(counts):
    found = counts(report(1, "12 orang tewas", counts=[killed("12 orang", 12, said=None)]))
    assert [(figure.teller, figure.itself, figure.statement) for figure in found.figures] == [("Harian 1", True, None)]


def test_an_event_without_numbers_has_none(counts):
    found = counts(report(1, "Pasar itu sepi", counts=[]))
    assert (found.figures, found.contested, found.revised) == ((), (), ())
