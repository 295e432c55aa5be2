"""Dates: every row of the calendar, absolute and relative forms, what is no date, and any text at all."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.analysis import DateMention
from konon.language.base import Row, language
from konon.language.dates import find_dates
from konon.language.words import tokenize

INDONESIAN = language("id")
PUBLISHED = "2021-06-09T10:15:00+07:00"  # a Wednesday
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def dates(text: str, published: str | None = PUBLISHED) -> tuple[DateMention, ...]:
    return find_dates(text, tokenize(text), published, INDONESIAN)


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[mention.start : mention.end], mention.value) for mention in dates(text, published)]


def rows(*kinds: str) -> list[Row]:
    return [row for kind in kinds for row in INDONESIAN.table("calendar", kind)]


GIVING = [row for kind in ("day_part", "direction", "relative_day", "period", "one_period", "distance", "part",
    "month_lead", "year_lead", "label", "until", "decade") for row in rows(kind)]  # fmt: skip
GIVING_NOTHING = rows("no_weekday_after", "no_weekday_before", "vague_before", "rough_before")


@pytest.mark.parametrize("row", GIVING, ids=lambda row: row["example"])
def test_a_row_gives_its_date_in_its_example(row: Row):
    assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", row["example"].lower()) for word in row["words"])
    assert [value for _, value in read(row["example"])] == [row["gives"]]


@pytest.mark.parametrize("row", GIVING_NOTHING, ids=lambda row: row["example"])
def test_a_row_keeps_a_word_from_being_a_date(row: Row):
    assert any(word in row["example"].lower() for word in row["words"])
    assert read(row["example"]) == []


@pytest.mark.parametrize("row", rows("month"), ids=lambda row: row["forms"][0])
def test_a_month_is_read_in_all_its_forms(row: Row):
    (found,) = dates(row["example"])
    assert int(found.value[5:7]) == row["number"]
    for form in row["forms"]:
        assert read(f"Rapat 5 {form.title()} 2019 batal.")[0][1] == f"2019-{row['number']:02d}-05"


@pytest.mark.parametrize("row", rows("weekday"), ids=lambda row: row["forms"][0])
def test_a_weekday_alone_is_the_last_one_up_to_the_report(row: Row):
    (found,) = dates(row["example"])
    told = date.fromisoformat(found.value)
    assert told.isoweekday() == row["number"]
    assert timedelta(0) <= date(2021, 6, 9) - told < timedelta(7)


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("Ia datang pada Kamis (16/11/2023) malam.", "Kamis (16/11/2023)", "2023-11-16"),
        ("Ia datang Kamis, 16 November 2023.", "Kamis, 16 November 2023", "2023-11-16"),
        ("Ia datang Kamis malam, 16 November 2023.", "Kamis malam, 16 November 2023", "2023-11-16"),
        ("Ia datang Kamis(16/11/2023).", "Kamis(16/11/2023)", "2023-11-16"),
        ("Ia datang 16-11-2023.", "16-11-2023", "2023-11-16"), ("Ia datang 2023-11-16.", "2023-11-16", "2023-11-16"),
        ("Ia datang 16.11.2023.", "16.11.2023", "2023-11-16"), ("Ia datang 16/11/23.", "16/11/23", "2023-11-16"),
        ("Ia datang 2 Nov. 2020.", "2 Nov. 2020", "2020-11-02"),
        ("Ia datang Selasa (862021).", "Selasa (862021)", "2021-06-08"),
        ("Sejak Oktober 2020 ia datang.", "Oktober 2020", "2020-10"),
        ("Pada tahun 1979 ia datang.", "tahun 1979", "1979"), ("Sejak 1979 ia datang.", "1979", "1979"),
        ("Ia datang 1-5 Mei 2020.", "1-5 Mei 2020", "2020-05-01/2020-05-05"),
        ("Ia datang Januari-Mei 2020.", "Januari-Mei 2020", "2020-01/2020-05"),
        ("Ia datang Oktober-Februari 2020.", "Oktober-Februari 2020", "2019-10/2020-02"),
        ("Ia di sana selama 2019-2021.", "2019-2021", "2019/2021"),
        ("Ia datang Senin (7/6/2021) hingga Rabu (9/6/2021).", "Senin (7/6/2021) hingga Rabu (9/6/2021)",
         "2021-06-07/2021-06-09"),
    ],
)  # fmt: skip
def test_absolute_dates_need_no_report_date(text: str, place: str, value: str):
    assert read(text, None) == [(place, value)]
    assert read(text) == [(place, value)]
    assert not dates(text)[0].relative


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("Ia datang (26/5).", "26/5", "2021-05-26"), ("Ia datang (20/12).", "20/12", "2020-12-20"),
        ("Ia datang Rabu (26/5).", "Rabu (26/5)", "2021-05-26"),
        ("Ia datang Selasa (26/5).", "Selasa (26/5)", "2020-05-26"),
        ("Ia datang Selasa (8).", "Selasa (8)", "2021-06-08"), ("Ia datang 17 Agustus.", "17 Agustus", "2021-08-17"),
        ("Ia datang 7 Oktober.", "7 Oktober", "2020-10-07"),
        ("Ia datang 17 Mei mendatang.", "17 Mei mendatang", "2022-05-17"),
        ("Ia datang 17 Mei tahun lalu.", "17 Mei tahun lalu", "2020-05-17"),
        ("Ia datang Oktober lalu.", "Oktober lalu", "2020-10"), ("Ia datang Juni lalu.", "Juni lalu", "2020-06"),
        ("Ia datang pada bulan Juni.", "bulan Juni", "2021-06"), ("Ia datang pada awal Mei.", "awal Mei", "2021-05"),
        ("Ia datang kemarin (8/6).", "kemarin (8/6)", "2021-06-08"),
        ("Ia datang minggu lalu.", "minggu lalu", "2021-05-31/2021-06-06"),
        ("Ia datang Minggu lalu.", "Minggu lalu", "2021-06-06"),
        ("Ia datang akhir pekan.", "akhir pekan", "2021-06-05/2021-06-06"),
        ("Ia datang 8 dan 9 Juni.", "8 dan 9 Juni", "2021-06-08/2021-06-09"),
        ("Ia datang Rabu (16/6/2012).", "Rabu (16/6/2012)", "2012-06-16"),
        ("Ia datang Rabu (17/6/2021).", "Rabu (17/6/2021)", "2021-06-09"),
    ],
)  # fmt: skip
def test_dates_by_the_report(text: str, place: str, value: str):
    assert read(text) == [(place, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Ia datang (26/5).", "Ia datang Rabu.", "Ia datang kemarin.", "Ia datang pekan lalu.", "Ia datang 7 Oktober.",
        "Ia datang dua hari lalu.", "Ia datang Oktober lalu.", "Ia datang Selasa (8).",
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [None, "2021", "2021-06", "kemarin"])
def test_without_a_day_of_its_own_a_report_gives_none_to_them(text: str, published: str | None):
    assert read(text, published) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ia datang (4/11/205).", "Ia datang 31 Februari 2020.", "Ia datang (32/13).", "Ia datang 31/4/2020.",
        "Ada 2000 orang.", "Pemilu 2019 ricuh.", "Sejak 2000 orang datang.", "Mei Ling pulang.", "Rp2019 saja.",
        "Ia di rumah pada 5.", "Skornya 2-1.", "Hampir 1/3 air tumpah.",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str):
    assert read(text) == []


@settings(deadline=None)
@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)), st.integers(0, 3))
def test_each_day_is_read_as_it_is_written(day: date, form: int):
    month = INDONESIAN.table("calendar", "month")[day.month - 1]["forms"][0].title()
    weekday = INDONESIAN.table("calendar", "weekday")[day.isoweekday() - 1]["forms"][0].title()
    written = (
        f"{weekday} ({day.day}/{day.month}/{day.year})", f"{weekday}, {day.day} {month} {day.year}",
        f"{day.day} {month} {day.year}", f"{day.day:02d}-{day.month:02d}-{day.year}",
    )[form]  # fmt: skip
    assert read(f"Ia datang pada {written}.", None) == [(written, day.isoformat())]


PIECES = sorted({word for row in GIVING + GIVING_NOTHING for word in row["words"]})
ODD = ["Senin", "Minggu", "Mei", "Februari", "29", "31", "2020", "26/5", "(", ")", ",", "9999", "1600", "dua juta", "²"]


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES + ODD)).map(" ".join)), st.dates() | st.none())
def test_any_text_gives_dates_in_order_inside_it(text: str, day: date | None):
    at = 0
    for mention in dates(text, day and day.isoformat()):
        assert at <= mention.start < mention.end <= len(text)
        assert ISO.fullmatch(mention.value)
        at = mention.end
