"""The trained model as one int8 ONNX file."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import nn

from training.network import WIDTH, Reader

if TYPE_CHECKING:
    import onnx

log = logging.getLogger("training")

OUTPUTS = (
    "names3", "names", "upos", "begin", "end", "cue", "source", "content",
    "root", "arc_dependent", "arc_governor", "relation_dependent", "relation_governor",
)  # fmt: skip
INPUTS = ("input_ids", "attention_mask", "first_pieces")
OPSET = 17
INVISIBLE = -10_000.0


class Exported(nn.Module):
    """The network written out plainly, so that the graph holds no more than it needs."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, firsts: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """The outputs in the order of `OUTPUTS`."""
        model = self.model
        layers = [hidden.float() for hidden in self._layers(ids, mask)]
        count = model.mix.shares.shape[1]
        places = firsts.unsqueeze(-1).expand(-1, -1, layers[-1].shape[-1])
        groups = model.mix([torch.gather(layer, 1, places) for layer in layers[-count:]])
        out = model.scores(groups)
        return tuple(out[name] for name in OUTPUTS)

    def _layers(self, ids: torch.Tensor, mask: torch.Tensor) -> list[torch.Tensor]:
        """The vectors after each layer."""
        encoder = self.model.encoder
        table = encoder.embeddings
        places = torch.arange(ids.shape[1])
        vectors = table.word_embeddings(ids) + table.position_embeddings(places) + table.token_type_embeddings.weight[0]
        layers = [table.LayerNorm(vectors)]
        visible = (1.0 - mask[:, None, None, :].float()) * INVISIBLE
        for layer in encoder.encoder.layer:
            layers.append(_layer(layer, layers[-1], visible, heads=encoder.config.num_attention_heads))
        return layers


def _layer(layer: nn.Module, vectors: torch.Tensor, visible: torch.Tensor, *, heads: int) -> torch.Tensor:
    """One layer of the encoder."""
    own = layer.attention.self
    query, key, value = (_split(part(vectors), heads) for part in (own.query, own.key, own.value))
    scores = query @ key.transpose(-1, -2) / query.shape[-1] ** 0.5 + visible
    seen = (torch.softmax(scores, -1) @ value).transpose(1, 2).flatten(2)
    after = layer.attention.output
    vectors = after.LayerNorm(after.dense(seen) + vectors)
    inner = nn.functional.gelu(layer.intermediate.dense(vectors))
    return layer.output.LayerNorm(layer.output.dense(inner) + vectors)


def _split(vectors: torch.Tensor, heads: int) -> torch.Tensor:
    return vectors.unflatten(-1, (heads, -1)).transpose(1, 2)


def export(model: Reader, folder: Path, out: Path) -> None:
    """Write the model in full precision to `folder` and in int8 to `out`."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    model.eval()
    ids = torch.tensor([[0, 5, 6, 7, 2], [0, 5, 6, 2, 1]])
    given = (ids, (ids != 1).long(), torch.tensor([[1, 2, 3], [1, 2, 0]]))
    full, tidy = folder / "full.onnx", folder / "tidy.onnx"
    batch = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:2]} | {INPUTS[2]: {0: "batch", 1: "units"}}
    shapes = batch | {name: {0: "batch", 1: "units"} for name in OUTPUTS}
    torch.onnx.export(
        Exported(model), given, str(full), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=shapes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    quant_pre_process(str(full), str(tidy), skip_symbolic_shape=True)
    nodes = _large(onnx.load(tidy))
    quantize_dynamic(str(tidy), str(out), per_channel=True, weight_type=QuantType.QInt8, nodes_to_quantize=nodes)
    log.info("exported %.1f MB", out.stat().st_size / 1e6)


def _large(graph: "onnx.ModelProto") -> list[str]:
    """The nodes that hold nearly all weights: the embedding of pieces and the encoder's products; heads stay exact."""
    large = {table.name for table in graph.graph.initializer if len(table.dims) == 2 and min(table.dims) >= WIDTH}
    return [node.name for node in graph.graph.node if node.op_type in {"Gather", "MatMul"} and large & set(node.input)]
