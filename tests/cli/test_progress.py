import os
import pty
import subprocess
import sys

import pytest

SLOW = """
import sys, time
from konon.cli import progress
progress._PATIENCE = {patience}
for number in progress.shown((time.sleep(0.15) or number for number in range(6)), 6):
    print(number)
"""


def run_on_terminal(patience):
    """Standard output and what a terminal on standard error gets to see."""
    ours, theirs = pty.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, "-c", SLOW.format(patience=patience)], stdout=subprocess.PIPE, stderr=theirs, check=True
        )
        os.close(theirs)
        return ended.stdout.decode(), drained(ours)
    finally:
        os.close(ours)


def drained(descriptor):
    seen = b""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # what Linux says of a terminal whose other end is closed
            return seen.decode()
        if not piece:
            return seen.decode()
        seen += piece


@pytest.mark.parametrize(("patience", "seen"), [(0.1, True), (60, False)])
def test_a_bar_is_shown_on_a_terminal_for_what_takes_long(patience, seen):
    output, terminal = run_on_terminal(patience)
    assert output == "0\n1\n2\n3\n4\n5\n"
    assert ("Reading" in terminal) is seen


def test_no_bar_where_standard_error_is_no_terminal():
    ended = subprocess.run([sys.executable, "-c", SLOW.format(patience=0.1)], capture_output=True, check=True)
    assert (ended.stdout, ended.stderr) == (b"0\n1\n2\n3\n4\n5\n", b"")
