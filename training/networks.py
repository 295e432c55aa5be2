"""A trained model as a function of pieces."""

from collections.abc import Sequence

import torch

from konon.language.reader.decoding import Network, Outputs
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
