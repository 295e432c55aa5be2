"""Searches: words, stems and fields; pages in a stable order with a count."""

import pytest

from konon.archive.query import parse
from konon.errors import QueryError

from .builder import Said, record


def acts(found):
    return [item.act for item in found.items]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 5),
        ("gudang beras", 2),
        ('"gudang beras itu"', 1),
        ('"beras gudang"', 0),
        ("menyerang", 1),
        ("serangan", 1),
        ("~serangan", 2),
        ("~Menyerang", 2),
        ("menyer*", 1),
        ("gudang -beras", 0),
        ("-gudang", 3),
        ("source:Lestari", 1),
        ("source:'sari", 1),
        ("source:Jelani,Lestari", 2),
        ("-source:Lestari", 4),
        ("act:promise,deny", 2),
        ("-act:promise", 4),
        ("relay:AFP", 1),
        ('relay:"Agence France-Presse"', 1),
        ("outlet:kabarteluk", 1),
        ("-outlet:kabarteluk", 4),
        ("kind:person", 3),
        ("kind:organization", 1),
        ("country:irn", 0),
        ("about:Iran", 1),
        ("after:2024-03-12", 1),
        ("before:2024-03-11", 2),
        ("after:2024-03-11 before:2024-03", 3),
        ("after:2024 before:2023", 0),
        ("kata'yang;tidak%ada", 0),
        ('source:"Badrun Jelani" act:deny', 1),
        ("about:Lestari", 0),
    ],
)
def test_statements_are_found(full, query, number):
    found = full.search(query)
    assert (found.total, len(found.items)) == (number, number)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 3), ("gudang", 2), ("gudang -panglima", 1), ("~serang", 1), ("source:Salim", 1), ("about:Badrun", 1),
        ("relay:AFP", 1), ("act:deny", 1), ("outlet:rawa", 1), ("kind:media", 1), ("country:IRN", 1),
        ("after:2024-03-12", 1), ("-source:Salim", 2),
    ],
)  # fmt: skip
def test_reports_are_found(full, query, number):
    found = full.search_reports(query)
    assert (found.total, len(found.items)) == (number, number)


def test_all_words_are_sought_by_their_stems_when_asked_for(full):
    assert full.search("serangan", stems=True).total == 2
    assert full.search('"serangan"', stems=True).total == 1


def test_a_statement_is_told_with_its_way(full, letter):
    (said,) = full.search("act:promise").items
    assert (said.source, said.through, said.outlet, said.day) == (
        "Sari Lestari", ("surat", "AFP"), "KabarTeluk", "2024-03-12",
    )  # fmt: skip
    assert said.content == "Kami akan membuka gudang beras itu"
    record, statement = full.statement(said.statement)
    assert record == letter
    assert statement.act == "promise"


def test_the_newest_come_first_and_the_undated_last(full):
    days = [item.day for item in full.search().items]
    assert days == ["2024-03-12", "2024-03-11", "2024-03-11", None, None]


def test_pages_follow_each_other_also_while_reports_come_in(full):
    whole = full.search().items
    first = full.search(size=2)
    full.add(record("Jalan dibuka.", said=[Said(words="Jalan dibuka")], published="2024-05-01"))
    second = full.search(size=2, after=first.next)
    third = full.search(size=2, after=second.next)
    assert first.items + second.items + third.items == whole
    assert (third.total, third.next) == (6, None)


def test_an_actor_is_told(full):
    found = full.actor("lestari")
    assert (found.name, found.reports, found.statements, found.acts) == ("Sari Lestari", 1, 1, {"promise": 1})
    assert full.actor(found.id) == found
    assert [tie.type for tie in found.ties] == ["leads"]
    assert full.actors("Sari") == [found]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("speaker:Budi", "There are: source"),
        ("act:lie", "no act 'lie'"),
        ("kind:robot", "no kind 'robot'"),
        ("country:Indonesia", "three letters"),
        ("after:besok", "no date"),
        ("source:,", "has no value"),
        ("source:-", "no name"),
    ],
)
def test_what_can_not_be_understood_is_told(full, query, words):
    with pytest.raises(QueryError, match=words):
        full.search(query)


def test_a_place_that_is_none_is_told(full):
    with pytest.raises(QueryError, match="next"):
        full.search(after="besok")


def test_a_search_is_taken_apart():
    query = parse('-source:"Budi Karya" act:deny,say ~serangan "dua kata" -tiga after:2024 before:2024-02')
    assert [(field.field, field.values, field.excluded) for field in query.fields][1:] == [
        ("act", ("deny", "say"), False)
    ]
    assert [phrase.terms for phrase in query.phrases] == [("serang",), ("dua", "kata")]
    assert [phrase.terms for phrase in query.without] == [("tiga",)]
    assert (query.first, query.last) == (20240000, 20240299)


def test_of_many_some_are_counted_and_the_pages_are_the_same(full, monkeypatch):
    queries = ("", "gudang", "kind:person", "-act:promise")
    few = {query: full.search(query, size=2) for query in queries}
    monkeypatch.setattr("konon.archive.search._COUNTED", 1)
    for query, found in few.items():
        many = full.search(query, size=2)
        assert (many.items, many.next, many.total, many.exact) == (found.items, found.next, 1, False)
    assert full.search(size=2, after=few[""].next).items == full.search().items[2:4]
