import csv
import io
import json
import shutil

import pytest

from konon.examples import REPORT


@pytest.fixture
def kept(konon, tmp_path, monkeypatch):
    """A folder with an archive in it that holds the example report, as a user has it."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(REPORT, "laporan.txt")
    ended = konon("add", "laporan.txt")
    assert (ended.code, ended.err) == (0, "konon: 1 new, 0 new versions, 0 kept already; archive konon.db\n")
    return tmp_path


@pytest.mark.usefixtures("kept")
def test_adding_again_changes_nothing(konon):
    assert "0 new, 0 new versions, 1 kept already" in konon("add", "laporan.txt").err


@pytest.mark.usefixtures("kept")
def test_what_can_not_be_read_is_named_and_the_rest_kept(konon):
    ended = konon("add", "none.txt", "-", stdin=b"Wali Kota Harun Salim mengatakan banjir sudah surut di kota itu.")
    assert ended.code == 1
    assert "1 new" in ended.err
    assert "none.txt: no such file" in ended.err


@pytest.mark.usefixtures("kept")
def test_a_search_is_written_in_three_ways(konon):
    found = json.loads(konon("search", "source:Hamdan relay:AFP", "--to", "json").out)
    (row,) = csv.DictReader(io.StringIO(konon("search", "source:Hamdan relay:AFP", "--to", "csv").out))
    assert found[0]["source"] == row["source"] == "Idris Hamdan"
    assert "surat → AFP" in konon("search", "source:Hamdan relay:AFP").out


@pytest.mark.usefixtures("kept")
def test_a_search_tells_how_many_there_are_and_where_it_goes_on(konon):
    ended = konon("search", "", "--size", 1)
    place = ended.err.split("--after ")[1].strip()
    assert konon("search", "", "--size", 1, "--after", place).out != ended.out
    assert "0 of 0 statements" in konon("search", "tidakada").err


@pytest.mark.usefixtures("kept")
def test_reports_are_found(konon):
    assert "Konvoi" in konon("search", "konvoi", "--in", "reports").out


@pytest.mark.usefixtures("kept")
def test_status_check_and_backup(konon):
    status = {row["what"]: row["value"] for row in json.loads(konon("archive", "status", "--to", "json").out)}
    assert (status["reports"], status["older"], status["waiting"]) == (1, 0, [])
    assert konon("archive", "check").err == "konon: konon.db is sound\n"
    assert konon("archive", "backup", "copy.db").code == 0
    assert konon("archive", "check", "--archive", "copy.db").code == 0
    assert "0 steps" in konon("archive", "upgrade").err


def test_status_of_nothing_writes_nothing(konon, tmp_path):
    assert "there is no archive" in konon("archive", "status", "--archive", tmp_path / "none.db").err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("kept")
def test_reading_anew_has_nothing_to_do(konon):
    assert "0 read anew" in konon("reread").err


def test_history_tells_what_was_edited(konon, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for words in ("dibakar militan", "dibakar militer"):
        text = f'"Gudang itu {words}," kata Wali Kota Harun Salim kepada wartawan di kantornya.'
        line = json.dumps({"text": text, "url": "https://contoh.example/a"})
        konon("add", "-", stdin=line.encode())
    ended = konon("history", "https://contoh.example/a", "--to", "csv")
    assert ended.out.splitlines()[1].startswith("1,2,swap,militan,militer,")
    assert ended.err.count("version ") == 2


@pytest.mark.usefixtures("kept")
def test_the_place_is_a_setting(konon, monkeypatch):
    monkeypatch.setenv("KONON_ARCHIVE", "other.db")
    assert "other.db: there is no archive" in konon("search", "a").err


@pytest.mark.usefixtures("kept")
def test_an_archive_is_copied_and_a_copy_gone_on_with(konon):
    assert konon("archive", "copy", "konon.db", "other.db").err == "konon: 1 reports copied to other.db\n"
    again = konon("archive", "copy", "konon.db", "other.db").err
    assert again == "konon: 0 reports copied to other.db, 1 were there already\n"
    assert konon("archive", "check", "--archive", "other.db").code == 0


@pytest.fixture
def two_spellings(konon, kept):
    """The archive with a second report, which names the minister by a name of another spelling."""
    (kept / "lain.txt").write_text("Menteri Pertanian Idriz Hamdan mengatakan beras cukup.\n", encoding="utf-8")
    assert konon("add", "lain.txt").code == 0
    return json.loads(konon("resolve", "--all", "--to", "json").out)


def test_what_was_decided_on_names_is_listed_and_taken_back(konon, two_spellings):
    found = next(row for row in two_spellings if row["by"] == "konon")
    assert {found["one_name"], found["other_name"]} == {"Idris Hamdan", "Idriz Hamdan"}
    assert konon("resolve", "--undo", found["id"], "--by", "rina").code == 0
    assert found["id"] in konon("resolve", "--all", "--to", "csv").out
    assert konon("resolve").out == ""


def test_a_person_decides_on_names(konon, two_spellings):
    found = next(row for row in two_spellings if row["by"] == "konon")
    ended = konon(
        "resolve", "other", found["one"], found["other"], "--by", "rina", "--note", "dua orang", "--to", "csv"
    )
    assert "other" in ended.out
    assert "dua orang" in ended.out


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("arguments", [("same", "n1"), ("same", "n1", "n2"), ("--undo", "q1")])
def test_a_decision_on_names_that_is_not_whole_is_wrong_usage(konon, arguments):
    assert konon("resolve", *arguments).code == 2
