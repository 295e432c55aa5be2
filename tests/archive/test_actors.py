"""Names of many reports become one actor, by decisions that can be taken back."""

import pytest
from sqlalchemy import select

from konon.archive import Archive, schema
from konon.errors import ArchiveError
from konon.record import Record, Role

from .builder import Said, record


def report(number, names, *, titles=()):
    """A report that names these, by kind; `titles` gives a person's title and organization."""
    text = f"Laporan {number}. " + ". ".join([*names, *(f"{title} {body}" for title, body in titles)]) + " kata."
    made = record(
        text, names=dict(names), said=[Said(words=f"Laporan {number}")], url=f"https://contoh.example/{number}"
    )
    held = dict(zip((name for name, kind in names.items() if kind == "person"), titles, strict=False))
    entities = tuple(with_title(made, entity, *held[entity.name]) if entity.name in held else entity
                     for entity in made.entities)  # fmt: skip
    return made.model_copy(update={"entities": entities})


def with_title(made: Record, entity, title, body):
    start = made.document.text.index(f"{title} {body}")
    role = Role(title=title, organization=f"e-{body}", start=start, end=start + len(title))
    return entity.model_copy(update={"roles": (role,)})


def kept(archive: Archive, *reports: Record):
    for one in reports:
        archive.add(one)
    list(archive.derive())
    assert archive.waiting() == 0
    return archive


def names(archive: Archive):
    """The names of each actor with several."""
    with archive._store.read() as connection:  # noqa: SLF001 - whether the rows follow, whoever shows them
        rows = connection.execute(select(schema.name.c.actor, schema.name.c.text)).all()
    groups = {}
    for actor, text in rows:
        groups.setdefault(actor, set()).add(text)
    return sorted((sorted(group) for group in groups.values() if len(group) > 1), key=str)


def identifier(archive: Archive, text):
    with archive._store.read() as connection:  # noqa: SLF001 - as above
        return connection.execute(select(schema.name.c.id).where(schema.name.c.text == text)).scalar_one()


PEOPLE = {"Wira Sasmita": "person", "Laskar Rawa": "armed_group", "Dinas Pangan Teluk": "organization"}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Esmat Qa'ani", "Ismat Ghaani", "person"),
        ("Laskar Hizbulah", "Laskar Hezbollah", "armed_group"),
        ("Soekardjo Tjipto", "Sukarjo Cipto", "person"),
        ("Salim bin Rasyid", "Salim Rasheed", "person"),
        ("Yayasan Qadhafi Rawa", "Yayasan Gaddafi Rawa", "organization"),
    ],
)
def test_spellings_of_a_name_are_one_actor(archive, one, other, kind):
    kept(archive, report(1, {one: kind}), report(2, {other: kind}))
    assert names(archive) == [sorted([one, other])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"Wira Sasmita": "person"}, {"Yoga Sasmita": "person"}),
        ({"Komando Rawa II": "organization"}, {"Komando Rawa III": "organization"}),
        ({"Georgia Rawa": "state"}, {"Georgia Rawa": "place"}),
        ({"Salim Hasan": "person"}, {"Salim Husein": "person"}),
        ({"Laskar Rawa Utara": "armed_group"}, {"Laskar Rawa Selatan": "armed_group"}),
        ({"Wira Sasmita": ("person", "IDN", None)}, {"Wira Sasmita": ("person", "MYS", None)}),
        ({"warga Rawa": "group"}, {"Warga Rawa": "group"}),
    ],
)
def test_names_that_are_only_like_stay_apart(archive, one, other):
    kept(archive, report(1, one), report(2, other))
    assert names(archive) == []


def test_a_last_name_is_one_with_the_full_name_where_title_and_organization_are_the_same(archive):
    head = ("Kepala", "Dinas Pangan Teluk")
    kept(archive, report(1, {"Wira Sasmita": "person", "Dinas Pangan Teluk": "organization"}, titles=[head]),
         report(2, {"Sasmita": "person", "Dinas Pangan Teluk": "organization"}, titles=[head]))  # fmt: skip
    assert names(archive) == [["Sasmita", "Wira Sasmita"]]


def test_a_last_name_alone_is_nobodys(archive):
    kept(archive, report(1, {"Wira Sasmita": "person"}), report(2, {"Sasmita": "person"}))
    assert names(archive) == []


def test_a_last_name_that_two_have_is_for_a_person_to_decide(archive):
    head = ("Kepala", "Dinas Pangan Teluk")
    body = {"Dinas Pangan Teluk": "organization"}
    kept(archive, report(1, {"Wira Sasmita": "person", **body}, titles=[head]),
         report(2, {"Sasmita": "person", **body}, titles=[head]))  # fmt: skip
    kept(archive, report(3, {"Yoga Sasmita": "person", **body}, titles=[head]))
    assert names(archive) == []


def test_an_acronym_that_a_report_explains_is_one_with_the_name(archive):
    text = "Badan Siaga Rawa (BSR) siap."
    explained = record(text, names={"Badan Siaga Rawa": "organization"}, url="https://contoh.example/1")
    entity = explained.entities[0]
    mention = entity.mentions[0].model_copy(update={"start": 18, "end": 21})
    entity = entity.model_copy(update={"mentions": (*entity.mentions, mention)})
    kept(archive, explained.model_copy(update={"entities": (entity,)}), report(2, {"BSR": "organization"}))
    assert names(archive) == [["BSR", "Badan Siaga Rawa"]]


def test_two_that_one_report_names_are_not_joined(archive):
    kept(archive, report(1, {"Esmat Qaani": "person", "Ismat Ghaani": "person"}))
    assert names(archive) == []


@pytest.fixture
def spelled(archive: Archive) -> Archive:
    return kept(archive, report(1, {"Esmat Qaani": "person"}), report(2, {"Ismat Ghaani": "person"}),
                report(3, {"Wira Sasmita": "person"}))  # fmt: skip


def test_a_decision_tells_who_made_it_and_why(spelled):
    (found,) = spelled.actor_decisions()
    assert (found.verdict, found.by, {found.one_name, found.other_name}) == (
        "same", "konon", {"Esmat Qaani", "Ismat Ghaani"},
    )  # fmt: skip
    assert [(reason.name, {reason.one, reason.other}) for reason in found.reasons] == [
        ("spelling", {"Esmat Qaani", "Ismat Ghaani"})
    ]


def test_what_konon_decided_can_be_taken_back_and_stays_so(spelled):
    (found,) = spelled.actor_decisions()
    assert spelled.withdraw_actors(found.id, by="rina").withdrawn_by == "rina"
    assert names(spelled) == []
    kept(spelled, report(4, {"Esmat Qaani": "person"}), report(5, {"Ismat Ghaani": "person"}))
    assert names(spelled) == []


def test_what_a_person_decides_counts_before_what_konon_finds(spelled):
    one, other = identifier(spelled, "Esmat Qaani"), identifier(spelled, "Ismat Ghaani")
    apart = spelled.decide_actors(one, other, same=False, by="rina", note="dua orang")
    assert names(spelled) == []
    spelled.withdraw_actors(apart.id, by="rina")
    assert names(spelled) == [["Esmat Qaani", "Ismat Ghaani"]]


def test_what_follows_from_a_decision_follows_for_searches_and_actors(spelled):
    spelled.add(record("Beras cukup, kata Wira Sasmita.", names={"Wira Sasmita": "person"},
                       said=[Said(words="Beras cukup", source="Wira Sasmita")]))  # fmt: skip
    found = spelled.decide_actors(identifier(spelled, "Wira Sasmita"), identifier(spelled, "Esmat Qaani"), same=True,
                                  by="rina")  # fmt: skip
    assert spelled.search("source:Ghaani").total == 1
    assert {name.text for name in spelled.actor("Sasmita").names} == {"Esmat Qaani", "Ismat Ghaani", "Wira Sasmita"}
    spelled.withdraw_actors(found.id, by="rina")
    assert spelled.search("source:Ghaani").total == 0


def test_names_of_one_entry_are_joined_by_a_decision_too(archive):
    kept(archive, report(1, {"Amerika Serikat": ("state", "USA", "state:USA"), "Iran": ("state", "IRN", "state:IRN")}),
         report(2, {"Washington": ("state", "USA", "state:USA")}))  # fmt: skip
    assert names(archive) == [["Amerika Serikat", "Washington"]]
    one, other = identifier(archive, "Amerika Serikat"), identifier(archive, "Iran")
    archive.withdraw_actors(archive.decide_actors(one, other, same=True, by="rina").id, by="rina")
    (found,) = [row for row in archive.actor_decisions() if row.by == "gazetteer"]
    archive.withdraw_actors(found.id, by="rina")
    assert names(archive) == []


def test_a_copy_keeps_decisions(spelled, tmp_path):
    (found,) = spelled.actor_decisions()
    one, other = identifier(spelled, "Wira Sasmita"), identifier(spelled, "Esmat Qaani")
    spelled.withdraw_actors(found.id, by="rina")
    spelled.decide_actors(one, other, same=True, by="rina")
    with Archive(tmp_path / "copy.db", create=True) as copy:
        list(spelled.copy(copy))
        assert copy.actor_decisions() == spelled.actor_decisions()
        list(copy.derive())
        assert names(copy) == [["Esmat Qaani", "Wira Sasmita"]]


def test_what_a_superseded_report_told_is_forgotten(archive):
    head = ("Kepala", "Dinas Pangan Teluk")
    body = {"Dinas Pangan Teluk": "organization"}
    kept(archive, report(1, {"Wira Sasmita": "person", **body}, titles=[head]),
         report(2, {"Sasmita": "person", **body}, titles=[head]))  # fmt: skip
    changed = report(2, {"Sasmita": "person", **body})
    document = changed.document.model_copy(update={"title": "Lain"})
    kept(archive, changed.model_copy(update={"document": document}))
    assert names(archive) == []


@pytest.mark.parametrize(
    ("names_", "by", "words"),
    [
        (("n0", "n0"), "rina", "no name"),
        (("n0", "n1"), " ", "needs the name"),
        (("n0", "n1"), "konon", "needs the name"),
    ],
)
def test_a_decision_that_can_not_be_is_told(spelled, names_, by, words):
    with pytest.raises(ArchiveError, match=words):
        spelled.decide_actors(*names_, same=True, by=by)


def test_one_name_alone_is_no_pair(spelled):
    one = identifier(spelled, "Wira Sasmita")
    with pytest.raises(ArchiveError, match="one name"):
        spelled.decide_actors(one, one, same=True, by="rina")


def test_a_decision_that_is_not_there_can_not_be_taken_back(spelled):
    (found,) = spelled.actor_decisions()
    spelled.withdraw_actors(found.id, by="rina")
    for gone in (found.id, "q0"):
        with pytest.raises(ArchiveError, match="konon resolve"):
            spelled.withdraw_actors(gone, by="rina")
