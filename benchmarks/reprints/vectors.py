"""Candidates by vectors: those of the reader model's encoder, averaged over a report's pieces."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import onnx
import onnxruntime
from rich.console import Console
from rich.progress import track

from konon.language.base import language
from konon.language.reader.units import Pieces, encoded, units
from reprints.pairs import Printed

# The outputs of the encoder's seventh and last layer, by the names that the exported file has for them.
LAYERS: Mapping[str, str] = {"the seventh layer": "/LayerNorm_14/LayerNormalization_output_0",
                             "the last layer": "/LayerNorm_24/LayerNormalization_output_0"}  # fmt: skip
_COMPARED, _PIECES = 20, 510


def recalls(reports: Sequence[Printed], kinds: Mapping[tuple[int, int], str]) -> dict[str, Counter[str]]:
    """For each layer, how many pairs of each kind are among the twenty nearest earlier reports of the later one."""
    made = _vectors([report.text for report in reports])
    found = {}
    for name, vectors in zip(LAYERS, made, strict=True):
        hits: Counter[str] = Counter()
        likeness = vectors @ vectors.T
        for at, report in enumerate(reports):
            nearest = np.argsort(-likeness[at, :at])[:_COMPARED]
            pairs = ((reports[other].number, report.number) for other in nearest)
            hits.update(kinds[pair] for pair in pairs if pair in kinds)
        found[name] = hits
    return found


def _vectors(texts: Sequence[str]) -> list[np.ndarray]:
    """The vectors of the reports, of length 1, for each layer; of a long report those of its first window."""
    folder = language("id").model
    if folder is None:
        raise SystemExit("the language has no model")
    graph = onnx.load(folder / "reader.onnx")
    graph.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in LAYERS.values())
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    pieces = Pieces(folder / "tokenizer.json")
    rows: list[list[np.ndarray]] = []
    for text in track(texts, transient=True, console=Console(stderr=True)):
        ids, _ = encoded(units(text, ()), pieces)
        row = np.array([ids[:_PIECES]], np.int64)
        given = {"input_ids": row, "attention_mask": np.ones_like(row), "first_pieces": np.zeros((1, 1), np.int64)}
        rows.append([layer[0].mean(axis=0) for layer in session.run(list(LAYERS.values()), given)])
    layers = [np.array([row[at] for row in rows]) for at in range(len(LAYERS))]
    # What all reports have in common would make all alike.
    centred = [layer - layer.mean(axis=0) for layer in layers]
    return [layer / np.linalg.norm(layer, axis=1, keepdims=True) for layer in centred]
