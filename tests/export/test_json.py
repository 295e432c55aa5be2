import json
from collections.abc import Iterator
from itertools import islice

import pytest

from konon.export import Sheet, export, exporters
from konon.record import Record

from .story import RECORD


def written(records, to, **sheet: bool):
    return "".join(export(records, to, sheet=Sheet(**sheet)))


def test_one_document_is_an_object_that_reads_back():
    assert Record.from_json(written([RECORD], "json")) == RECORD


@pytest.mark.parametrize("number", [0, 2, 3])
def test_several_documents_are_an_array(number):
    told = json.loads(written([RECORD] * number, "json"))
    assert [Record.model_validate(part) for part in told] == [RECORD] * number


def test_what_was_asked_for_decides_over_what_could_be_read():
    assert isinstance(json.loads(written([RECORD], "json", several=True)), list)


def test_lines_hold_a_record_each():
    lines = written([RECORD, RECORD], "jsonl").splitlines()
    assert [Record.from_json(line) for line in lines] == [RECORD, RECORD]


@pytest.mark.parametrize("name", [name for name in exporters.names() if exporters.get(name).streams])
def test_a_streaming_format_writes_before_the_next_record_is_there(name):
    def endless() -> Iterator[Record]:
        yield RECORD
        raise AssertionError("asked for the second record before the first was written")

    assert next(export(endless(), name)).strip()


@pytest.mark.parametrize("name", exporters.names())
def test_every_exporter_tells_what_it_is_and_writes_the_same_twice(name):
    assert exporters.get(name).gloss
    assert "".join(islice(export([RECORD], name), 10**6)) == "".join(export([RECORD], name))
