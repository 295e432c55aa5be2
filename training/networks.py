"""A trained model and an exported one as functions of pieces."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from training.evaluate import Network, Outputs
from training.network import Reader


def of_torch(model: Reader) -> Network:
    """The trained model in full precision."""
    model.eval()

    def run(ids: Sequence[int], firsts: Sequence[int]) -> Outputs:
        with torch.no_grad():
            row = torch.tensor([ids])
            out = model(row, torch.ones_like(row), torch.tensor([firsts]))
        return {name: value[0].numpy() for name, value in out.items()}

    return run


def of_file(file: Path, *, threads: int = 1) -> Network:
    """An exported model."""
    import onnxruntime  # noqa: PLC0415 - heavy, and not needed while training

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(ids: Sequence[int], firsts: Sequence[int]) -> Outputs:
        row = np.array([ids], np.int64)
        given = {"input_ids": row, "attention_mask": np.ones_like(row), "first_pieces": np.array([firsts], np.int64)}
        return {name: value[0] for name, value in zip(names, session.run(names, given), strict=True)}

    return run
