"""The figures are those of the scorer that belongs to the gold reports."""

import json
import random
import subprocess
import sys

import pytest

from konon.evaluation import evaluate, load_gold, read_records
from konon.record import Document, Record

SPOILED = 0.25  # the share of fields that are spoiled on the way from the gold to the records
FIELDS = {
    "act": ("say", "deny", "accuse"), "form": ("direct", "indirect"), "status": ("happened", "planned", "denied"),
    "kind": ("killed", "injured"), "minimum": (None, 3, 1200), "type": ("ASSAULT", "COERCE"),
}  # fmt: skip


class Spoiler:
    """Turns gold reports into records with errors of all kinds; the same seed gives the same errors."""

    def __init__(self, gold, seed) -> None:
        self.gold, self.dice = gold, random.Random(seed)
        names = {name: number for number, entity in enumerate(gold.entities) for name in (*entity.aliases, entity.name)}
        self.ids = {name: f"e{number}" for name, number in names.items()}

    def record(self):
        gold = self.gold
        kinds = ("person", "place")
        entities = [
            {"id": f"e{n}", "name": entity.name, "kind": self.dice.choice(kinds) if self.hit() else entity.kind}
            for n, entity in enumerate(gold.entities)
        ]
        statements = self.kept([self.statement(n, said) for n, said in enumerate(gold.statements)])
        self.said = [said["id"] for said in statements]
        return Record.model_validate({
            "konon": "spoiled", "document": Document.of(gold.text, language="id").model_dump(), "entities": entities,
            "statements": statements, "events": self.kept([self.event(n, e) for n, e in enumerate(gold.events)]),
            "counts": self.kept([self.count(n, c) for n, c in enumerate(gold.counts) if c.span]),
            "relations": self.kept([self.relation(n, r) for n, r in enumerate(gold.relations)]),
        })  # fmt: skip

    def hit(self):
        return self.dice.random() < SPOILED

    def kept(self, parts):
        return [part for part in parts if not self.hit()]

    def who(self, name):
        return self.dice.choice([*self.ids.values(), None]) if self.hit() else self.ids.get(name)

    def moved(self, span):
        start = max(0, span.start - self.dice.randint(0, 30)) if self.hit() else span.start
        return {"start": start, "end": span.end}

    def spoiled(self, **fields: object):
        return {name: self.dice.choice(FIELDS[name]) if self.hit() else value for name, value in fields.items()}

    def date(self, value):
        spoiled = self.dice.choice(("2024-01-01", None)) if self.hit() else value
        return {"value": spoiled} if spoiled else None

    def statement(self, number, said):
        links = [
            {"role": link.role, "entity": self.who(link.name), **(self.moved(link.span) if link.span else {})}
            for link in self.kept(said.chain)
        ]
        content, source = [self.moved(span) for span in said.content], self.who(said.source)
        return {"id": f"s{number}", "content": content, "cue": None, "source": source, "date": self.date(said.date),
                "chain": [*links, {"role": "outlet"}], **self.spoiled(act=said.act, form=said.form)}  # fmt: skip

    def event(self, number, event):
        parties = {
            side: [who for who in map(self.who, getattr(event, side)) if who] for side in ("actors", "recipients")
        }
        told = self.dice.choice([None, *self.said]) if self.hit() else None
        return {"id": f"v{number}", "trigger": self.moved(event.trigger), "attributed_to": told, **parties,
                "date": self.date(event.date), **self.spoiled(type=event.type, status=event.status)}  # fmt: skip

    def count(self, number, count):
        told = self.dice.choice([None, *self.said])
        return {"id": f"c{number}", **self.moved(count.span), "maximum": count.maximum, "attributed_to": told,
                **self.spoiled(minimum=count.minimum, kind=count.kind)}  # fmt: skip

    def relation(self, number, tie):
        one, other = self.ids[tie.subject], self.ids[tie.object]
        if self.hit():
            one, other = other, one
        span = tie.evidence.model_dump() if tie.evidence else {"start": 0, "end": 1}
        return {"id": f"r{number}", "subject": one, "type": tie.type, "object": other, **span}


def theirs(gold_folder, golds, records, scratch):
    """What the other scorer says."""
    (scratch / "records.jsonl").write_text("\n".join(record.to_json() for record in records), encoding="utf-8")
    chosen = {gold.doc for gold in golds}
    lines = (gold_folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if json.loads(line)["doc"] in chosen]
    (scratch / "gold.jsonl").write_text("\n".join(wanted), encoding="utf-8")
    files = [scratch / "gold.jsonl", scratch / "records.jsonl"]
    command = [sys.executable, gold_folder / "gold.py", "score", *files, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


def figures(evaluation):
    """What both scorers tell; confidences only ours does."""
    return {name: told for name, told in evaluation.as_json().items() if name != "calibration"}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_scorer_of_the_gold_reports_agrees_in_every_figure(gold_folder, tmp_path, seed):
    golds = load_gold(gold_folder, part="train")[:40]
    records = [Spoiler(gold, seed).record() for gold in golds[1:]]
    ours = evaluate(golds, records)
    assert figures(ours) == theirs(gold_folder, golds, records, tmp_path)
    assert all(0 < tally.f1 < 1 for tally in ours.tallies.values())


def test_it_agrees_on_records_that_konon_makes(gold_folder, tmp_path):
    golds = load_gold(gold_folder, part="train")[40:80]
    records = list(read_records(gold_folder, golds))
    assert figures(evaluate(golds, records)) == theirs(gold_folder, golds, records, tmp_path)
