"""Mistyped dates beside a weekday mean what the weekday and the report's day tell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.language.base import language
from konon.language.dates import find_dates
from konon.language.mistyped import garbled
from konon.language.words import tokenize

INDONESIAN = language("id")
PUBLISHED = "2021-06-09"  # a Wednesday


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    found = find_dates(text, tokenize(text), published, INDONESIAN)
    return [(text[one.start : one.end], one.value) for one in found]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Selasa (8/5/2021)", "2021-06-08"),  # the month before
        ("Selasa (8/6/2020)", "2021-06-08"),  # the year before
        ("Selasa, 8 Juni 2020", "2021-06-08"),
        ("Selasa (8/5)", "2021-06-08"),
        ("Minggu (32/5/2021)", "2021-05-23"),  # figures swapped
        ("Jumat (82/5/2021)", "2021-05-28"),
        ("Selasa (6/8/2021)", "2021-06-08"),  # day and month swapped
        ("Selasa (8//6/2021)", "2021-06-08"),  # a mark doubled, another one, figures doubled
        ("Selasa (8/6-2021)", "2021-06-08"),
        ("Selasa (8/6,2021)", "2021-06-08"),
        ("Selasa (8/66/2021)", "2021-06-08"),
        ("Selasa (8/6/20221)", "2021-06-08"),
        ("Selasa (8//6)", "2021-06-08"),
        ("Selasa (99/99/2021)", "2021-06-08"),  # past mending: the last such weekday
    ],
)
def test_what_was_meant_is_told_by_the_weekday(written, value):
    assert dates(f"Pasar itu dibuka {written}.") == [(written, value)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Senin (8/6/2021)", "2021-06-08"),  # some days before: the weekday can be wrong
        ("Senin (30/5/2021)", "2021-05-30"),  # nothing like it fits
        ("Kamis (11/3/2010)", "2010-03-11"),
        ("Senin (4/2/1991)", "1991-02-04"),
        ("Jumat (7/10/2016)", "2016-10-07"),
    ],
)
def test_what_can_be_right_stays(written, value):
    assert dates(f"Pasar itu dibuka {written}.") == [(written, value)]


def test_without_the_report_s_day_only_what_one_reading_fits_is_a_date():
    assert dates("Pasar itu dibuka Selasa (8//6/2021).", None) == [("Selasa (8//6/2021)", "2021-06-08")]
    assert dates("Pasar itu dibuka Selasa (8//6).", None) == []
    assert dates("Pasar itu dibuka Senin (9/3/20206).", None) == []


@pytest.mark.parametrize("words", ["(Rabu 3 warga)", "(3 warga)", "(pukul 10)", "(ab/cd)"])
def test_other_brackets_are_no_mistyped_dates(words):
    assert not any("(3 w" in place or "10" in place or "cd" in place for place, _ in dates(f"Dibuka Selasa {words}."))


@given(st.text("0123456789/.,:-", max_size=14), st.integers(1, 7))
def test_any_figures_mean_a_day_on_the_weekday_up_to_the_report_or_none(figures, weekday):
    found = garbled(figures, weekday, near=date(2021, 6, 9))
    assert found is None or (found.isoweekday() == weekday and found <= date(2021, 6, 9))
