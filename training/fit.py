"""Training: passes over all samples, a checkpoint after each, resumed from the last."""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import torch
from torch.optim.lr_scheduler import LambdaLR

from konon.language.reader.units import UNKNOWN, Pieces
from training.batches import batches
from training.corpus import Corpus
from training.labels import Labels
from training.network import Reader, losses
from training.plan import Plan

log = logging.getLogger("training")
GAPS = 0.05


def optimizer_of(model: Reader, plan: Plan) -> torch.optim.Optimizer:
    """AdamW whose rate falls from the upper layers of the encoder to the lower ones."""
    groups = []
    top = plan.depth
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = plan.head_rate
        if name.startswith("encoder."):
            layer = int(name.split(".")[3]) + 1 if ".layer." in name else 0
            rate = plan.rate * plan.decay ** (top - layer)
        fixed = parameter.dim() < 2 or "LayerNorm" in name
        groups.append({"params": [parameter], "lr": rate, "weight_decay": 0.0 if fixed else 0.01})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def fit(model: Reader, corpus: Corpus, labels: Labels, *, pieces: Pieces, plan: Plan, folder: Path) -> Reader:
    """The trained model; goes on from `folder/checkpoint.pt` where there is one."""
    optimizer = optimizer_of(model, plan)
    rates = [group["lr"] for group in optimizer.param_groups]
    steps = sum(
        1
        for _ in batches(corpus.samples(plan, plan.passes), pieces, labels, budget=plan.budget, chance=random.Random(0))
    )
    file = folder / "checkpoint.pt"
    begun = _resumed(file, model, optimizer) if file.is_file() else 0
    # The plan decides, not the checkpoint: a run can go on with more passes or other rates.
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["initial_lr"] = rate
    schedule = LambdaLR(optimizer, _course(steps * plan.passes, plan.warmup), last_epoch=begun * steps - 1)
    log.info("plan %s, %d steps a pass, begun at pass %d", asdict(plan), steps, begun)
    for number in range(begun, plan.passes):
        torch.manual_seed(plan.seed * 1000 + number)
        _one_pass(
            model, corpus, labels, pieces=pieces, plan=plan, number=number, optimizer=optimizer, schedule=schedule
        )
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "pass": number + 1}
        torch.save(state, file.with_suffix(".new"))
        file.with_suffix(".new").replace(file)
    return model


def _resumed(file: Path, model: Reader, optimizer: torch.optim.Optimizer) -> int:
    """How many passes the checkpoint has behind it."""
    state = torch.load(file)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["pass"])


def _course(planned: int, warmup: float) -> Callable[[int], float]:
    """The share of the full rate at a step: up, then down to nothing; a little spare, since passes differ in length."""
    total = int(planned * 1.01)
    warm = int(total * warmup)
    return lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))


def _with_gaps(ids: torch.Tensor) -> torch.Tensor:
    """Pieces with some unknown ones among them, so that no head leans on a single piece."""
    gaps = (torch.rand(ids.shape) < GAPS) & (ids > UNKNOWN)
    return ids.masked_fill(gaps, UNKNOWN)


def _one_pass(
    model: Reader,
    corpus: Corpus,
    labels: Labels,
    *,
    pieces: Pieces,
    plan: Plan,
    number: int,
    optimizer: torch.optim.Optimizer,
    schedule: LambdaLR,
) -> None:
    model.train()
    begun, read = time.monotonic(), 0
    sums: dict[str, float] = {}
    samples = corpus.samples(plan, number + 1)
    order = random.Random(plan.seed * 100 + number)
    for step, batch in enumerate(batches(samples, pieces, labels, budget=plan.budget, chance=order)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(_with_gaps(batch.ids), batch.mask, batch.firsts)
        parts = losses(model, out, batch, early=number < plan.early)
        loss = torch.stack(list(parts.values())).sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        read += int(batch.mask.sum())
        for task, part in parts.items():
            sums[task] = sums.get(task, 0.0) + part.item()
        if step % 50 == 49:
            log.info("pass %d step %d, %.0f pieces a second", number + 1, step + 1, read / (time.monotonic() - begun))
    shown = " ".join(f"{task} {value / (step + 1):.3f}" for task, value in sorted(sums.items()))
    log.info("pass %d done in %.0f s: %s", number + 1, time.monotonic() - begun, shown)
