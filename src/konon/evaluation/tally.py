"""Right, predicted and gold, and the figures made from them."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many were right, how many were predicted and how many there are."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Adds the numbers of one report."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def row(self) -> dict[str, float | int]:
        """The figures as a table row, shares with four decimals."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        numbers = {"right": self.right, "predicted": self.predicted, "gold": self.gold}
        return {**{name: round(share, 4) for name, share in shares.items()}, **numbers}
