"""Credits, dates and shares tell who has a text from whom."""

import pytest

from konon.compare.directions import Printing, direction


def printing(outlet: str = "Warta Rawa", published: str | None = None, *credited: str) -> Printing:
    return Printing(outlet, published, credited)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (printing(), printing("Harian Teluk", None, "Warta Rawa"), "one"),
        (printing("Warta Rawa", None, "Harian Teluk"), printing("Harian Teluk"), "other"),
        (printing(), printing("Harian Teluk"), "unknown"),
        # Each credits the other: neither counts.
        (printing("Warta Rawa", None, "Harian Teluk"), printing("Harian Teluk", None, "Warta Rawa"), "unknown"),
        (printing("Warta Rawa", None, "Antara"), printing("Harian Teluk", None, "ANTARA"), "common"),
        # Within one outlet that is a report and what was written on from it.
        (printing("Warta Rawa", "2024-03-11", "Antara"), printing("Warta Rawa", "2024-03-12", "ANTARA"), "one"),
        # A credit counts more than a date, which may be that of a change.
        (printing("Warta Rawa", "2024-03-12"), printing("Harian Teluk", "2024-03-11", "Warta Rawa"), "one"),
    ],
)
def test_who_has_it_from_whom(one, other, told):
    found, reasons = direction(one, other, one_share=0.9, other_share=0.9)
    assert found == told
    assert bool(reasons) == (told != "unknown")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2024-03-11", "2024-03-12", "one"),
        ("2024-03-12", "2024-03-11", "other"),
        ("2024-03-11", "2024-03-11", "unknown"),
        ("2024-03-11", "2024-03-11T10:00", "unknown"),
        ("2024-03-11T09:00", "2024-03-11T10:00", "one"),
        ("2024-03-11T09:00+00:00", "2024-03-11T10:00+07:00", "other"),
        # One without a zone can be before or after.
        ("2024-03-11T09:00", "2024-03-11T10:00+07:00", "unknown"),
        ("2024-03-10T09:00", "2024-03-11T10:00+07:00", "one"),
        ("2024-03", "2024-03-11", "unknown"),
        (None, "2024-03-11", "unknown"),
    ],
)
def test_dates_tell_as_far_as_they_are_told(one, other, told):
    assert direction(printing("A", one), printing("B", other), one_share=1, other_share=1)[0] == told


def test_shares_alone_do_not_tell_but_say_so():
    told, reasons = direction(printing("A"), printing("B"), one_share=0.5, other_share=1.0)
    assert told == "unknown"
    assert [(reason.feature, reason.score) for reason in reasons] == [("share", 0.1)]
