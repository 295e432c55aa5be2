"""Runs the commands of the worked example anew and writes what they print into it: `python docs/a_story.py`.

With the extra `plot`. The reports ship with Konon and are invented; what is printed is what anybody sees, but for the
spaces at the ends of lines and the times of decisions.
"""

import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from konon.cli.main import run
from konon.examples import REPORT

STORY = REPORT.parent / "story" / "story.jsonl"
PAGE = Path(__file__).with_name("a-story.md")
PICTURES = Path(__file__).with_name("images")
_BLOCK = re.compile(r"(?<=^```console\n)\$ (.+)\n(?:.*\n)*?(?=^```$)", re.MULTILINE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:(00)?")


def printed(command: str) -> str:
    """What a command prints, results and notes in their order."""
    told = io.StringIO()
    before, sys.argv = sys.argv, shlex.split(command)
    try:
        with redirect_stdout(told), redirect_stderr(told):
            run()
    except SystemExit as ended:
        if ended.code:
            raise RuntimeError(f"{command}: {told.getvalue()}") from ended
    finally:
        sys.argv = before
    lines = [_TIME.sub("…", line).rstrip() for line in told.getvalue().splitlines()]
    # What is left of a time that was broken over two lines is no line.
    return "".join(f"{line}\n" for line in lines if line.strip() not in ("", "00"))


def told(page: str, folder: Path) -> str:
    """A page with what its commands print, each run in this folder, in the order of the page."""
    shutil.copy(STORY, folder)
    with chdir(folder):
        return _BLOCK.sub(lambda found: f"$ {found[1]}\n{printed(found[1])}", page)


def main() -> None:
    """Write page and picture: into the folder that is given, else where they belong."""
    # Settings of the machine would change what is read.
    os.environ |= {"KONON_MODEL": "true", "KONON_ARCHIVE": "konon.db"}
    into = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        page = told(PAGE.read_text(encoding="utf-8"), Path(folder))
        (into or PAGE.parent).joinpath(PAGE.name).write_text(page, encoding="utf-8")
        shutil.copy(Path(folder) / "story.png", into or PICTURES)


if __name__ == "__main__":
    main()
