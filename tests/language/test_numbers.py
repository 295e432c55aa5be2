"""Numbers: every row of the table, composition, bounds, ranges, units, and any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.analysis import Number
from konon.language.base import Row, language
from konon.language.numbers import find_numbers
from konon.language.words import tokenize

INDONESIAN = language("id")
DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
BOUNDS = {"above": (301, None), "least": (300, None), "below": (None, 299), "most": (None, 300), "exact": (300, 300)}


def numbers(text: str) -> tuple[Number, ...]:
    return find_numbers(tokenize(text), INDONESIAN)


def values(text: str) -> list[tuple[int | None, int | None]]:
    return [(number.minimum, number.maximum) for number in numbers(text)]


def rows(*kinds: str) -> list[Row]:
    return [row for kind in kinds for row in INDONESIAN.table("numbers", kind)]


def within(row: Row) -> str:
    """The word of a row that its example shows."""
    return next(word for word in sorted(row["words"], key=len, reverse=True) if word in row["example"].lower())


@pytest.mark.parametrize("row", rows("cardinal", "one", "teen", "ten", "collective", "fraction"), ids=within)
def test_a_word_of_the_table_is_read_in_its_example(row: Row):
    (number,) = numbers(row["example"])
    assert within(row) in row["example"].lower()[number.start : number.end].split()
    assert number.minimum == number.maximum
    if row in rows("cardinal", "one"):
        assert number.minimum == row["value"]


@pytest.mark.parametrize("row", rows("multiplier", "one_multiplier"), ids=within)
def test_a_multiplier_multiplies_in_its_example(row: Row):
    (number,) = numbers(row["example"])
    assert number.minimum is not None
    assert number.minimum >= row["value"]
    assert number.minimum % (row["value"] // 10) == 0


@pytest.mark.parametrize("row", rows("vague", "band_word"), ids=within)
def test_a_vague_word_has_its_bounds(row: Row):
    assert values(row["example"]) == [(row["minimum"], row["maximum"])]


def test_an_ending_makes_a_band():
    (row,) = rows("band")
    (number,) = numbers(row["example"])
    assert (number.minimum, number.maximum, number.approximate) == (40, 49, True)


@pytest.mark.parametrize("row", rows("before", "after"), ids=within)
def test_a_bound_is_set_in_its_example(row: Row):
    (number,) = numbers(row["example"])
    figure = int(row["example"][number.figure_start : number.figure_end])
    if row["bound"] == "about":
        assert (number.minimum, number.maximum, number.approximate) == (figure, figure, True)
    else:
        low, high = BOUNDS[row["bound"]]
        assert number.minimum == (low and low - 300 + figure)
        assert number.maximum == (high and high - 300 + figure)
    if row["bound"] != "exact":
        assert within(row) in row["example"][number.start : number.end].lower()


@pytest.mark.parametrize("row", [row for row in rows("before") if "from" in row], ids=within)
def test_some_words_do_not_bound_a_small_number(row: Row):
    word = row["words"][0]
    assert values(f"Perahu itu {word} {row['from'] - 1} nelayan.") == [(row["from"] - 1, row["from"] - 1)]
    assert values(f"Perahu itu {word} {row['from']} nelayan.") != [(row["from"], row["from"])]


@pytest.mark.parametrize("row", rows("range"), ids=within)
def test_a_range_has_both_ends(row: Row):
    assert values(row["example"]) == [(30, 40)]


@pytest.mark.parametrize("row", rows("unit_before", "unit_after"), ids=within)
def test_the_unit_is_told_by_a_word_beside(row: Row):
    (number,) = numbers(row["example"])
    assert number.unit == row["unit"]


@pytest.mark.parametrize("row", [row for row in rows("ordinal") if "collective" in row], ids=within)
def test_an_ordinal_before_its_noun_counts_it(row: Row):
    (number,) = numbers(row["example"])
    assert (number.minimum, number.maximum, number.unit) == (row["collective"], row["collective"], "plain")
    (rank,) = numbers(f"Itu musim {row['words'][0]} bagi tim.")
    assert rank.unit == "rank"


@pytest.mark.parametrize("row", [row for row in rows("ordinal", "ordinal_prefix") if "collective" not in row])
def test_an_ordinal_is_a_rank(row: Row):
    (number,) = numbers(row["example"])
    assert number.unit == "rank"


@pytest.mark.parametrize("row", rows("idiom"), ids=within)
def test_a_set_phrase_is_no_number(row: Row):
    assert numbers(row["example"]) == ()


def test_a_counted_word_keeps_a_figure_from_being_a_year():
    (row,) = rows("counted")
    (number,) = numbers(row["example"])
    assert number.unit == "plain"
    assert numbers("Pemilu 2000 berjalan lancar.")[0].unit == "time"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11.000", (11000, 11000)), ("1,5 juta", (1500000, 1500000)), ("1,200", (1200, 1200)),
        ("1.200,50", (1200, 1201)), ("dua ribu tiga ratus", (2300, 2300)), ("satu setengah juta", (1500000,) * 2),
        ("2 juta 300 ribu", (2300000, 2300000)), ("dua-tiga", (2, 3)), ("10-15 ribu", (10000, 15000)),
        ("2 hingga 3 juta", (2000000, 3000000)), ("puluhan hingga ratusan", (20, 999)),
        ("puluhan ribu", (20000, 99999)), ("belasan juta", (11000000, 19999999)), ("dua ratusan", (200, 299)),
        ("300-an lebih", (301, None)), ("setidaknya ribuan", (1000, None)), ("lebih dari ratusan", (100, None)),
        ("sekitar 10 ribu lebih", (10001, None)), ("setidaknya diikuti oleh ribuan", (1000, None)),
        ("melampaui angka 25.000", (25001, None)), ("tidak lebih dari 300", (None, 300)), ("hingga 300", (None, 300)),
        ("300 lebih banyak", (300, 300)),
    ],
)  # fmt: skip
def test_what_a_number_says(text: str, expected: tuple[int | None, int | None]):
    assert values(f"Kota itu punya {text} pohon") == [expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kereta tiba 07.30 WIB", "time"), ("Paman Budi (45) pulang", "time"), ("Sidang Oktober 2021 ditunda", "time"),
        ("Pasar tutup 8 dan 9 Januari", "time"), ("Harganya US$5 saja", "money"), ("Naik 12% tahun itu", "percent"),
        ("Lihat No. 5 di daftar", "rank"), ("untuk ke-3 kali", "rank"), ("berumur antara 21 dan 27 tahun", "time"),
        ("untuk kedua kalinya", "rank"), ("panjang 6,7 meter", "measure"), ("nilai 6,7 saja", "measure"),
    ],
)  # fmt: skip
def test_units(text: str, unit: str):
    assert {number.unit for number in numbers(text)} == {unit}


def test_a_date_in_figures_is_no_number():
    assert numbers("Rapat digelar Kamis (16/11/2023) dan 16-11-2023.") == ()


def spelled(value: int) -> str:
    """A number in Indonesian words."""
    for size, word in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus")):
        if value >= size:
            count, rest = divmod(value, size)
            head = f"se{word}" if count == 1 and size in (100, 1000) else f"{spelled(count)} {word}"
            return f"{head} {spelled(rest)}" if rest else head
    if value >= 20:
        tens, digit = divmod(value, 10)
        return f"{DIGITS[tens]} puluh {DIGITS[digit]}" if digit else f"{DIGITS[tens]} puluh"
    if value >= 12:
        return f"{DIGITS[value - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(value) or DIGITS[value]


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_words_are_read_as_they_are_spelled(value: int):
    text = f"Ada {spelled(value)} pohon."
    assert values(text) == [(value, value)]
    assert text[numbers(text)[0].start : numbers(text)[0].end] == spelled(value)


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_figures_with_points_are_read(value: int):
    assert values(f"Ada {value:,} pohon.".replace(",", ".")) == [(value, value)]


KINDS = ("cardinal", "ten", "multiplier", "vague", "before", "after", "range")
WORDS = {word for row in rows(*KINDS) for word in row["words"]}
ODD = ("11.000", "1,5", "300-an", "(", ")", ".", "orang", "16/11", "ke-3", "²", "٣", "-")
PIECES = st.lists(st.sampled_from([*sorted(WORDS), *ODD])).map(" ".join)


@settings(deadline=None)
@given(st.one_of(st.text(), PIECES))
def test_any_text_gives_numbers_in_order_inside_it(text: str):
    at = 0
    for number in numbers(text):
        assert at <= number.start <= number.figure_start < number.figure_end <= number.end <= len(text)
        assert number.minimum is not None or number.maximum is not None
        if number.minimum is not None and number.maximum is not None:
            assert number.minimum <= number.maximum
        at = number.end
