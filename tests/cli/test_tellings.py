import csv
import io
import json

import pytest

REPORTS = (
    ("Harian Teluk", '"Kami akan membuka gudang beras di Teluk Dalam untuk 300 keluarga," kata Wali Kota Harun Salim '
     "kepada wartawan, Selasa (12/3/2024)."),
    ("Warta Rawa", "Wali Kota Harun Salim mengatakan pihaknya akan membuka gudang beras di Teluk Dalam untuk 300 "
     "keluarga, Selasa (12/3/2024)."),
    ("Kabar Pagi", "Kepala Dinas Pangan Sari Lestari membantah pernyataan Wali Kota Harun Salim bahwa gudang beras di "
     "Teluk Dalam akan dibuka untuk 300 keluarga, Rabu (13/3/2024)."),
)  # fmt: skip


@pytest.fixture
def statements(konon, tmp_path, monkeypatch):
    """The ids of the statements of an archive with a statement that two reports tell and a third denies."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KONON_MODEL", "false")
    pages = [{"text": text, "outlet": outlet, "url": f"https://{number}.example/a", "published": "2024-03-13"}
             for number, (outlet, text) in enumerate(REPORTS)]  # fmt: skip
    lines = map(json.dumps, pages)
    assert konon("add", "-", stdin="\n".join(lines).encode()).code == 0
    found = json.loads(konon("search", "gudang beras", "--to", "json").out)
    return {one["outlet"]: one["statement"] for one in found}


def test_tellings_are_listed_with_their_reasons(konon, statements):
    found = json.loads(konon("tellings", statements["Harian Teluk"], "--to", "json").out)
    # The denial tells as well what the one said whom it contradicts.
    assert [one["outlet"] for one in found] == ["Harian Teluk", "Warta Rawa", "Kabar Pagi"]
    assert found[1]["reasons"]
    assert "contained" in konon("tellings", statements["Harian Teluk"]).out


def test_a_decision_is_made_listed_and_taken_back(konon, statements):
    one, other = statements["Harian Teluk"], statements["Warta Rawa"]
    parted = konon("tellings", one, "--part", other, "--by", "rina", "--note", "lain hari", "--to", "json")
    assert "decision 1" in parted.err
    assert other not in {told["statement"] for told in json.loads(parted.out)}
    (decision,) = csv.DictReader(io.StringIO(konon("tellings", "--to", "csv").out))
    assert (decision["by"], decision["same"], decision["note"]) == ("rina", "False", "lain hari")
    assert other in konon("tellings", one, "--withdraw", 1, "--to", "csv").out
    assert konon("tellings", "--join", other).code == 2


def test_origins_are_told(konon, statements):
    ended = konon("origins", statements["Harian Teluk"], "--to", "csv")
    assert {row["name"] for row in csv.DictReader(io.StringIO(ended.out))} == {
        "Harian Teluk", "Warta Rawa", "Sari Lestari",
    }  # fmt: skip
    assert ended.err == "konon: outlets 3, origins 3 (can be 1 to 3)\n"
    assert json.loads(konon("origins", statements["Harian Teluk"], "--to", "json").out)[0]["ways"]


def test_denials_are_told(konon, statements):
    ended = konon("denials", statements["Harian Teluk"], "--to", "json")
    found = json.loads(ended.out)
    # The denial's own report tells what it denies as well.
    assert {one["answered_outlet"] for one in found} == {"Harian Teluk", "Warta Rawa", "Kabar Pagi"}
    assert {(one["source"], one["act"], one["reports"]) for one in found} == {("Sari Lestari", "deny", 3)}
    assert "3 answers" in ended.err
    assert konon("denials").err == konon("denials", "https://2.example/a").err
    assert "no such report" in konon("denials", "r0").err


def test_people_decide_on_denials_and_take_it_back(konon, statements):
    denial, said = statements["Kabar Pagi"], statements["Warta Rawa"]

    def answered(*options: object) -> set[str]:
        ended = konon("denials", denial, *options, "--to", "json")
        assert ended.code == 0
        return {row["answered_id"] for row in json.loads(ended.out)}

    assert said in answered()
    assert said not in answered("--answers-not", said, "--by", "rina", "--note", "perkara lain")
    (decision,) = json.loads(konon("denials", "--decisions", "--to", "json").out)
    assert (decision["answered"], decision["answers"], decision["by"]) == (said, False, "rina")
    assert said in answered("--withdraw", decision["key"])
    assert said in answered("--answers", said, "--by", "rina")
    assert "decision" in konon("denials", denial).out
    assert konon("denials", "--answers", said).code == 2
    assert "needs somebody" in konon("denials", denial, "--answers", said, "--by", "").err
