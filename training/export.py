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
    "names3", "names", "nominal", "upos", "begin", "end", "cue", "source", "content", "link", "act", "said",
    "event", "status", "mode", "count",
    "root", "arc_dependent", "arc_governor", "relation_dependent", "relation_governor",
    "tie_one", "tie_other",
)  # fmt: skip
INPUTS = ("input_ids", "attention_mask", "first_pieces")
OPSET = 17
BLOCK = 32
INVISIBLE = -10_000.0


class Blocks(nn.Module):
    """Vectors in int8 with a scale for every 32 numbers: one scale for all would cost a point of the names' F1."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        blocks = table.unflatten(-1, (-1, BLOCK))
        scales = (blocks.abs().amax(-1, keepdim=True) / 127).clamp(min=1e-8).half()
        self.register_buffer("scales", scales)
        self.register_buffer("steps", (blocks / scales.float()).round().clamp(-127, 127).to(torch.int8))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """The vectors of pieces."""
        return (self.steps[ids].float() * self.scales[ids].float()).flatten(-2)


class Exported(nn.Module):
    """The network written out plainly, so that the graph holds no more than it needs."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model
        self.pieces = Blocks(model.encoder.embeddings.word_embeddings.weight.detach())

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
        vectors = self.pieces(ids) + table.position_embeddings(places) + table.token_type_embeddings.weight[0]
        layers = [table.LayerNorm(vectors)]
        visible = (1.0 - mask[:, None, None, :].float()) * INVISIBLE
        heads = encoder.config.num_attention_heads
        for layer in encoder.encoder.layer:
            layers.append(_layer(layer, layers[-1], visible, heads=heads))
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
    model.eval()
    ids = torch.tensor([[0, 5, 6, 7, 2], [0, 5, 6, 2, 1]])
    given = (ids, (ids != 1).long(), torch.tensor([[1, 2, 3], [1, 2, 0]]))
    full = folder / "full.onnx"
    batch = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:2]} | {INPUTS[2]: {0: "batch", 1: "units"}}
    shapes = batch | {name: {0: "batch", 1: "units"} for name in OUTPUTS}
    torch.onnx.export(
        Exported(model), given, str(full), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=shapes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    _shrink(full, folder, out)
    log.info("exported %.1f MB", out.stat().st_size / 1e6)


def _shrink(full: Path, folder: Path, out: Path) -> None:
    """The encoder's products in int8; the heads, which are small, stay exact.

    A layer's last product takes numbers of very unlike sizes: one scale for all of them costs half a point, so that it
    has a scale for each row and block. Done with all products, this would take twice the time.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization import matmul_nbits_quantizer as blocks
    from onnxruntime.quantization.shape_inference import quant_pre_process

    tidy, half = folder / "tidy.onnx", folder / "half.onnx"
    quant_pre_process(str(full), str(tidy), skip_symbolic_shape=True)
    graph = onnx.load(tidy)
    uneven, even = _products(graph)
    others = [node.name for node in graph.graph.node if node.name not in set(uneven)]
    plan = blocks.DefaultWeightOnlyQuantConfig(
        block_size=128, is_symmetric=True, accuracy_level=4, bits=8, op_types_to_quantize=("MatMul",)
    )
    logging.getLogger(blocks.__name__).setLevel(logging.WARNING)
    quantizer = blocks.MatMulNBitsQuantizer(graph, nodes_to_include=uneven, nodes_to_exclude=others, algo_config=plan)
    quantizer.process()
    quantizer.model.save_model_to_file(str(half))
    quantize_dynamic(str(half), str(out), per_channel=True, weight_type=QuantType.QInt8, nodes_to_quantize=even)


def _products(graph: "onnx.ModelProto") -> tuple[list[str], list[str]]:
    """The encoder's products: those that end a layer, and the others."""
    tables = {table.name: tuple(table.dims) for table in graph.graph.initializer if len(table.dims) == 2}
    uneven, even = [], []
    for node in graph.graph.node:
        shape = next((tables[name] for name in node.input if name in tables), (0, 0))
        if node.op_type == "MatMul" and min(shape) >= WIDTH:
            (uneven if shape[0] > shape[1] else even).append(node.name)
    return uneven, even
