"""The files of a model, and its network as a function."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from konon.errors import ModelError
from konon.language.reader.decoding import Network, Outputs

REMEDY = "Install Konon anew, or read without the model: KONON_MODEL=false."


def contents(folder: Path, name: str) -> bytes:
    """A file of a model; ModelError where it is missing."""
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise ModelError("the reader model's file can't be read.", subject=str(folder / name), remedy=REMEDY) from error


def of_file(file: Path, *, threads: int = 1) -> Network:
    """An exported model as a function of pieces; the same answers at each run."""
    # Heavy, and not needed by a command that reads nothing.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Threads that wait by spinning take the time of the other workers.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        session = onnxruntime.InferenceSession(
            contents(file.parent, file.name), options, providers=["CPUExecutionProvider"]
        )
    except ModelError:
        raise
    except Exception as error:
        raise ModelError("the reader model's file is damaged.", subject=str(file), remedy=REMEDY) from error
    names = [output.name for output in session.get_outputs()]

    def run(ids: Sequence[int], firsts: Sequence[int]) -> Outputs:
        row = np.array([ids], np.int64)
        given = {"input_ids": row, "attention_mask": np.ones_like(row), "first_pieces": np.array([firsts], np.int64)}
        return {name: value[0] for name, value in zip(names, session.run(names, given), strict=True)}

    return run
