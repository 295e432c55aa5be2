"""The same report gives the same record, byte for byte: again, after others, and in another process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import konon

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))
READ_ALL = "import sys, konon\nfor name in sys.argv[1:]:\n    print(konon.read(konon.load(name)).to_json())"


def records_of(files):
    return [konon.read(konon.load(file)).to_json() for file in files]


@pytest.fixture(scope="module")
def first():
    """The records as they are read for the first time."""
    return records_of(REPORTS)


def test_reading_again_gives_the_same_bytes(first):
    assert records_of(REPORTS) == first


def test_what_was_read_before_does_not_matter(first):
    assert records_of(reversed(REPORTS)) == first[::-1]


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(first, seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", READ_ALL, *map(str, REPORTS)]
    run = subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8")
    assert run.stdout.split("\n")[:-1] == first
