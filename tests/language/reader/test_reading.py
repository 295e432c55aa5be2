import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.errors import ModelError
from konon.language.base import language
from konon.language.reader.windows import WINDOW, ModelReader

FOLDER = language("id").model
REPORT = (
    "Menteri Kelautan Rahmat Wijaya bertemu nelayan di Pelabuhan Teluk Lama, Senin (3/2/2025).\n"
    '"Kami akan membantu mereka," kata Rahmat dalam keterangan tertulis.\n'
)


@pytest.fixture(scope="module")
def reader():
    return ModelReader(FOLDER)


def told(reading):
    """All that is said of each unit, to the last bit."""
    return [
        (unit.start, tuple((task, rows[number].tobytes()) for task, rows in sorted(line.out.items())))
        for line in reading.windows for number, unit in enumerate(line.units)
    ]  # fmt: skip


def test_words_have_names_parts_of_speech_and_one_root(reader):
    words = reader.read("Rahmat Wijaya bertemu nelayan di Jakarta.").words
    assert [word.name for word in words[:2]] == ["B-person", "I-person"]
    assert [word.upos for word in words[2:5]] == ["VERB", "NOUN", "ADP"]
    assert [word.text for word in words if word.head == -1] == ["bertemu"]
    assert words[-1].ends


def test_names_have_places_and_kinds(reader):
    names = reader.read("Rahmat Wijaya bertemu nelayan di Jakarta.").names
    assert [(name.start, name.end, name.kind) for name in names] == [(0, 13, "person"), (33, 40, "place")]
    assert all(0.5 < name.shares[name.kind] <= 1 for name in names)


def test_a_window_holds_whole_lines_as_many_as_fit(reader):
    line = "Hujan turun sejak pagi di kampung itu. " * 5
    windows = reader.read("\n".join([line] * 20)).windows
    assert len(reader.read(REPORT).windows) == 1
    assert 1 < len(windows) < 20
    assert all(window.units[0].line for window in windows[1:])


def test_a_long_line_is_read_sentence_by_sentence(reader):
    sentence = "Nelayan itu pulang ke kampung setelah tiga hari melaut bersama anaknya. "
    text = sentence * 200
    words = reader.read(text).words
    assert "".join(word.text for word in words) == "".join(text.split())
    assert sum(word.ends for word in words) == 200
    lines = reader.read(text).windows
    assert max(len(line.units) for line in lines) <= WINDOW


def test_reading_twice_gives_the_same(reader):
    assert told(ModelReader(FOLDER).read(REPORT)) == told(reader.read(REPORT))


@pytest.mark.parametrize(
    "text", ["", "\n \n", ".", "😀😀 👍🏽", "قال الوزير إنه سيأتي", "部长说他会来。", "a" * 100_000, "a " * 5000]
)
def test_no_text_fails_and_nothing_is_lost(reader, text):
    reading = reader.read(text)
    assert "".join(word.text for word in reading.words) == "".join(text.split())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(reader, text):
    reading = reader.read(text)
    places = [(word.start, word.end) for word in reading.words]
    assert places == sorted(places)
    assert all(text[word.start : word.end] for word in reading.words)


def test_a_missing_or_damaged_file_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"labels\.json"):
        ModelReader(tmp_path)
    for name in ("labels.json", "tokenizer.json"):
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / "reader.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match="damaged") as caught:
        ModelReader(tmp_path)
    assert "KONON_MODEL" in caught.value.remedy
