import json
from pathlib import Path

import pytest

from konon.errors import ContentError, LanguageError
from konon.reading import load, read_text
from konon.settings import Settings

SEED = Path(__file__).parents[3] / "shared" / "seed"

RAW = """

Komandan Pasukan Utara Siap Bantu Warga

written by Wartautara



Wartautara.com. Kendari - Komandan [Pasukan Utara](#) itu mengatakan mereka akan membantu warga. ![peta](peta.png)

Pasukan itu adalah cabang

Dinas Penolong (DP) yang [lama](https://contoh.id/a_(b) "lama"). "Kami siap," katanya.
"""


def test_a_raw_text_as_a_site_gives_it():
    document = read_text(RAW, "laporan.txt")
    assert document.title == "Komandan Pasukan Utara Siap Bantu Warga"
    assert (document.byline, document.outlet, document.dateline) == ("Wartautara", "Wartautara", "Kendari")
    assert document.text == (
        "Wartautara.com. Kendari - Komandan Pasukan Utara itu mengatakan mereka akan membantu warga. \n\n"
        "Pasukan itu adalah cabang\n\n"
        'Dinas Penolong (DP) yang lama. "Kami siap," katanya.'
    )


@pytest.mark.skipif(not SEED.exists(), reason="the seed report lies beside the repository")
def test_the_seed_report_comes_out_as_its_text():
    (file,) = SEED.glob("*.txt")
    expected = json.loads((SEED / "report.jsonl").read_text(encoding="utf-8"))
    document = load(file)
    assert (document.text, document.title, document.outlet) == (expected["text"], expected["title"], expected["outlet"])
    assert (document.byline, document.dateline) == ("Harakatuna", "Taheran")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_all_line_ends_are_one(end):
    text = f"Jembatan Baru{end}{end}Warga yang tinggal di sana senang."
    assert read_text(text).title == "Jembatan Baru"


def test_text_is_composed():
    assert read_text("Warga di kafe\u0301 itu senang.").text == "Warga di kaf\u00e9 itu senang."


def test_the_same_text_is_the_same_document():
    assert read_text(RAW) == read_text(RAW)


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff"])
def test_an_empty_text_is_an_error(text):
    with pytest.raises(ContentError, match=r"laporan.txt: the text is empty"):
        read_text(text, "laporan.txt")


def test_half_a_surrogate_pair_is_an_error():
    with pytest.raises(ContentError, match="surrogate"):
        read_text("Warga yang \ud800 senang di sana.")


def test_a_language_can_be_forced():
    english = "The minister said on Monday that the bridge would be opened again."
    with pytest.raises(LanguageError, match=r"a\.txt: the report is in English"):
        read_text(english, "a.txt")
    assert read_text(english, settings=Settings(language="id")).language == "id"
    with pytest.raises(LanguageError, match="'xx' is not installed"):
        read_text(english, settings=Settings(language="xx"))
