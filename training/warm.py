"""The weights of a trained file, read back, so that training can go on from a model that is shipped.

What is in int8 comes back to within a step of its scale; training mends that. Heads of another size begin anew.
"""

import json
import logging
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from training.network import LAYERS, Reader

log = logging.getLogger("training")
_SHARE = re.compile(r"/mix/Squeeze_(\d+)_output_0$")
Tables = dict[str, npt.NDArray[np.float32]]


def warm(model: Reader, file: Path) -> Reader:
    """The model with the weights of an exported file."""
    own = model.state_dict()
    found = {name: torch.tensor(table) for name, table in tables(file).items()}
    told = json.loads(file.with_name("labels.json").read_text(encoding="utf-8"))
    if "tie_near" in told:
        found["tie_near"] = torch.tensor(told["tie_near"])
    fitting = {name: table for name, table in found.items() if name in own and own[name].shape == table.shape}
    left = sorted(name for name in own if name not in fitting and "word_embeddings" not in name and name != "loose")
    log.info("%d tables from %s; anew: %s", len(fitting), file.name, ", ".join(left))
    model.load_state_dict(fitting, strict=False)
    return model


def tables(file: Path) -> Tables:
    """All tables of an exported file by their names in the network; products are turned to the network's way round."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(file).graph
    raw = {table.name: numpy_helper.to_array(table) for table in graph.initializer}
    found = {name[len("model.") :]: table for name, table in raw.items() if name.startswith("model.")}
    biases = {name: node for node in graph.node if node.op_type == "Add" for name in node.input if name in raw}
    made = {output: node for node in graph.node for output in node.output}
    for bias, node in biases.items():
        product = next((name for name in node.input if name != bias), "")
        table = _product(made, raw, product)
        if table is not None and bias.endswith(".bias"):
            found[bias[len("model.") : -len("bias")] + "weight"] = np.ascontiguousarray(table.T)
    found |= _kept(raw)
    return {name: table.astype(np.float32) for name, table in found.items() if table.dtype.kind == "f"}


def _kept(raw: Tables) -> Tables:
    """What the graph holds under names of its own: the shares of layers, a number each."""
    numbers = sorted((int(match[1]), float(raw[name])) for name in raw if (match := _SHARE.match(name)))
    shares = np.log([value for _, value in numbers]).reshape(-1, LAYERS)
    return {"mix.shares": shares.astype(np.float32)}


def _product(
    made: dict[str, "object"], raw: dict[str, npt.NDArray[np.float32]], output: str
) -> npt.NDArray[np.float32] | None:
    """The table `[in, out]` that a product multiplies with, whichever way it is kept."""
    node = made.get(output)
    while node is not None:
        kind, inputs = node.op_type, list(node.input)  # type: ignore[attr-defined]
        if kind == "MatMul":
            return next((raw[name] for name in inputs if name in raw), None)
        if kind == "MatMulNBits":
            return _blocks(node, raw)
        if kind == "MatMulInteger":
            return raw[inputs[1]].astype(np.float32)
        if kind == "Mul":  # the integers' product, times the scales of its two sides
            scales = _scales(made, raw, inputs)
            inner = next((name for name in inputs if _leads(made, name, "MatMulInteger")), "")
            table = _product(made, raw, inner)
            return None if table is None or scales is None else table * scales
        if kind != "Cast":
            return None
        node = made.get(inputs[0])
    return None


def _leads(made: dict[str, "object"], name: str, kind: str) -> bool:
    node = made.get(name)
    while node is not None and node.op_type == "Cast":  # type: ignore[attr-defined]
        node = made.get(node.input[0])  # type: ignore[attr-defined]
    return node is not None and node.op_type == kind  # type: ignore[attr-defined]


def _scales(
    made: dict[str, "object"], raw: dict[str, npt.NDArray[np.float32]], inputs: list[str]
) -> npt.NDArray[np.float32] | None:
    """The scale of each column of a table in int8."""
    for name in inputs:
        node = made.get(name)
        if node is not None and node.op_type == "Mul":  # type: ignore[attr-defined]
            return next((raw[part] for part in node.input if part in raw), None)  # type: ignore[attr-defined]
    return None


def _blocks(node: "object", raw: dict[str, npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
    """A table of eight bits with a scale for each block of a column."""
    steps, scales = (raw[name] for name in list(node.input)[1:3])  # type: ignore[attr-defined]
    columns, blocks, _ = steps.shape
    table = (steps.astype(np.float32) - 128.0) * scales.reshape(columns, blocks, 1)
    return table.reshape(columns, -1).T
