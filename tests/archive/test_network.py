"""What ties actors: kept as reports come, counted, found over the archive and around one, with its places."""

import pytest

from konon.archive import Archive, Scope, derivations
from konon.archive.actors import Resolution
from konon.archive.network import Ties
from konon.errors import NotKeptError, QueryError
from konon.record import Record
from konon.record.vocabulary import ACTS

from .builder import Said, record

NAMES = {"Sari Lestari": "person", "Badrun Jelani": "person", "Laskar Rawa": "armed_group",
         "Dinas Pangan": "organization", "Muara": "place"}  # fmt: skip


@pytest.fixture(autouse=True)
def _only_ties(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows from reports beside ties costs time, and is not asked for here."""
    monkeypatch.setattr(derivations, "DERIVATIONS", (Resolution(), Ties()))


def told(number, *, accused="Laskar Rawa", act="accuse", day="2024-03-11", page=None, led=True):
    """A report in which Sari Lestari says something of somebody, and Badrun Jelani leads the Laskar."""
    text = (f"Laporan {number}. Panglima Laskar Rawa Badrun Jelani di Muara. Sari Lestari menuduh {accused} berbohong, "
            "kata Dinas Pangan.")  # fmt: skip
    said = Said(words=f"{accused} berbohong", source="Sari Lestari", act=act, cue="menuduh", day=day)
    return record(
        text, names=NAMES, said=[said],
        relations=[("Badrun Jelani", "leads", "Laskar Rawa")] if led else [],
        url=f"https://kabar.example/{page or number}", outlet="Kabar", title=f"Laporan {number}", published=day,
    )  # fmt: skip


def derived(archive: Archive, *records: Record) -> Archive:
    for one in records:
        archive.add(one)
    list(archive.derive())
    return archive


def bonds(archive, *, around=None, **asked: object):
    found = archive.network(Scope(**asked), around=around)
    names = {actor.id: actor.name for actor in found.actors}
    return sorted((names[bond.one], bond.kind, names[bond.other], bond.number) for bond in found.bonds)


def test_relations_and_acts_tie_and_are_counted(archive):
    derived(archive, told(1), told(2), told(3, act="deny"))
    assert bonds(archive) == [
        ("Badrun Jelani", "leads", "Laskar Rawa", 3), ("Sari Lestari", "accuse", "Laskar Rawa", 2),
        ("Sari Lestari", "deny", "Laskar Rawa", 1),
    ]  # fmt: skip


def test_a_new_version_takes_the_ties_of_the_old_one_away(archive):
    derived(archive, told(1, page="a"), told(2, page="b"))
    derived(archive, told(3, page="a", accused="Dinas Pangan", led=False))
    assert bonds(archive) == [
        ("Badrun Jelani", "leads", "Laskar Rawa", 1), ("Sari Lestari", "accuse", "Dinas Pangan", 1),
        ("Sari Lestari", "accuse", "Laskar Rawa", 1),
    ]  # fmt: skip


def test_what_was_read_anew_is_counted_once(archive):
    derived(archive, told(1))
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    list(archive.derive())
    assert bonds(archive) == [
        ("Badrun Jelani", "leads", "Laskar Rawa", 1), ("Sari Lestari", "accuse", "Laskar Rawa", 1),
    ]  # fmt: skip


def test_actors_that_become_one_have_their_ties_together(archive):
    derived(archive, told(1), told(2, accused="Dinas Pangan"))
    ids = [archive.actor(name).id for name in ("Laskar Rawa", "Dinas Pangan")]
    archive.decide_actors(*ids, same=True, by="rina")
    list(archive.derive())
    assert [number for one, kind, _, number in bonds(archive) if kind == "accuse"] == [2]
    (decision,) = [each for each in archive.actor_decisions() if each.by == "rina"]
    archive.withdraw_actors(decision.id, by="rina")
    list(archive.derive())
    assert [number for one, kind, _, number in bonds(archive) if kind == "accuse"] == [1, 1]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"kinds": ("accuse",)}, {"accuse"}), ({"kinds": ("leads", "deny")}, {"leads", "deny"}),
        ({"of": ("person", "organization")}, set()), ({"of": ("person", "armed_group")}, {"accuse", "deny", "leads"}),
        ({"since": "2024-04"}, {"deny", "leads"}), ({"before": "2024-03"}, {"accuse", "leads"}),
        ({"since": "2024-03-12", "before": "2024-03-30"}, set()), ({"since": "2025"}, set()), ({"kinds": ()}, set()),
    ],
)  # fmt: skip
def test_the_network_is_narrowed(archive, asked, kinds):
    derived(archive, told(1), told(2, act="deny", day="2024-04-02"))
    assert {kind for _, kind, _, _ in bonds(archive, **asked)} == kinds
    around = bonds(archive, around="Laskar Rawa", **asked)
    # The one in the middle is of any kind.
    expected = {"accuse", "deny", "leads"} if "of" in asked else kinds
    assert {kind for _, kind, _, _ in around} == expected


def test_around_an_actor_are_those_tied_to_it_and_what_ties_these(archive):
    derived(archive, told(1), told(2, accused="Badrun Jelani"), told(3, accused="Dinas Pangan", led=False))
    found = archive.network(around="Badrun Jelani")
    assert found.around == archive.actor("Badrun Jelani").id
    assert {actor.name for actor in found.actors} == {"Badrun Jelani", "Laskar Rawa", "Sari Lestari"}
    assert bonds(archive, around="Badrun Jelani")[1:] == [
        ("Sari Lestari", "accuse", "Badrun Jelani", 1), ("Sari Lestari", "accuse", "Laskar Rawa", 1),
    ]  # fmt: skip
    assert bonds(archive, around="Badrun Jelani", since="2024") == bonds(archive, around="Badrun Jelani")


def test_only_so_many_actors_are_told_and_that_there_are_more(archive):
    derived(archive, told(1), told(2, accused="Dinas Pangan"))
    few = archive.network(Scope(size=2))
    assert (len(few.actors), few.more) == (2, True)
    assert not archive.network(Scope(size=4)).more
    lone = archive.network(Scope(size=2, kinds=("accuse",)), around="Dinas Pangan")
    assert {actor.name for actor in lone.actors} == {"Dinas Pangan", "Sari Lestari"}


def test_no_actor_is_shown_without_a_tie_of_its_own(archive):
    strong = [told(number) for number in range(4)] + [told(number, act="deny") for number in range(4, 8)]
    derived(archive, *strong, *(told(number, act=act) for number, act in enumerate(ACTS[:8], 8)),
            told(20, accused="Dinas Pangan"))  # fmt: skip
    found = archive.network(Scope(size=4))
    tied = {actor for bond in found.bonds for actor in (bond.one, bond.other)}
    assert {actor.id for actor in found.actors} == tied
    assert "Dinas Pangan" in {actor.name for actor in found.actors}


def test_one_whom_nothing_ties_stands_alone(archive):
    derived(archive, told(1))
    found = archive.network(around="Muara")
    assert ([actor.name for actor in found.actors], found.bonds) == (["Muara"], ())


def test_the_places_of_a_tie_are_told_the_newest_first(archive):
    derived(archive, told(1), told(2, day="2024-03-12"), told(3, act="deny"))
    found = archive.between("Sari Lestari", "Laskar Rawa", Scope(kinds=("accuse",)))
    assert [(place.title, place.words) for place in found.places.items] == [
        ("Laporan 2", "Laskar Rawa berbohong"), ("Laporan 1", "Laskar Rawa berbohong"),
    ]  # fmt: skip
    assert [(bond.kind, bond.number) for bond in found.there] == [("accuse", 2), ("deny", 1)]
    assert found.back == ()
    first = archive.between("Sari Lestari", "Laskar Rawa", Scope(size=2))
    rest = archive.between("Sari Lestari", "Laskar Rawa", Scope(size=2), after=first.places.next)
    assert len({place.report for place in (*first.places.items, *rest.places.items)}) == 3


def test_the_place_of_a_relation_is_told_with_what_stands_around_it(archive):
    derived(archive, told(1))
    (place,) = archive.between("Badrun Jelani", "Laskar Rawa").places.items
    assert (place.kind, place.words, place.teller, place.statement) == ("leads", "Badrun Jelani", None, None)
    assert place.before.endswith("Panglima Laskar Rawa ")
    assert place.after.startswith(" di Muara. Sari Lestari")


@pytest.mark.parametrize(
    "scope", [Scope(kinds=("hate",)), Scope(of=("alien",)), Scope(since="soon"), Scope(before="later")]
)
def test_what_can_not_be_understood_is_told(archive, scope):
    with pytest.raises(QueryError):
        archive.network(scope)
    with pytest.raises(NotKeptError):
        archive.network(around="Nobody Known")


def test_many_ties_of_two_are_told_a_page_at_a_time(archive: Archive):
    text = " ".join(f"Sari Lestari menuduh Laskar Rawa berbohong {number} kali." for number in range(1100))
    said = [Said(words=f"Laskar Rawa berbohong {number} kali", source="Sari Lestari", act="accuse")
            for number in range(1100)]  # fmt: skip
    derived(archive, record(text, names=NAMES, said=said, published="2024-03-11"))
    found = archive.between("Sari Lestari", "Laskar Rawa", Scope(size=400))
    assert (found.places.total, found.places.exact, len(found.places.items)) == (1000, False, 400)
    following = archive.between("Sari Lestari", "Laskar Rawa", Scope(size=400), after=found.places.next)
    assert {place.words for place in following.places.items}.isdisjoint(place.words for place in found.places.items)


def test_ties_that_are_not_told_are_said_to_be_there(archive):
    derived(archive, *(told(number, act=act) for number, act in enumerate(ACTS[:9])))
    few = archive.network(Scope(size=3))
    assert (len(few.actors), len(few.bonds), few.more) == (3, 9, True)
    assert not archive.network(Scope(size=4)).more
