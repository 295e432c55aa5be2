"""The gold gate: reads the gold reports with the installed konon and fails where a score falls below its floor.

    gate.py                               compare with the floors beside this file
    gate.py --repin                       raise the floors to what is measured now, less a small margin
    gate.py --repin --accept-loss WHY     lower them too; WHY is kept in the file

The gold reports lie in `../shared` beside the project. They are their publishers' and not part of it, so where they
are missing the gate says so and passes.
"""

# ruff: noqa: T201 - a command of its own: what it prints is its result
import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MARGIN = 0.005  # what a floor lies below the measured score, so that a neutral change does not break it
Scores = dict[str, Any]


def main(arguments: list[str]) -> int:
    """0 where every score holds, 1 where one does not."""
    options = parse(arguments)
    gold, seed = options.shared / "gold", options.shared / "seed"
    if not (gold / "gold.jsonl").is_file() or not (seed / "gold.jsonl").is_file():
        print(f"gold gate: skipped, no gold reports in {options.shared}")
        return 0
    floors: Scores = json.loads(options.floors.read_text(encoding="utf-8")) if options.floors.is_file() else {}
    if options.scores:
        measured: Scores = json.loads(options.scores.read_text(encoding="utf-8"))
    else:
        measured = {"dev": measure(gold, gold, part="dev"), "seed": measure(seed, gold)}
    mark = fingerprint([gold / "gold.jsonl", seed / "gold.jsonl"])
    if options.repin:
        floors = {**repinned(floors, measured, why=options.accept_loss), "gold_sha256": mark}
    elif floors.get("gold_sha256", mark) != mark:
        print("gold gate: the gold reports have changed since the floors were pinned; run it with --repin")
    failures = judge(floors, measured)
    print(table(floors, measured), *failures, sep="\n")
    if options.repin and not breaches(measured):
        options.floors.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("gold gate: failed" if failures else "gold gate: passed")
    return 1 if failures else 0


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repin", action="store_true", help="raise the floors to the measured scores")
    parser.add_argument(
        "--accept-loss", metavar="WHY", default="", help="with --repin: lower floors too, for this reason"
    )
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="the folder that holds gold and seed"
    )
    parser.add_argument("--floors", type=Path, default=Path(__file__).with_name("floors.json"))
    parser.add_argument("--scores", type=Path, help="take the scores from a file instead of measuring them")
    options = parser.parse_args(arguments)
    if options.accept_loss and not options.repin:
        parser.error("--accept-loss goes with --repin")
    return options


def measure(folder: Path, scorer: Path, *, part: str = "") -> Scores:
    """What the scorer of the gold reports says of the records that konon makes of a folder's reports."""
    reports = next(file for name in ("reports.jsonl", "report.jsonl") if (file := folder / name).is_file())
    with tempfile.TemporaryDirectory() as scratch:
        chosen, records = Path(scratch) / "reports.jsonl", Path(scratch) / "records.jsonl"
        lines = [line for line in reports.read_text(encoding="utf-8").split("\n") if line.strip()]
        wanted = [line for line in lines if not part or json.loads(line).get("part") == part]
        chosen.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        with records.open("wb") as stream:
            subprocess.run([konon(), "read", chosen, "--to", "jsonl"], check=True, stdout=stream)
        command = [sys.executable, scorer / "gold.py", "score", folder / "gold.jsonl", records, "--json"]
        command += ["--part", part] if part else []
        answer = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    found: Scores = json.loads(answer)
    return found


def konon() -> str:
    """The command that belongs to this Python, or else the first on the path."""
    beside = Path(sys.executable).parent / "konon"
    found = str(beside) if beside.is_file() else shutil.which("konon")
    if not found:
        sys.exit("gold gate: konon is not installed")
    return found


def fingerprint(files: list[Path]) -> str:
    """The SHA-256 over the files, in their order."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def f1(measured: Scores, part: str) -> dict[str, float]:
    """The F1 scores of a part, by line."""
    return {line: row["f1"] for line, row in measured[part]["scores"].items()}


def breaches(measured: Scores) -> list[str]:
    """What records broke, in all parts."""
    return [f"{part}: breach: {breach}" for part in measured for breach in measured[part]["breaches"]]


def judge(floors: Scores, measured: Scores) -> list[str]:
    """Why the gate fails, a line each; empty where it passes."""
    failures = breaches(measured)
    for part in measured:
        for line, value in f1(measured, part).items():
            floor = floors.get(part, {}).get(line)
            if floor is None:
                failures.append(f"{part}: {line}: no floor is pinned; run the gate with --repin")
            elif value < floor:
                failures.append(f"{part}: {line}: {value:.4f} is below the floor of {floor:.4f}")
    return failures


def repinned(floors: Scores, measured: Scores, *, why: str) -> Scores:
    """New floors: raised where there is a gain, lowered only for a reason, which is kept with what it lowered."""
    pinned: Scores = {"losses": list(floors.get("losses", []))}
    lowered = {}
    for part in measured:
        old = floors.get(part, {})
        new = {line: round(max(0.0, value - MARGIN), 4) for line, value in f1(measured, part).items()}
        lost = {line for line, floor in new.items() if floor < old.get(line, 0.0)} if why else set()
        lowered |= {f"{part}: {line}": [old[line], new[line]] for line in sorted(lost)}
        pinned[part] = {line: floor if line in lost else max(floor, old.get(line, 0.0)) for line, floor in new.items()}
    if lowered:
        pinned["losses"].append({"why": why, "lowered": lowered})
    return pinned


def table(floors: Scores, measured: Scores) -> str:
    """Score and floor of every line."""
    return "\n".join(
        f"{part:5s}{line:44s} F1 {value:.4f}   floor {floors.get(part, {}).get(line, 0.0):.4f}"
        for part in measured
        for line, value in f1(measured, part).items()
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
