import csv
import io
import json
import re

import pytest

SAID = (
    ("Sedikitnya 9 orang tewas dalam serangan di Kota Damar pada Sabtu (11/5/2024), kata Kepala Polisi Damar, Karsan "
     "Udo. Milisi Batu Hitam menyerang kota itu.", "2024-05-11"),
    ("Milisi Batu Hitam menyerang pasar di Kota Damar pada Sabtu (11/5/2024). Sebanyak 12 orang tewas dalam serangan "
     "itu, kata Kepala Polisi Damar, Karsan Udo, Senin (13/5/2024).", "2024-05-13"),
)  # fmt: skip


@pytest.fixture
def found(konon, tmp_path, monkeypatch):
    """Events of an archive in which two reports tell of one attack, as `konon events` gives them."""
    monkeypatch.chdir(tmp_path)
    lines = [
        {"text": text, "published": day, "url": f"https://harian{number}.example/a", "outlet": f"Harian {number}"}
        for number, (text, day) in enumerate(SAID)
    ]
    assert konon("add", "-", stdin="\n".join(map(json.dumps, lines)).encode()).code == 0
    return json.loads(konon("events", "type:ASSAULT place:Damar", "--to", "json").out)


def most_told(found):
    return max(found, key=lambda event: (event["reports"], event["numbers"]))


def test_events_are_listed_with_how_many_reports_tell_them(konon, found):
    attack = most_told(found)
    assert (attack["reports"], attack["day"], attack["place"]) == (2, "2024-05-11", "Kota Damar")
    ended = konon("events", "type:ASSAULT actor:Hitam", "--size", 1)
    assert "Milisi Batu Hitam" in ended.out
    assert re.search(r"konon: 1 of \d+ events", ended.err)


def test_what_finds_no_event_is_told(konon, found):
    assert found
    assert konon("events", "kata").code == 1
    assert "There are: AGREE" in konon("events", "type:WAR").err


def test_an_event_is_joined_and_parted_by_hand(konon, found):
    event = most_told(found)["event"]
    told = json.loads(konon("event", event, "--to", "json").out)
    assert told[0]["score"] == 1.0
    assert "day +" in told[1]["why"]
    parted = konon("event", event, "--part", told[1]["event"], "--by", "rina", "--note", "lain hari", "--to", "json")
    assert len(json.loads(parted.out)) == 1
    assert parted.err == "konon: decision 1\n"
    (decision,) = json.loads(konon("event", "--to", "json").out)
    assert (decision["by"], decision["note"], decision["same"]) == ("rina", "lain hari", False)
    assert len(json.loads(konon("event", event, "--withdraw", 1, "--to", "json").out)) == 2
    joined = konon("event", event, "--join", told[1]["event"], "--by", "rina")
    assert "decision 2" in joined.out


def test_an_event_must_be_named_to_be_joined(konon, found):
    ended = konon("event", "--join", found[0]["event"])
    assert ended.code == 2
    assert "EVENT" in ended.err


def test_counts_are_written_in_three_ways(konon, found):
    event = most_told(found)["event"]
    rows = json.loads(konon("counts", event, "--to", "json").out)
    assert [(row["teller"], row["number"]) for row in rows] == [("Karsan Udo", "at least 9"), ("Karsan Udo", "12")]
    assert [row["number"] for row in csv.DictReader(io.StringIO(konon("counts", event, "--to", "csv").out))] == [
        "at least 9", "12",
    ]  # fmt: skip
    table = konon("counts", event)
    assert "Karsan Udo" in table.out
    assert "revised: killed by Karsan Udo: at least 9 on 2024-05-11, 12 on 2024-05-13" in table.err
    assert json.loads(konon("counts", event, "--kind", "injured", "--to", "json").out) == []


def test_counts_are_drawn(konon, found, tmp_path):
    pytest.importorskip("matplotlib", reason="no matplotlib is installed (pip install 'konon[plot]')")
    event = most_told(found)["event"]
    assert konon("counts", event, "-o", "a.png").code == 0
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert konon("counts", event, "--to", "svg", "-o", "b", "--title", "Korban").code == 0
    assert "Korban" in (tmp_path / "b").read_text(encoding="utf-8")
    assert "No such file" in konon("counts", event, "-o", tmp_path / "none" / "a.png").err
    assert "There are: killed" in konon("counts", event, "-o", "a.png", "--kind", "missing").err


def test_what_can_not_be_written_is_told(konon, found):
    event = most_told(found)["event"]
    assert konon("counts", event, "--kind", "kata").code == 2
    assert konon("counts", event, "-o", "a.csv", "--to", "csv").code == 2
    assert "no such event" in konon("counts", "r0/v0").err
