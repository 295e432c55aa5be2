"""How to train: what the options of a run tell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """How to train.

    In the first `early` passes all labels weigh alike; behind them trees come `trees` times. `side` is the share of
    treebanks and of sentences with names that comes in each pass, another one each time. `weak` reports that rules
    alone have read come in each pass, other ones each time; gold reports come `gold` times, cut otherwise each time. In
    the share `renamed` of annotated reports persons have other names each time, and in as many states. `dropout` is
    that of the encoder's layers.
    """

    passes: int = 12
    rate: float = 1e-4
    head_rate: float = 1.5e-3
    decay: float = 0.92
    budget: int = 1600
    warmup: float = 0.08
    seed: int = 7
    depth: int = 12
    tuned: bool = False
    early: int = 4
    weak: int = 160
    trees: int = 2
    side: float = 1.0
    gold: int = 1
    renamed: float = 0.0
    dropout: float = 0.0
