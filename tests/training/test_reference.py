import json

import pytest
import torch
from tokenizers import Tokenizer, models, normalizers
from training.export import export
from training.labels import Labels
from training.network import Reader
from transformers import BertConfig, BertModel

from konon.language.reader.windows import WINDOW, ModelReader

LABELS = Labels(("NOUN", "PUNCT", "VERB"), ("nsubj", "obj", "root"))
LETTERS = "abdegiknprsu.,IP"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The files of a model that has learnt nothing."""
    folder = tmp_path_factory.mktemp("model")
    pieces = [(piece, 0.0) for piece in ("<s>", "<pad>", "</s>", "<unk>", "▁", *LETTERS)]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(1)
    shape = BertConfig(
        vocab_size=len(pieces), hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=64
    )
    BertModel(shape, add_pooling_layer=False).save_pretrained(folder / "base")
    model = Reader(folder / "base", LABELS, list(range(len(pieces))), depth=6)
    export(model, folder, folder / "reader.onnx")
    told = {task: LABELS.of(task) for task in ("names3", "names", "upos", "relation")} | {"suffixes": ["nya"]}
    (folder / "labels.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def reader(folder):
    return ModelReader(folder)


# The exporter warns of shapes that it takes as fixed; they are.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize("text", ["Ia pergi.", "Ia, Pak, pergi. " * 60, "日本 Ia", "a" * 900, "", "\n\n"])
def test_all_letters_are_read_and_heads_lie_in_the_sentence(reader, text):
    words = reader.read(text).words
    assert "".join(word.text for word in words) == "".join(text.split())
    first = 0
    for number, word in enumerate(words):
        assert word.head == -1 or first <= word.head
        if word.ends:
            sentence = words[first : number + 1]
            assert sum(one.head == -1 for one in sentence) == 1
            assert all(one.head <= number for one in sentence)
            first = number + 1
    assert first == len(words)


def test_a_line_reads_the_same_among_others(reader):
    line = "Ia pergi, ia pergi. " * (WINDOW // 4)
    alone = reader.read(line).words
    among = reader.read(f"Pak Ia.\n{line}\nPak pergi.").words
    move, found = len("Pak Ia.\n"), len(reader.read("Pak Ia.").words)
    assert [(word.start + move, word.name, word.upos, word.ends) for word in alone] == [
        (word.start, word.name, word.upos, word.ends) for word in among[found : found + len(alone)]
    ]


def test_reading_twice_gives_the_same(folder, reader):
    assert ModelReader(folder).read("Ia pergi.").words == reader.read("Ia pergi.").words
