import pytest
from rich.cells import cell_len

from konon.export import Sheet, export
from konon.record import Date, Span

from .judged import JUDGED
from .story import RECORD, plain


def shown(record=RECORD, **sheet: int):
    return "".join(export([record], "text", sheet=Sheet(**sheet)))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_sheet(width):
    lines = [line for line in shown(width=width).splitlines() if line != RECORD.document.url]
    assert max(map(cell_len, lines)) <= width


def test_an_address_is_never_broken():
    assert f"\n{RECORD.document.url}\n" in shown(width=40)


@pytest.mark.parametrize(
    "told",
    [
        "Komandan Front Timur Bantah Serang Konvoi Bantuan di Kassala\nKabarSelat.com · 2024-03-13 · Port Sudan",
        "  2 Idris Hamdan → surat → AFP → KabarSelat.com\n    deny · direct · 2024-03-12 · answers “menyerang”\n",
        "\n      6 Idris Hamdan → Salma Osman → KabarSelat.com\n        promise",
        "accuse · direct · 2024-03-13 · to wartawan",
    ],
)
def test_the_account_tells(told):
    assert told in shown(width=120)


@pytest.mark.parametrize(
    "parts",
    [
        ("at least 14 killed", "“sedikitnya 14 orang”", "says Bulan Sabit Merah Sudan (7)"),
        (
            "ASSAULT firearms · denied",
            "“menyerang” · Front Timur → konvoi bantuan",
            "Kassala · 2024-03-11 · says Idris",
        ),
        ("CONSULT · planned", "“bertemu”", "Jeddah · says an unnamed source (12)"),
        ("Front Timur based in Kassala", "“berbasis di Kassala”", "the reporter"),
        ("person", "Idris Hamdan (Komandan, Front Timur) · Salma Osman"),
    ],
)
def test_counts_events_relations_and_entities_stand_in_a_row_each(parts):
    assert any(all(part in line for part in parts) for line in shown(width=120).splitlines())


def test_colour_adds_nothing_to_the_words_and_plain_has_none():
    assert "\x1b[" not in shown()
    assert "\x1b[" in shown(colour=True)


def test_a_long_content_is_shortened():
    long = RECORD.statements[0].model_copy(update={"content": (Span(start=0, end=1400),)})
    record = RECORD.model_copy(update={"statements": (long,), "counts": (), "events": (), "relations": ()})
    assert "…" in shown(record)
    assert "dibantah Hamdan" not in shown(record)


@pytest.mark.parametrize("trick", ["\x1b[31mmerah", "\x07", "\u202egnilab", "[bold]tebal[/bold]", ":smile:"])
def test_a_report_cannot_steer_the_terminal(trick):
    account = shown(plain("Isi", title=f"Judul {trick}"))
    assert not set("\x1b\x07\u202e") & set(account)
    assert trick.lstrip("\x1b\x07\u202e") in account


def test_a_bare_text_has_an_account_too():
    assert shown(plain("Isi")) == "Untitled report\noutlet and date unknown\n"


@pytest.mark.parametrize(
    "told",
    [
        "menjaga jalan itu”\n    85% sure · cue: rule active 0.91 · act: head act\n    surat: 70% sure · role: rule",
        "    surat: 70% sure · role: rule <chains>\n    AFP: 70%",
        "says Sudan (3)\n   over 99% sure · kind: head count 0.50\n",
        "the reporter\n   30% sure · type: rule words 0.50\n",
        " person        Idris Hamdan                90% sure · kind: table gazetteer 0.50\n               Salma ",
    ],
)  # fmt: skip
def test_reasons_stand_below_what_they_are_of(told):
    assert told in shown(JUDGED, width=120, explain=True)
    assert "sure" not in shown(JUDGED, width=120)


def test_what_has_no_reasons_has_no_line_for_them():
    assert not [line for line in shown(explain=True).splitlines() if "sure" in line]
    assert "\n\n\n" not in shown(explain=True)


@pytest.mark.parametrize("width", [40, 80])
def test_reasons_fit_the_sheet(width):
    lines = [line for line in shown(JUDGED, width=width, explain=True).splitlines() if line != RECORD.document.url]
    assert max(map(cell_len, lines)) <= width


def test_a_total_tells_since_when_it_counts():
    total = RECORD.counts[0].model_copy(update={"cumulative_since": Date(value="2024-03-01")})
    assert "detained since 2024-03-01" in shown(RECORD.model_copy(update={"counts": (total,)}), width=160)
