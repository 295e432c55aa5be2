import pytest

from konon.language.base import language
from konon.language.reader.windows import MARGIN, WINDOW, ModelReader


@pytest.fixture(scope="module")
def reader():
    return ModelReader(language("id").model)


@pytest.mark.parametrize("sentence", ["desa ", "a ", "Nelayan itu pulang ke kampung. ", "( "])
def test_a_line_of_any_kind_takes_few_windows(reader, sentence):
    units = len(reader.read(sentence).windows[0].units)
    lines = reader.read(sentence * (3000 // units)).windows
    assert len(lines) <= 3000 // ((WINDOW - MARGIN) // 2) + 1
    assert max(len(line.units) for line in lines) <= WINDOW


def test_outputs_hold_a_row_for_each_unit(reader):
    for line in reader.read("Warga pulang. " * 60).windows:
        assert {len(rows) for rows in line.out.values()} == {len(line.units)}
        assert len(line.tokens) == len(line.units)
