import numpy as np
import pytest

pytest.importorskip("onnx")

from training.network import LAYERS, WIDTH
from training.warm import tables

from konon.language.base import language


def test_a_shipped_model_comes_back_as_tables():
    found = tables(language("id").model / "reader.onnx")
    assert found["heads.upos.weight"].shape[1] == WIDTH
    assert found["mix.shares"].shape[1] == LAYERS
    encoder = [name for name in found if name.startswith("encoder.encoder.layer.") and name.endswith("dense.weight")]
    assert len(encoder) == 3 * 12
    assert all(np.isfinite(table).all() for table in found.values())
