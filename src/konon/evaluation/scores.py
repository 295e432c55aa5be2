"""Records scored against gold reports: the table, the breaches and the mistakes."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from konon.evaluation.calibration import Bin, bins, expected_error
from konon.evaluation.events import score_events
from konon.evaluation.gold import GoldReport
from konon.evaluation.mistakes import Mistake
from konon.evaluation.parts import score_counts, score_dates, score_entities, score_relations
from konon.evaluation.sheet import LINES, Judged, Sheet
from konon.evaluation.statements import score_chains, score_statements
from konon.evaluation.tally import Tally
from konon.record.check import breaches
from konon.record.document import Document
from konon.record.record import Record


@dataclass
class Evaluation:
    """All scores of a set of records; `texts` holds the gold reports' texts, for showing mistakes in their place."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {line: Tally() for line in LINES})
    breaches: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    matched: int = 0
    judged: list[Judged] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """The table, the breaches and the number of gold reports."""
        rows = {line: tally.row() for line, tally in self.tallies.items()}
        errors = {kind: round(error, 4) for kind, (error, _) in self.calibration().items()}
        return {"scores": rows, "calibration": errors, "breaches": self.breaches, "reports": len(self.texts)}

    def table(self) -> str:
        """The table as text, a line a score, under a line that tells how many reports were found."""
        head = f"{self.matched} of {len(self.texts)} reports matched; {len(self.breaches)} breaches of what must hold"
        sure = (_calibrated(kind, *both) for kind, both in self.calibration().items())
        return "\n".join([head, *(_line(name, tally) for name, tally in self.tallies.items()), *sure])

    def calibration(self) -> dict[str, tuple[float, list[Bin]]]:
        """The expected calibration error of each kind of part that has confidences, with the bins it is made of."""
        kinds = dict.fromkeys(judged.kind for judged in self.judged)
        found = {kind: bins(judged for judged in self.judged if judged.kind == kind) for kind in kinds}
        return {kind: (error, rows) for kind, rows in found.items() if (error := expected_error(rows)) is not None}


def _line(name: str, tally: Tally) -> str:
    shares = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
    return f"{name:44s} {shares}   ({tally.right} right, {tally.predicted} predicted, {tally.gold} gold)"


def _calibrated(kind: str, error: float, rows: Sequence[Bin]) -> str:
    number = sum(each.count for each in rows)
    sure = sum(each.count * each.confidence for each in rows) / number
    right = sum(each.count * each.right for each in rows) / number
    name = f"calibration of confidences: {kind}"
    return f"{name:44s} ECE {error:.3f}   ({number} of mean confidence {sure:.2f}, {right:.2f} right)"


def evaluate(golds: Iterable[GoldReport], records: Iterable[Record]) -> Evaluation:
    """The scores of records; a record belongs to the gold report with exactly its text, and the first one counts.

    A gold report without a record counts as read with nothing found, and as a breach.
    """
    waiting = {gold.sha256: gold for gold in golds}
    evaluation = Evaluation(texts={gold.doc: gold.text for gold in waiting.values()})
    for record in records:
        gold = waiting.pop(hashlib.sha256(record.document.text.encode()).hexdigest(), None)
        if gold:
            evaluation.matched += 1
            _add(evaluation, score_report(gold, record))
            evaluation.breaches += [f"{gold.doc}: {breach}" for breach in breaches(record)]
    for gold in waiting.values():
        sheet = score_report(gold, Record(konon="", document=Document.of("", language="und")))
        sheet.mistakes.clear()
        _add(evaluation, sheet)
        evaluation.breaches.append(f"{gold.doc}: no record with exactly this text")
    return evaluation


def score_report(gold: GoldReport, record: Record) -> Sheet:
    """The sheet of one record, filled in."""
    sheet = Sheet(gold, record)
    score_entities(sheet)
    statements = score_statements(sheet)
    score_chains(sheet, statements)
    score_counts(sheet)
    events = score_events(sheet)
    score_relations(sheet)
    score_dates(sheet, [*statements, *events])
    return sheet


def _add(evaluation: Evaluation, sheet: Sheet) -> None:
    evaluation.mistakes += sheet.mistakes
    evaluation.judged += sheet.judged
    for line, tally in sheet.tallies.items():
        evaluation.tallies[line].add(tally.right, tally.predicted, tally.gold)
