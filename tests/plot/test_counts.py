"""Pictures of numbers: what they show, and that the same numbers give the same picture."""

import re
import sys
from itertools import pairwise

import pytest

from konon.archive import Counts, FoundEvent
from konon.compare.tolls import Figure
from konon.errors import PlotError
from konon.plot import draw, told
from konon.plot.labels import Label, spread

EVENT = FoundEvent(
    event="r1/v0", day="2024-05-11", dated=True, type="ASSAULT", mode=None, status="happened", trigger="serangan",
    place="Kota Damar", country=None, actors=(), recipients=(), reports=3, outlets=2, numbers=4,
)  # fmt: skip


def figure(number, teller, day, **fields: object):
    values = {
        "kind": "killed", "of": "orang", "like": "", "minimum": number, "maximum": number, "approximate": False,
        "words": f"{number} orang", "part": False, "tie": "sentence", "since": None, "teller": teller, "actor": teller,
        "itself": False, "statement": None, "report": f"r{number}", "outlet": "KabarTeluk", "url": None, "day": day,
        "published": day, **fields,
    }  # fmt: skip
    return Figure(**values)


FIGURES = (
    figure(12, "Karsan Udo", "2024-05-11"), figure(20, "Palang Merah", "2024-05-12"),
    figure(20, "Karsan Udo", "2024-05-14", maximum=None), figure(3, "Palang Merah", "2024-05-12", kind="missing"),
    figure(4, "Palang Merah", "2024-05-12", part=True),
)  # fmt: skip
COUNTS = Counts(event=EVENT, figures=FIGURES, contested=(), revised=())


@pytest.fixture(autouse=True)
def _needs_matplotlib() -> None:
    pytest.importorskip("matplotlib", reason="no matplotlib is installed (pip install 'konon[plot]')")


def words(picture):
    """The words of a picture: Matplotlib writes them beside their outlines."""
    return re.findall(r"<!-- (.*?) -->", picture.decode())


def test_a_picture_names_tellers_numbers_and_its_source():
    found = words(draw(COUNTS, form="svg"))
    assert {"Karsan Udo", "Palang Merah", "at least 20", "20", "contested", "11 May"} <= set(found)
    assert "20 killed: who gives which number" in found
    assert "Source: 2 reports by KabarTeluk; read with Konon" in found
    assert "Assault in Kota Damar on 11 May 2024: people killed, by who gave the number and when" in found


def test_title_and_source_can_be_said_otherwise():
    found = words(draw(COUNTS, form="svg", title="Korban di Damar", source="Sumber: arsip"))
    assert {"Korban di Damar", "Sumber: arsip"} <= set(found)


def test_a_kind_can_be_chosen():
    assert "3 missing: who gives which number" in words(draw(COUNTS, form="svg", kind="missing"))


@pytest.mark.parametrize(("form", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_the_same_numbers_give_the_same_picture(form, begins):
    assert draw(COUNTS, form=form).startswith(begins)
    assert draw(COUNTS, form=form) == draw(COUNTS, form=form)


@pytest.mark.parametrize(
    ("low", "high", "approximate", "expected"),
    [
        (1300, 1300, False, "1,300"),
        (240, 240, True, "about 240"),
        (20, None, False, "at least 20"),
        (None, 300, False, "up to 300"),
        (100, 999, False, "100 to 999"),
    ],
)
def test_a_number_is_told_with_its_bounds(low, high, approximate, expected):
    one = figure(1, "Karsan Udo", "2024-05-11", minimum=low, maximum=high, approximate=approximate)
    assert told(one) == expected
    assert draw(Counts(event=EVENT, figures=(one,), contested=(), revised=()), form="svg")


def test_nothing_to_draw_is_told():
    with pytest.raises(PlotError, match="There are: killed, missing"):
        draw(COUNTS, kind="injured")
    with pytest.raises(PlotError, match="konon events"):
        draw(Counts(event=EVENT, figures=(), contested=(), revised=()))


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(PlotError, match=re.escape("pip install 'konon[plot]'")):
        draw(COUNTS)


def test_labels_never_stand_over_each_other():
    labels = [Label(f"A{number}\n{number}", 10.0 + number / 10, "black") for number in range(8)]
    heights = [height for _, height in spread(labels, line=1.0, top=30.0)]
    assert all(later - earlier >= 2.3 - 1e-9 for earlier, later in pairwise(heights))
    assert heights[0] > 0
    assert heights[-1] < 30


def test_a_label_alone_stands_at_its_line():
    assert spread([Label("A", 10.0, "black")], line=1.0, top=30.0) == [(Label("A", 10.0, "black"), 10.0)]
