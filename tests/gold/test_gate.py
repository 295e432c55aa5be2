"""The gate fails where it should, and pinning never loses ground unasked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).with_name("gate.py")
LINE = "statements: content"


class Gate:
    """A gate with floors and gold reports of its own, run as a command."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.floors_file = folder, folder / "floors.json"
        for name in ("gold", "seed"):
            (folder / name).mkdir()
            (folder / name / "gold.jsonl").write_text("{}\n", encoding="utf-8")

    def run(self, *options: str, dev: float = 0.8, seed: float = 0.9, breach: str = ""):
        scores = {
            part: {"scores": {LINE: {"f1": value}}, "breaches": [breach] if breach else []}
            for part, value in (("dev", dev), ("seed", seed))
        }
        (self.folder / "scores.json").write_text(json.dumps(scores), encoding="utf-8")
        given = ["--shared", self.folder, "--floors", self.floors_file, "--scores", self.folder / "scores.json"]
        return subprocess.run(
            [sys.executable, GATE, *given, *options], capture_output=True, encoding="utf-8", check=False
        )

    @property
    def floors(self):
        return json.loads(self.floors_file.read_text(encoding="utf-8"))

    @property
    def pinned(self):
        return {part: self.floors[part][LINE] for part in ("dev", "seed")}


@pytest.fixture
def gate(tmp_path):
    return Gate(tmp_path)


@pytest.fixture
def pinned(gate):
    assert gate.run("--repin").returncode == 0
    return gate


def test_floors_are_pinned_a_margin_below(pinned):
    assert pinned.pinned == {"dev": 0.795, "seed": 0.895}


@pytest.mark.parametrize(("dev", "code"), [(0.8, 0), (0.795, 0), (0.7949, 1), (0.9, 0)])
def test_a_score_below_its_floor_fails(pinned, dev, code):
    assert pinned.run(dev=dev).returncode == code


def test_each_part_has_floors_of_its_own(pinned):
    run = pinned.run(seed=0.8)
    assert run.returncode == 1
    assert "seed: statements: content: 0.8000 is below the floor of 0.8950" in run.stdout


def test_a_breach_fails_and_is_not_pinned(pinned):
    run = pinned.run("--repin", dev=0.95, breach="a chain that does not end at the outlet")
    assert run.returncode == 1
    assert "dev: breach: a chain" in run.stdout
    assert pinned.pinned["dev"] == 0.795


def test_a_line_without_floor_fails(gate):
    assert gate.run().returncode == 1


def test_repin_raises_but_never_lowers(pinned):
    run = pinned.run("--repin", dev=0.7, seed=0.95)
    assert run.returncode == 1
    assert pinned.pinned == {"dev": 0.795, "seed": 0.945}


def test_a_loss_is_accepted_only_with_a_reason_which_is_kept(pinned):
    assert pinned.run("--repin", "--accept-loss", "the gold was mended", dev=0.7).returncode == 0
    assert pinned.pinned == {"dev": 0.695, "seed": 0.895}
    assert pinned.floors["losses"] == [{"why": "the gold was mended", "lowered": {f"dev: {LINE}": [0.795, 0.695]}}]
    pinned.run("--repin")
    assert len(pinned.floors["losses"]) == 1


def test_a_reason_without_repin_is_wrong_usage(pinned):
    assert pinned.run("--accept-loss", "because").returncode == 2


def test_changed_gold_reports_are_told(pinned):
    (pinned.folder / "gold" / "gold.jsonl").write_text("{} \n", encoding="utf-8")
    run = pinned.run()
    assert run.returncode == 0
    assert "have changed" in run.stdout


def test_without_gold_reports_the_gate_is_skipped(gate):
    (gate.folder / "gold" / "gold.jsonl").unlink()
    run = gate.run()
    assert run.returncode == 0
    assert "skipped" in run.stdout
