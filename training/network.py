"""The network: one encoder, and heads that all look at the first piece of each unit."""

from functools import reduce
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional
from transformers import BertModel

from konon.language.reader.reading import STEPS, steps
from konon.record.vocabulary import RELATION_TYPES
from training.batches import IGNORED, Batch
from training.labels import FIXED, Labels, loose_mask

WIDTH = 384
ARC, RELATION = 192, 48
LAYERS = 6
WEIGHTS = {
    "names3": 1.0,
    "nergrit": 0.5,
    "names": 1.0,
    "upos": 1.0,
    "nominal": 0.5,
    "end": 0.3,
    "begin": 0.3,
    "cue": 0.3,
    "source": 0.3,
    "content": 0.5,
    "link": 0.5,
    "event": 0.7,
    "status": 0.2,
    "mode": 0.1,
    "count": 0.5,
}
# Which heads share a mix of layers.
GROUPS = {"names3": 0, "nergrit": 0, "names": 0, "nominal": 3, "upos": 1, "begin": 1, "end": 2, "cue": 2, "source": 2,
          "content": 2, "link": 2, "act": 2, "said": 2, "event": 3, "status": 3, "mode": 3, "count": 3}  # fmt: skip
LOOSE_WEIGHT, ACT_WEIGHT = 0.3, 0.4
# Ties of a kind with their weight; of some it is enough that one mention of an entity is tied, whichever.
TIES: tuple[tuple[frozenset[str], float, bool], ...] = (
    (frozenset({"actor", "recipient", "place"}), 1.0, True),
    (frozenset({"speaker", "addressee"}), 0.5, True),
    (frozenset({"link"}), 0.5, False),
    (frozenset(RELATION_TYPES), 0.7, False),
)
# What a cue has as its content is learnt apart: its units are many.
INSIDE, INSIDE_WEIGHT = FIXED["tie"].index("inside"), 1.0
# Tasks whose labels are rare: a mean over all units would hardly move the encoder.
RARE = frozenset({"nominal", "cue", "source", "link", "event", "status", "count"})
TIE = 96


class Mix(nn.Module):
    """A learned mean of the last layers for each group of heads."""

    def __init__(self, groups: int) -> None:
        super().__init__()
        start = torch.zeros(groups, LAYERS)
        start[:, -1] = 1.0
        self.shares = nn.Parameter(start)

    def forward(self, layers: list[torch.Tensor]) -> list[torch.Tensor]:
        """The mixed vectors of each group."""
        # Sums of layers, not products with a vector: these took a quarter of the exported graph's time.
        rows = torch.softmax(self.shares, -1)
        return [reduce(torch.add, [share * layer for share, layer in zip(row, layers, strict=True)]) for row in rows]


class Reader(nn.Module):
    """Encoder and heads; `forward` gives by task what the heads say of each unit."""

    def __init__(
        self, base: Path, labels: Labels, kept: list[int] | None = None, *, depth: int = 12, dropout: float = 0.0
    ) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=dropout,
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:depth]
        if kept is not None:
            table = self.encoder.embeddings.word_embeddings.weight.detach()[kept]
            self.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(table, freeze=True)
            self.encoder.config.vocab_size = len(kept)
        self.mix = Mix(4)
        self.dropout = nn.Dropout(0.25)
        sizes = {task: len(labels.of(task)) or 1 for task in GROUPS}
        self.heads = nn.ModuleDict({task: nn.Linear(WIDTH, size) for task, size in sizes.items()})
        self.dependent = nn.Linear(WIDTH, ARC + RELATION)
        self.governor = nn.Linear(WIDTH, ARC + RELATION)
        self.arc = nn.Parameter(torch.eye(ARC) / ARC**0.5)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.root = nn.Parameter(torch.zeros(ARC))
        self.relation = nn.Parameter(torch.randn(RELATION + 1, len(labels.relation) * (RELATION + 1)) * 0.05)
        self.tie_one = nn.Linear(WIDTH, TIE)
        self.tie_other = nn.Linear(WIDTH, TIE)
        ties = len(labels.of("tie"))
        self.tie = nn.Parameter((torch.randn(TIE + 1, ties, TIE + 1) * 0.02 + _eye(ties)).flatten(1))
        self.tie_near = nn.Parameter(torch.zeros(ties, 2 * STEPS + 1))
        self.register_buffer("loose", torch.tensor(loose_mask()), persistent=False)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, firsts: torch.Tensor) -> dict[str, torch.Tensor]:
        """By task the scores of each unit; of arcs and relations the two sides, multiplied outside."""
        places = firsts.unsqueeze(-1).expand(-1, -1, WIDTH)
        layers = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states[-LAYERS:]
        with torch.autocast("cpu", enabled=False):
            mixed = self.mix([torch.gather(layer.float(), 1, places) for layer in layers])
            return self.scores([self.dropout(vectors) for vectors in mixed])

    def scores(self, groups: list[torch.Tensor]) -> dict[str, torch.Tensor]:
        """What the heads say of the vectors of their groups."""
        found = {task: self.heads[task](groups[group]) for task, group in GROUPS.items()}
        return found | self._sides(groups[1]) | self._ties(groups[3])

    def _ties(self, vectors: torch.Tensor) -> dict[str, torch.Tensor]:
        """The two sides of ties: a tie's score is the product of the one's row for its label and the other's vector."""
        one = self.dropout(functional.gelu(self.tie_one(vectors)))
        other = self.dropout(functional.gelu(self.tie_other(vectors)))
        return {
            "tie_one": functional.pad(one, (0, 1), value=1.0) @ self.tie,
            "tie_other": functional.pad(other, (0, 1), value=1.0),
        }

    def _sides(self, vectors: torch.Tensor) -> dict[str, torch.Tensor]:
        """The two sides: an arc's score is `arc_dependent @ arc_governor`, that of the root `root`."""
        below = self.dropout(functional.gelu(self.dependent(vectors)))
        above = self.dropout(functional.gelu(self.governor(vectors)))
        arcs, labels = below.split((ARC, RELATION), -1)
        arc_governor, label_governor = above.split((ARC, RELATION), -1)
        arc_dependent = arcs @ self.arc + self.arc_bias
        relation = functional.pad(labels, (0, 1), value=1.0) @ self.relation
        return {
            "arc_dependent": arc_dependent, "arc_governor": arc_governor,
            "root": arc_dependent @ self.root,
            "relation_dependent": relation, "relation_governor": functional.pad(label_governor, (0, 1), value=1.0),
        }  # fmt: skip


def _eye(labels: int) -> torch.Tensor:
    """Vectors that are alike score high at first, for each label."""
    return (torch.eye(TIE + 1) * 0.1).unsqueeze(1).expand(-1, labels, -1)


def arc_scores(out: dict[str, torch.Tensor]) -> torch.Tensor:
    """Scores of heads for each unit: all units, and the root as the last."""
    arcs = out["arc_dependent"] @ out["arc_governor"].transpose(1, 2)
    return torch.cat([arcs, out["root"].unsqueeze(-1)], -1)


def relation_scores(out: dict[str, torch.Tensor], heads: torch.Tensor) -> torch.Tensor:
    """Scores of relations for each unit with its head."""
    width = RELATION + 1
    places = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, width)
    governors = torch.gather(out["relation_governor"], 1, places)
    dependents = out["relation_dependent"].unflatten(-1, (-1, width))
    return torch.einsum("bnrw,bnw->bnr", dependents, governors)


def losses(model: Reader, out: dict[str, torch.Tensor], batch: Batch, *, early: bool) -> dict[str, torch.Tensor]:
    """By task the weighted loss; tasks without a label in the batch are left out.

    In the first passes all labels weigh alike, so that words and names are learnt first; then rare labels weigh more.
    """
    found = {}
    for task, weight in WEIGHTS.items():
        gold = batch.labels[task]
        some = gold != IGNORED
        if not some.any():
            continue
        scores = out[task][some]
        single = scores.shape[-1] == 1
        value = (functional.binary_cross_entropy_with_logits(scores[:, 0], gold[some].float()) if single
                 else functional.cross_entropy(scores, gold[some]))  # fmt: skip
        share = _confidence(some)
        if task in RARE and not early:
            outside = int((gold[some] == 0).sum()) if task != "status" else 0
            share = len(scores) / (20 + 4 * (len(scores) - outside))
        found[task] = weight * value * share
    return (
        found
        | _loose_loss(model, out, batch)
        | _tree_losses(out, batch)
        | _tie_losses(model, out, batch)
        | _act_loss(out, batch)
    )


def _tie_losses(model: Reader, out: dict[str, torch.Tensor], batch: Batch) -> dict[str, torch.Tensor]:
    """Most pairs are not tied: the sum is set against the number of those that are."""
    if not len(batch.ties):
        return {}
    sample, one, other, label, tied = batch.ties.unbind(-1)
    sides = out["tie_one"].unflatten(-1, (-1, TIE + 1))[sample, one, label]
    near = model.tie_near[label, torch.tensor(steps((other - one).numpy()))]
    scores = (sides * out["tie_other"][sample, other]).sum(-1) + near
    entity = batch.labels["entity"][sample, other]
    found = {}
    for names, weight, any_mention in TIES:
        mine = torch.isin(label, torch.tensor([FIXED["tie"].index(name) for name in sorted(names)]))
        told = scores[mine & (tied == 1)]
        if any_mention:
            who = torch.stack([sample, one, label, torch.where(entity == IGNORED, -2 - other, entity)], -1)
            told = _of_each(told, who[mine & (tied == 1)])
        loss = functional.softplus(scores[mine & (tied == 0)]).sum() + functional.softplus(-told).sum()
        found["tie " + min(names)] = weight * loss / (10 + 2 * len(told))
    return found | _inside_loss(model, out, batch)


def _of_each(scores: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
    """The score that one of the pairs with the same row is tied: the logarithm of the sum of their exponentials."""
    if not len(scores):
        return scores
    kinds, which = torch.unique(rows, dim=0, return_inverse=True)
    top = torch.full((len(kinds),), float("-inf")).scatter_reduce(0, which, scores.detach(), "amax")
    sums = torch.zeros(len(kinds)).index_add(0, which, torch.exp(scores - top[which]))
    return top + torch.log(sums)


def _inside_loss(model: Reader, out: dict[str, torch.Tensor], batch: Batch) -> dict[str, torch.Tensor]:
    """For each cue, which units are its content."""
    if not len(batch.inside):
        return {}
    sample, cue = batch.inside[:, :2].unbind(-1)
    gold = batch.inside[:, 2:]
    one = out["tie_one"].unflatten(-1, (-1, TIE + 1))[sample, cue, INSIDE]
    other = out["tie_other"][sample, : gold.shape[1]]
    apart = torch.arange(gold.shape[1]) - cue.unsqueeze(-1)
    scores = (
        torch.bmm(other, one.unsqueeze(-1)).squeeze(-1) + model.tie_near[INSIDE][torch.tensor(steps(apart.numpy()))]
    )
    some = gold != IGNORED
    loss = functional.binary_cross_entropy_with_logits(scores[some], gold[some].float(), reduction="sum")
    return {"inside": INSIDE_WEIGHT * loss / (40 + 0.5 * (gold == 1).sum())}


def _act_loss(out: dict[str, torch.Tensor], batch: Batch) -> dict[str, torch.Tensor]:
    """The act of each statement: what its cue says, and the mean of what its content says."""
    if not len(batch.told):
        return {}
    sample, cue, act = batch.told[:, :3].unbind(-1)
    content = batch.told[:, 3:]
    known = (content != IGNORED).unsqueeze(-1)
    said = out["said"][sample.unsqueeze(-1), content.clamp(min=0)] * known
    scores = out["act"][sample, cue] + said.sum(1) / known.sum(1)
    return {"act": ACT_WEIGHT * functional.cross_entropy(scores, act) * min(1.0, len(act) / 20)}


def _confidence(some: torch.Tensor) -> float:
    """Less weight for a task with few labels in a batch, whose mean is noisy."""
    return min(1.0, int(some.sum()) / 200)


def _loose_loss(model: Reader, out: dict[str, torch.Tensor], batch: Batch) -> dict[str, torch.Tensor]:
    """A name of three classes teaches the record's kinds that it is one of several."""
    gold = batch.labels["loose"]
    some = gold != IGNORED
    if not some.any():
        return {}
    shares = torch.log_softmax(out["names"][some], -1)
    allowed = shares.masked_fill(~model.loose[gold[some]], float("-inf"))
    return {"loose": -LOOSE_WEIGHT * torch.logsumexp(allowed, -1).mean() * _confidence(some)}


def _tree_losses(out: dict[str, torch.Tensor], batch: Batch) -> dict[str, torch.Tensor]:
    heads = batch.labels["head"]
    some = heads != IGNORED
    if not some.any():
        return {}
    count = heads.shape[1]
    scores = arc_scores(out)
    ends = (batch.labels["end"] == 1) & some
    sentence = (ends.cumsum(1) - ends.long()).masked_fill(~some, -1)
    within = (sentence.unsqueeze(1) == sentence.unsqueeze(2)) & some.unsqueeze(1)
    scores = scores.masked_fill(~torch.cat([within, torch.ones_like(within[..., :1])], -1), -1e4)
    gold = torch.where(heads == -1, count, heads)
    arc = functional.cross_entropy(scores[some], gold[some])
    inner = some & (heads >= 0)
    relation = functional.cross_entropy(relation_scores(out, heads)[inner], batch.labels["relation"][inner])
    return {"arc": arc * _confidence(some), "relation": relation * _confidence(some)}
