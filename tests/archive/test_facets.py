"""How what was found is spread, and what is held of an actor, on either database."""

from konon.archive import Facet


def test_facets_count_what_a_search_finds(full):
    facets = full.facets()
    assert facets.counted == full.search().total == 5
    assert facets.acts == (Facet("say", "say", 3), Facet("deny", "deny", 1), Facet("promise", "promise", 1))
    assert [(facet.name, facet.number) for facet in facets.outlets] == [("Harian Rawa", 2), ("KabarTeluk", 1)]
    assert {facet.name for facet in facets.sources} == {
        "Sari Lestari", "Badrun Jelani", "Palang Merah", "Harun Salim",
    }  # fmt: skip
    assert facets.months == (Facet("2024-03", "2024-03", 3),)
    assert facets.kinds == (Facet("person", "person", 3), Facet("organization", "organization", 1))


def test_facets_of_a_narrower_search_are_of_it_alone(full):
    facets = full.facets("act:deny")
    assert (facets.counted, [facet.name for facet in facets.sources]) == (1, ["Badrun Jelani"])
    assert full.facets("act:hope").sources == ()


def test_the_id_of_an_actor_finds_it_alone(full):
    actor = full.actor("Sari Lestari")
    found = full.search(f"source:{actor.id}")
    assert [item.source for item in found.items] == ["Sari Lestari"]
    assert full.search("source:n000000000000").total == 0


def test_a_dossier_tells_where_an_actor_is_named_and_who_passed_it_on(full):
    dossier = full.dossier("Sari Lestari")
    assert [(seen.outlet, seen.day) for seen in dossier.appearances] == [("KabarTeluk", "2024-03-12")]
    assert [(each.role, each.name, each.statements) for each in dossier.passed] == [
        ("relay", "AFP", 1), ("medium", "surat", 1),
    ]  # fmt: skip
    assert [(month.month, month.statements, month.reports) for month in dossier.months] == [("2024-03", 1, 1)]


def test_a_dossier_tells_what_an_actor_took_part_in(full):
    (part,) = full.dossier("Laskar Rawa").parts
    assert (part.role, part.type, part.status, part.day, part.dated) == (
        "actor", "ASSAULT", "denied", "2024-03-10", True,
    )  # fmt: skip
