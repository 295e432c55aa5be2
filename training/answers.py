"""How well answers are tied to what they answer: `python -m training.answers --data DATA [--part PART …]`.

Reads the reports of `annotations/answers.jsonl` with the installed Konon, and of each part prints how many ties are
right, of statements whose contents were found. Of the parts `gold` (reports of part `train`) and `tune` all reports are
read, since all their denials, rejections and confirmations are annotated: what else is tied there is wrong. `tune` is
the part that no rule was made from.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from rich.progress import track

from konon import Record, read
from konon.evaluation.gold import GoldReport, GoldStatement
from konon.evaluation.matching import overlap, pair, touch
from konon.evaluation.statements import LEAST_OVERLAP
from konon.evaluation.tally import Tally
from konon.record.model import Span
from konon.record.statement import Statement
from training.reports import gold, own, written

ANSWERS = Path(__file__).parent / "annotations" / "answers.jsonl"
# Parts of which every answer is annotated, so that a report without a line has none.
WHOLE = frozenset({"gold", "tune"})


class Answered(BaseModel):
    """A statement by its content, or an event by its trigger."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statement: tuple[Span, ...] = ()
    event: Span | None = None


class Answer(BaseModel):
    """A denial, rejection or confirmation by its content, and what it answers: each is right; null where nothing is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    doc: str
    content: tuple[Span, ...]
    answered: tuple[Answered, ...] | None


Answers = Mapping[str, Mapping[tuple[Span, ...], tuple[Answered, ...]]]


def annotated(file: Path = ANSWERS) -> Answers:
    """By report and by the content of each annotated answer, what it answers."""
    found: dict[str, dict[tuple[Span, ...], tuple[Answered, ...]]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        answer = Answer.model_validate(json.loads(line))
        found.setdefault(answer.doc, {})[answer.content] = answer.answered or ()
    return found


def reports(data: Path, part: str, docs: Iterable[str]) -> Iterator[GoldReport]:
    """The gold records of a part with their texts: of all its reports, or of those that have annotated answers."""
    wanted = frozenset(docs)
    pairs = {"gold": lambda: gold(data / "gold", "train"), "written": written}.get(
        part, lambda: own(data / "raw", part)
    )
    for report, record in pairs():
        if part in WHOLE or report["doc"] in wanted:
            yield GoldReport.model_validate({"sha256": "", **record, "text": report["text"]})


def score(report: GoldReport, record: Record, answers: Mapping[tuple[Span, ...], tuple[Answered, ...]]) -> Tally:
    """The ties of one record, of statements that were found; a tie of a statement that answers nothing is wrong."""
    tally = Tally()
    pairs = pair(
        report.statements, record.statements, likeness=lambda g, p: overlap(g.content, p.content), least=LEAST_OVERLAP
    )
    for known, said in pairs:
        wanted = answers.get(known.content, ())
        right = any(_is(target, report, record, known, said) for target in wanted)
        tally.add(int(right), int(said.answers is not None), int(bool(wanted)))
    return tally


def _is(target: Answered, report: GoldReport, record: Record, known: GoldStatement, said: Statement) -> bool:
    """Whether a statement's tie goes to this target.

    An event whose trigger stands in the answer's own content is the one of its type that is told elsewhere.
    """
    if target.event is None:
        told = next((each for each in record.statements if each.id == said.answers), None)
        return told is not None and overlap(target.statement, told.content) >= LEAST_OVERLAP
    event = next((each for each in record.events if each.id == said.answers), None)
    types = {each.type for each in report.events if each.trigger == target.event}
    if event is None:
        return False
    again = event.type in types and any(touch(place, event.trigger) for place in known.content)
    return again or touch(target.event, event.trigger)


def main() -> None:
    """Print the figures of each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", nargs="*", default=["gold", "train", "written", "tune"])
    given = parser.parse_args()
    answers = annotated()
    print("part     ties   told  right  precision  recall     F1")
    for part in given.part:
        tally = Tally()
        for report in track(list(reports(given.data, part, answers)), description=part, transient=True):
            one = score(report, read(report.text), answers.get(report.doc, {}))
            tally.add(one.right, one.predicted, one.gold)
        print(
            f"{part:8s} {tally.gold:4d} {tally.predicted:6d} {tally.right:6d} "
            f"{tally.precision:10.3f} {tally.recall:7.3f} {tally.f1:6.3f}"
        )


if __name__ == "__main__":
    main()
