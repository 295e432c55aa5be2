import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.language.base import language
from konon.reading.published import date_line, normalised


@pytest.mark.parametrize("kind", ["zone", "published"])
def test_the_example_of_each_row(kind):
    for row in language("id").table("front", kind):
        assert date_line(row["example"]) == row["value"]


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("Sabtu, 9 Januari 2021 10:15 WIB", "2021-01-09T10:15+07:00"),
        ("Sabtu, 09 Januari 2021 | 10.15 WITA", "2021-01-09T10:15+08:00"),
        ("9 Jan 2021", "2021-01-09"),
        ("Januari 2021", "2021-01"),
        ("01/19/2021 16:30", "2021-01-19T16:30"),
        ("9/1/2021 8:56", "2021-09-01T08:56"),
        ("19/01/2021 16:30", "2021-01-19T16:30"),
        ("09/01/2021, 16:30 WIB", "2021-01-09T16:30+07:00"),
        ("09-01-2021", "2021-01-09"),
        ("2021-01-09T16:30", "2021-01-09T16:30"),
        ("2021-01-09T16:30+00:00", "2021-01-09T16:30+00:00"),
        ("2021-01-09T16:30:05.123Z", "2021-01-09T16:30:05+00:00"),
        ("2021-01-09 T16:30:05+0700", "2021-01-09T16:30:05+07:00"),
        ("2021/01/09 16:30:05", "2021-01-09T16:30:05"),
        ("2021-01-09", "2021-01-09"),
        ("2021-01", "2021-01"),
        ("2021", "2021"),
        ("Sat, 09 Jan 2021 16:30:05 +0700", "2021-01-09T16:30:05+07:00"),
        ("January 9, 2021 4:30 PM", "2021-01-09T16:30"),
        ("2021-01-09T25:99", "2021-01-09"),
        ("2021-02-30", None),
        ("31/31/2021", None),
        ("kemarin", None),
        ("", None),
        (None, None),
        (1610208000, None),
        ("9 Januari 2021 " * 20, None),
    ],
)
def test_normalised(given, value):
    assert normalised(given) == value


def test_day_first_where_the_page_is_known_to_write_so():
    assert normalised("09/01/2021", day_first=True) == "2021-01-09"


@pytest.mark.parametrize(
    "line", ["Rapat digelar 9 Januari 2021", "9 Januari 2021: 30 orang", "Sabtu", "2021 warga mengungsi"]
)
def test_other_lines_are_no_date_lines(line):
    assert date_line(line) is None


@given(st.datetimes())
def test_iso_comes_back(moment):
    value = moment.isoformat(timespec="seconds")
    assert normalised(value) == value


@given(st.text(max_size=130))
def test_anything_is_read_or_null(text):
    value = normalised(text)
    assert value is None or value[:4].isdigit()
