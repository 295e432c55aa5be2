"""Entities: which names are one, what stands for another, roles, and looking up who is mentioned where."""

import pytest

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.entities import add_entity, entities, entities_in, entity_covering
from konon.language.analyse import analyse
from konon.language.base import Language, language
from konon.record import Document

INDONESIAN: Language = language("id")


def read(text: str, *, outlet: str | None = None, url: str | None = None) -> Draft:
    draft = Draft(analyse(Document.of(text, language="id", outlet=outlet, url=url), INDONESIAN))
    entities.work(draft, INDONESIAN)
    return draft


def forms(text: str) -> dict[str, list[str]]:
    return {entity.name: mentions(text, entity) for entity in read(text).entities}


def mentions(text: str, entity: EntityDraft) -> list[str]:
    return [text[mention.start : mention.end] for mention in entity.mentions]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Rahmat Kasim hadir. Menurut Kasim, acara itu ramai.", "Rahmat Kasim", ["Rahmat Kasim", "Kasim"]),
        ("Rahmat hadir. Acara itu dibuka Rahmat Kasim.", "Rahmat Kasim", ["Rahmat", "Rahmat Kasim"]),
        ("Badan Antariksa Tarkana (BAT) berdiri. Kantor BAT sepi.", "Badan Antariksa Tarkana",
         ["Badan Antariksa Tarkana", "BAT", "BAT"]),
        ("Pasar di Kabupaten Sleman tutup. Jalan di Sleman sepi.", "Kabupaten Sleman", ["Kabupaten Sleman", "Sleman"]),
        ("Amerika Serikat menolak. Sikap AS itu dikritik.", "Amerika Serikat", ["Amerika Serikat", "AS"]),
        ("Iran menolak. Sikap pemerintah Iran itu dikritik.", "Iran", ["Iran", "pemerintah Iran"]),
        ("Barang disita Polres Sleman. Pelaku dibawa polisi.", "Polres Sleman", ["Polres Sleman", "polisi"]),
        ("Indonesia mengekspor kopi. Pajaknya dinaikkan pemerintah.", "Indonesia", ["Indonesia", "pemerintah"]),
    ],
)  # fmt: skip
def test_forms_of_one_entity_are_linked(text, name, expected):
    assert forms(text)[name] == expected


@pytest.mark.parametrize("row", [
    *INDONESIAN.table("organizations", "short"), *INDONESIAN.table("organizations", "called"),
], ids=lambda row: row["forms"][0])  # fmt: skip
def test_a_short_form_and_another_name_are_of_one_entity(row):
    named = [entity for entity in read(row["example"]).entities if entity.kind in ("organization", "person")]
    assert max(len(entity.mentions) for entity in named) == 2


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("Rahmat Kasim (Gus Tarkana) pulang. Kata Tarkana, acara itu ramai.", "Rahmat Kasim", 3),
        ("Rahmat Kasim hadir. Menurut Rahkas, acara itu ramai.", "Rahmat Kasim", 2),
        ("Rahmat Suryadhi hadir. Menurut Rahmat Suryaddhi, acara itu ramai.", "Rahmat Suryaddhi", 2),
        ("Surat dikirim Dinas Kesehatan (Dinkes) Kabupaten Sleman. Kantor Dinkes Sleman sepi.",
         "Dinas Kesehatan (Dinkes) Kabupaten Sleman", 2),
    ],
)  # fmt: skip
def test_other_names_of_an_entity_are_linked(text, name, number):
    assert {entity.name: len(entity.mentions) for entity in read(text).entities}[name] == number


def test_two_persons_with_a_word_in_common_stay_apart():
    text = "Rahmat Kasim dan Siti Kasim hadir. Menurut Siti, acara itu ramai."
    assert forms(text) == {"Rahmat Kasim": ["Rahmat Kasim"], "Siti Kasim": ["Siti Kasim", "Siti"]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran mengecam serangan itu. Usul tersebut ditolak Teheran.", "state"),
        ("Iran mengecam serangan itu. Rombongan menginap di Teheran.", "place"),
        ("Rombongan itu kembali dan Teheran menyambutnya.", "place"),
    ],
)
def test_a_capital_stands_for_its_state_where_it_acts(text, kind):
    found = entity_covering(read(text), text.index("Teheran"), text.index("Teheran") + 7)
    assert found is not None
    assert found.kind == kind


def test_a_capital_of_the_outlets_own_state_stays_a_place():
    text = "Indonesia menolak usul itu. Jakarta sepi kemarin."
    assert forms(text)["Jakarta"] == ["Jakarta"]


def test_the_outlet_in_its_own_dateline_is_no_entity_and_the_place_is():
    found = {entity.name: entity.kind for entity in read("SLEMAN, KOMPAS.com - Warga menanam padi.").entities}
    assert found == {"SLEMAN": "place"}


def test_a_known_entity_has_its_country_and_its_entry():
    (entity,) = read("Rombongan itu tiba di Brasil kemarin.").entities
    assert (entity.country, entity.registry) == ("BRA", "state:BRA")


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("Ketua Bawaslu Sleman Rahmat Kasim hadir.", "Ketua", "Bawaslu Sleman"),
        ("Rahmat Kasim, Ketua Bawaslu Sleman, hadir.", "Ketua", "Bawaslu Sleman"),
        ("Rahmat Kasim (45), dosen Universitas Tarkana, hadir.", "dosen", "Universitas Tarkana"),
        ("Rahmat Kasim dilantik sebagai Rektor Universitas Tarkana.", "Rektor", "Universitas Tarkana"),
        ("Kapolres Sleman AKBP Rahmat Kasim hadir.", "Kapolres", "Polres Sleman"),
        ("Analis senior di Bank Tarkana, Rahmat Kasim, hadir.", "Analis senior", "Bank Tarkana"),
        ("Warga bernama Rahmat Kasim hadir.", "Warga", None),
    ],
)
def test_a_person_has_the_roles_that_titles_tell(text, title, organization):
    (person,) = [entity for entity in read(text).entities if entity.kind == "person"]
    (role,) = person.roles
    assert text[role.start : role.end] == role.title == title
    assert (role.organization.name if role.organization else None) == organization


def test_mentions_are_found_by_place_in_their_order():
    text = "Rahmat Kasim bertemu Siti Rahayu di Sleman."
    draft = read(text)
    assert [entity.name for _, entity in entities_in(draft, 0, len(text))] == ["Rahmat Kasim", "Siti Rahayu", "Sleman"]
    assert [entity.name for _, entity in entities_in(draft, 5, 30)] == ["Siti Rahayu"]
    assert entity_covering(draft, 13, 20) is None


def test_a_person_comes_before_the_office_that_stands_with_it():
    text = "Hal itu disampaikan Ketua Bawaslu Sleman Rahmat Kasim."
    found = entity_covering(read(text), text.index("Ketua"), len(text) - 1)
    assert found is not None
    assert found.name == "Rahmat Kasim"


def test_an_added_entity_is_found_and_added_once():
    draft = read("Dua warga menunggu. Para warga itu pulang.")
    added = add_entity(draft, "warga", kind="group", start=4, end=9)
    assert add_entity(draft, "Warga", kind="group", start=25, end=30) is added
    assert [(mention.start, mention.form) for mention in added.mentions] == [(4, "nominal"), (25, "nominal")]
    assert entity_covering(draft, 26, 28) is added
