"""Denials are tied to what they answer in other reports, from either side, and follow what is read anew."""

import itertools

import pytest

from konon.archive import Archive
from konon.errors import ArchiveError, KononError

from .builder import Happened, Said, record

ACCUSED = "Laskar Rawa membakar lumbung padi dan menyandera tiga warga desa"
DENIED = "pasukannya membakar lumbung padi warga desa"


@pytest.fixture
def accusation():
    """A report in which Sari Lestari accuses Laskar Rawa."""
    return record(
        f"Sari Lestari menuding {ACCUSED} di Teluk Dalam.",
        names={"Sari Lestari": "person", "Laskar Rawa": "armed_group", "Teluk Dalam": "place"},
        said=[Said(words=ACCUSED, source="Sari Lestari", act="accuse", cue="menuding")],
        events=[Happened(trigger="membakar", actors=("Laskar Rawa",), place="Teluk Dalam", day="2024-03-10")],
        outlet="Harian Teluk", url="https://teluk.example/a", published="2024-03-11",
    )  # fmt: skip


@pytest.fixture
def answer():
    """A report in which the leader of Laskar Rawa denies it."""
    return record(
        f"Panglima Laskar Rawa, Badrun Jelani, membantah tuduhan Sari Lestari bahwa {DENIED} di Teluk Dalam.",
        names={"Sari Lestari": "person", "Laskar Rawa": "armed_group", "Badrun Jelani": "person",
               "Teluk Dalam": "place"},
        said=[Said(words=f"tuduhan Sari Lestari bahwa {DENIED}", source="Badrun Jelani", act="deny", cue="membantah",
                   answers=0)],
        events=[Happened(trigger="membakar", actors=("Laskar Rawa",), place="Teluk Dalam", day="2024-03-10",
                         status="denied")],
        outlet="Harian Rawa", url="https://rawa.example/a", published="2024-03-12",
    )  # fmt: skip


@pytest.fixture
def other():
    """A report of the same people and place, and another matter."""
    words = "Laskar Rawa memperbaiki jalan dan jembatan menuju pasar ikan"
    return record(
        f"Sari Lestari mengatakan {words} di Teluk Dalam.",
        names={"Sari Lestari": "person", "Laskar Rawa": "armed_group", "Teluk Dalam": "place"},
        said=[Said(words=words, source="Sari Lestari", cue="mengatakan")],
        events=[Happened(trigger="memperbaiki", type="AID", actors=("Laskar Rawa",), day="2024-03-10")],
        outlet="Warta Teluk", url="https://warta.example/a", published="2024-03-11",
    )  # fmt: skip


def across(archive, of=None):
    return [found for found in archive.denials(of) if not found.within]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_denial_is_tied_to_what_it_answers_in_any_order(archive, accusation, answer, other, order):
    records = (accusation, answer, other)
    ids = {number: archive.add(records[number])[0] for number in order}
    list(archive.derive())
    found = across(archive)
    statement = next(one for one in found if one.answers)
    event = next(one for one in found if one.event)
    assert len(found) == 2
    assert (statement.denial.statement, statement.answers.statement) == (f"{ids[1]}/s0", f"{ids[0]}/s0")
    assert (event.event, event.event_words) == (f"{ids[0]}/v0", "membakar")
    assert statement.sure
    assert {"speaker named", "contained", "negation"} <= {reason.feature for reason in statement.reasons}


def test_what_a_report_ties_itself_is_told_as_such(archive, answer):
    identifier, _ = archive.add(answer)
    list(archive.derive())
    (found,) = archive.denials(identifier)
    assert (found.within, found.score, found.event, found.denial.act) == (True, 1.0, f"{identifier}/v0", "deny")
    assert archive.denials(answer.document.url) == archive.denials(f"{identifier}/s0") == [found]


def test_a_denial_of_a_statement_is_one_of_all_its_tellings(archive, accusation, answer):
    again = accusation.document.model_copy(update={"outlet": "Kabar Nusa", "url": "https://nusa.example/a"})
    ids = [archive.add(one)[0] for one in (answer, accusation, accusation.model_copy(update={"document": again}))]
    list(archive.derive())
    for teller in ids[1:]:
        found = [one for one in across(archive, f"{teller}/s0") if one.answers]
        assert {one.answers.statement for one in found} == {f"{ids[1]}/s0", f"{ids[2]}/s0"}
        assert {one.reports for one in found} == {2}


def test_a_new_version_is_not_denied_any_more(archive, accusation, answer):
    for one in (accusation, answer, record("Tak ada kabar.", url=accusation.document.url)):
        archive.add(one)
        list(archive.derive())
    assert across(archive) == []


def test_what_is_read_anew_is_tied_again(archive, accusation, answer):
    for one in (accusation, answer):
        archive.add(one)
    list(archive.derive())
    before = archive.denials()
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    assert across(archive) == []
    list(archive.derive())
    assert archive.denials() == before


def answers(archive, denial):
    """What a denial answers, with whether that is sure and who says so."""
    return {one.answers.statement if one.answers else one.event:
            (one.sure, [reason.one for reason in one.reasons if reason.feature == "decision"])
            for one in archive.denials(denial)}  # fmt: skip


@pytest.fixture
def kept(archive, accusation, answer, other):
    """The ids of the three reports, kept and compared."""
    ids = [archive.add(one)[0] for one in (accusation, answer, other)]
    list(archive.derive())
    return ids


def test_people_decide_what_a_denial_answers(archive, kept):
    accusing, denying, another = kept
    denial = f"{denying}/s0"
    found = answers(archive, denial)
    assert set(found) == {f"{denying}/v0", f"{accusing}/s0", f"{accusing}/v0"}
    refused = archive.decide_denial(denial, f"{accusing}/s0", answers=False, by="rina", note="perkara lain")
    taken = [archive.decide_denial(denial, f"{another}/{part}", answers=True, by="rina") for part in ("s0", "v0")]
    decided = answers(archive, denial)
    assert f"{accusing}/s0" not in decided
    assert decided[f"{another}/s0"] == decided[f"{another}/v0"] == (True, ["rina"])
    assert answers(archive, f"{another}/s0") == {f"{another}/s0": (True, ["rina"])}
    # What is read or derived anew is still decided.
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    list(archive.derive())
    assert answers(archive, denial) == decided
    for number in (refused, *taken):
        archive.withdraw_denial(number)
    assert answers(archive, denial) == found
    told = [(one.answered, one.answers, one.by, one.note, bool(one.withdrawn)) for one in archive.denial_decisions()]
    assert told[0] == (f"{accusing}/s0", False, "rina", "perkara lain", True)
    assert len(told) == 3


def test_the_last_word_on_a_denial_holds(archive, kept):
    denial, said = f"{kept[1]}/s0", f"{kept[2]}/s0"
    archive.decide_denial(denial, said, answers=True, by="rina")
    last = archive.decide_denial(denial, said, answers=False, by="dewi")
    assert said not in answers(archive, denial)
    archive.withdraw_denial(last)
    assert answers(archive, denial)[said] == (True, ["rina"])


def test_decisions_on_denials_come_along_in_a_copy(archive, kept, tmp_path):
    denial, said = f"{kept[1]}/s0", f"{kept[2]}/s0"
    with Archive(tmp_path / "copy.db", create=True) as copy:
        assert len(list(archive.copy(copy))) == 3
        list(copy.derive())
        archive.decide_denial(denial, said, answers=True, by="rina")
        list(archive.copy(copy))
        list(archive.copy(copy))
        assert len(copy.denial_decisions()) == 1
        assert answers(copy, denial)[said] == (True, ["rina"])


@pytest.mark.parametrize(("denial", "answered", "told"), [
    ("{1}/s0", "{1}/s0", "is one statement"), ("{1}/s9", "{0}/s0", "no such statement"),
    ("{1}/s0", "{0}/v9", "no such statement or event"),
])  # fmt: skip
def test_what_can_not_be_decided_on_a_denial_is_told(archive, kept, denial, answered, told):
    with pytest.raises(KononError, match=told):
        archive.decide_denial(denial.format(*kept), answered.format(*kept), answers=True, by="rina")
    with pytest.raises(ArchiveError, match="no such decision stands"):
        archive.withdraw_denial(1)


@pytest.mark.parametrize("decide", [
    lambda archive, ids: archive.decide_denial(f"{ids[1]}/s0", f"{ids[0]}/s0", answers=True, by=" "),
    lambda archive, ids: archive.join_tellings(f"{ids[1]}/s0", f"{ids[0]}/s0", by=""),
    lambda archive, ids: archive.part_events(f"{ids[1]}/v0", f"{ids[0]}/v0", by="\t"),
    lambda archive, ids: archive.decide_lineage(ids[0], ids[1], by=""),
])  # fmt: skip
def test_nobody_decides_nothing(archive, kept, decide):
    with pytest.raises(ArchiveError, match="needs somebody"):
        decide(archive, kept)
    assert archive.denial_decisions() == archive.telling_decisions() == archive.lineage_decisions() == []
