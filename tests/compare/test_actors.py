"""How like two names are, with reasons."""

import tomllib
from importlib import resources

import pytest

from konon.compare import spelling
from konon.compare.actors import CERTAIN, DOUBTFUL, REASONS, Named, keys, likeness, seeks
from konon.compare.forms import contracted

TABLE = tomllib.loads(resources.files("konon.compare").joinpath("spelling.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TABLE["rule"], ids=lambda row: row["from"])
def test_the_two_of_an_example_are_spelled_the_same_by_the_rule(row):
    one, other = (word.lower() for word in row["example"])
    spelled = spelling.loosely if row.get("loose") else spelling.respelled
    assert one != other
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize("row", TABLE["article"] + TABLE["tie"], ids=lambda row: row["example"][0])
def test_what_is_left_out_makes_no_difference(row):
    one, other = row["example"]
    assert spelling.words(one) == spelling.words(other)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("hizbulah", "hezbollah", 1, 1),
        ("qaani", "ghaani", 0.9, 0.95),
        ("husein", "hussain", 0.9, 0.95),
        ("hasan", "husein", 0, 0.7),
        ("budi", "rudi", 0, 0.8),
        ("II", "III", 0, 0),
        ("BSR", "BSB", 0, 0),
        ("BSR", "bsr", 1, 1),
        ("17", "18", 0, 0),
    ],
)
def test_words_are_more_or_less_alike(one, other, least, most):
    assert least <= spelling.likeness(one, other) <= most


@pytest.mark.parametrize(
    ("short", "full", "verdict"),
    [
        ("rawbar", "rawa barat", True),
        ("dinpang teluk", "dinas pangan teluk", True),
        ("rawbar", "rawa barat daya", False),
        ("rawa", "rawa barat", False),
        ("rabar", "rimba barat", False),
    ],
)
def test_words_are_drawn_together(short, full, verdict):
    assert contracted(short.split(), full.split()) is verdict


def named(text, kind="organization", **more: object):
    sets = {name: frozenset(value) for name, value in more.items() if isinstance(value, set)}
    return Named(text=text, kind=kind, **{**more, **sets})


SURE, OPEN, NOT = "same", "doubtful", "other"


@pytest.mark.parametrize(
    ("one", "other", "verdict", "reason"),
    [
        (named("Salim bin Rasyid", "person"), named("Salim Rasheed", "person"), SURE, "same_name"),
        (named("Wira Tjipta Sasmita", "person"), named("Wira Sasmita", "person"), SURE, "part_of_name"),
        (named("W. Sasmita", "person"), named("Wira Sasmita", "person"), OPEN, "initial"),
        (named("Wira Sasmita", "person"), named("Wira Sasmito", "person"), OPEN, "spelling"),
        (named("Wira Sasmita", "person"), named("Yoga Sasmita", "person"), NOT, None),
        (named("Sasmita", "person"), named("Wira Sasmita", "person"), NOT, "one_word"),
        (named("Sasmita", "person", met={1, 2}), named("Wira Sasmita", "person", met={1, 2}), OPEN, "one_word"),
        (named("Wira Sasmita", "person", country="IDN"), named("Wira Sasmita", "person", country="MYS"), NOT,
         "same_name"),
        (named("Wira Sasmita", "person", roles={"bupati"}, bodies={"teluk"}),
         named("Wira Sasmita", "person", roles={"kapten"}, bodies={"rawa"}), OPEN, "same_name"),
        (named("Dinpan Teluk", country="IDN"), named("Dinangpan Teluk", country="IDN"), NOT, None),
        (named("Dinpan Teluk", country="IDN"), named("Dinaspan Teluk", country="IDN"), SURE, "contraction"),
        (named("BSR"), named("Badan Siaga Rawa"), NOT, "acronym"),
        (named("BSR"), named("Badan Siaga Rawa", forms={"bsr"}), SURE, "acronym"),
        (named("Siaga Rawa"), named("Badan Siaga Rawa", forms={"siaga rawa"}), SURE, "also_called"),
        (named("Siaga Rawa"), named("Badan Siaga Rawa"), OPEN, "longer_by_a_word"),
        (named("Badan Nasional Siaga Rawa"), named("Badan Siaga Rawa"), OPEN, "longer_by_a_word"),
        (named("Laskar Alqadir", "armed_group"), named("Laskar Al-Qadir", "armed_group"), SURE, "same_name"),
        (named("Laskar Rawa", "armed_group"), named("Laskar Rawa", "organization"), SURE, "same_name"),
        (named("Laskar Rawa", "armed_group"), named("Laskar Rawa", "place"), NOT, None),
        (named("Rawa", registry="org:rawa"), named("Rawa", registry="org:other"), NOT, None),
        (named("warga", "group"), named("warga", "group"), NOT, None),
        (named("Komando II"), named("Komando III"), NOT, None),
        (named("Rawbar", "place"), named("Rawa Barat", "place"), NOT, None),
    ],
)  # fmt: skip
def test_what_two_names_are(one, other, verdict, reason):
    found = likeness(one, other)
    score = found.score if found else 0.0
    assert (SURE if score >= CERTAIN else OPEN if score >= DOUBTFUL else NOT, found and found.reasons[0].name) == (
        verdict, reason,
    )  # fmt: skip
    assert not found or {told.name for told in found.reasons} <= set(REASONS)
    turned = likeness(other, one)
    assert (turned and turned.score) == (found and found.score)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Esmat Qa'ani", "Ismat Ghaani", "person"),
        ("Ghaani", "Esmat Qaani", "person"),
        ("BSR", "Badan Siaga Rawa", "organization"),
        ("Laskar Hizbulah", "Laskar Hezbollah", "armed_group"),
        ("Kabinet Teluk", "Kabinet Negeri Teluk", "organization"),
        ("Alqadir", "Al-Qadir", "armed_group"),
    ],
)
def test_like_names_find_each_other(one, other, kind):
    assert seeks(named(one, kind)) & keys(named(other, kind))
    assert seeks(named(other, kind)) & keys(named(one, kind))
