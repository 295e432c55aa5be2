import pytest

from konon.errors import LanguageError
from konon.language.base import language
from konon.language.detect import detect

MALAY = (
    "Polis berkata, mangsa dipercayai lemas kerana arus deras. Beliau berkata, kereta lelaki itu dijumpai semalam "
    "dan siasatan dibuat bagi mengenal pasti punca kejadian, manakala pejabat kerajaan di bandar itu ditutup."
)
ENGLISH = "The minister said on Monday that the bridge would be opened again as soon as the river has gone down."


@pytest.mark.parametrize("row", language("id").table("detection", "profile"))
def test_the_example_of_the_profile_is_found(row):
    assert detect(row["example"], "none") == "id"
    assert set(row["example"].lower().rstrip(".").split()) & set(row["words"])


@pytest.mark.parametrize("kind", ["against_neighbour", "neighbour"])
def test_the_marks_stand_in_their_examples(kind):
    for row in language("id").table("detection", kind):
        words = set(row["example"].lower().replace(",", "").rstrip(".").split())
        assert len(words & set(row["words"])) > 2


def test_marks_of_both_sides_are_apart():
    (own,) = language("id").table("detection", "against_neighbour")
    for row in language("id").table("detection", "neighbour"):
        assert not set(own["words"]) & set(row["words"])


@pytest.mark.parametrize(
    "text",
    [
        "Warga yang tinggal di tepi sungai itu belum bisa pulang karena air masih tinggi.",
        'Polisi mengatakan jembatan itu dibuka. "The bridge is safe," ujarnya dalam bahasa Inggris kepada para tamu.',
        "Jembatan Baru Dibuka",
        "12345",
        "",
        '"' * 1000,
        "???",
        "x" * 60_000,
    ],
)
def test_indonesian_or_too_short_to_tell(text):
    assert detect(text) == "id"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ENGLISH, "English (en)"),
        (MALAY, "Malay (ms)"),
        ("El ministro dijo el lunes que el puente se abrirá de nuevo cuando baje el río.", "Spanish (es)"),
    ],
)
def test_another_language_is_named_with_those_installed(text, name):
    with pytest.raises(LanguageError, match="Installed: id") as caught:
        detect(text)
    assert name in caught.value.message
