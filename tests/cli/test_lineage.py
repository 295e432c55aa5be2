import csv
import io
import json

import pytest

REPORTS = (
    ("Warta Rawa", "Gudang beras milik Koperasi Lumbung Rawa terbakar pada Selasa malam, 4 Maret. Wali Kota Harun "
     "Salim mengatakan api berasal dari mesin pengering yang menyala tanpa penjaga. Sebanyak 14 petani kehilangan "
     "seluruh hasil panen mereka. Penyidik memeriksa tiga penjaga gudang yang bertugas pada malam itu."),
    ("Harian Teluk", "Gudang beras Koperasi Lumbung Rawa terbakar, Selasa malam, 4 Maret. Api berasal dari mesin "
     "pengering yang menyala tanpa penjaga. Sebanyak 41 petani kehilangan semua hasil panen mereka. Penyidik "
     "memeriksa tiga penjaga gudang yang bertugas malam itu.\nSumber: Warta Rawa"),
)  # fmt: skip


@pytest.fixture
def _kept(konon, tmp_path, monkeypatch) -> None:
    """An archive with a report and a copy of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KONON_MODEL", "false")
    pages = [{"text": text, "outlet": outlet, "url": f"https://{number}.example/a", "published": "2024-03-05"}
             for number, (outlet, text) in enumerate(REPORTS)]  # fmt: skip
    assert konon("add", "-", stdin="\n".join(map(json.dumps, pages)).encode()).code == 0


@pytest.mark.usefixtures("_kept")
def test_copies_are_listed_with_why(konon):
    (row,) = json.loads(konon("lineage", "https://0.example/a", "--to", "json").out)
    assert (row["relation"], row["outlet"], row["steps"]) == ("copy", "Harian Teluk", 1)
    assert row["copy_share"] > 0.9
    (row,) = csv.DictReader(io.StringIO(konon("lineage", "https://1.example/a", "--to", "csv").out))
    assert row["why"] == "credit +0.7: Warta Rawa | Warta Rawa"
    ended = konon("lineage", "https://1.example/a")
    assert "Warta Rawa" in ended.out
    assert ended.err == "konon: Harian Teluk, 2024-03-05: 1 up, 0 down, 0 beside\n"


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize("page", [0, 1])
def test_changes_go_from_the_origin_to_the_copy(konon, page):
    found = json.loads(konon("lineage", f"https://{page}.example/a", "--changes", "--to", "json").out)
    told = {(row["from"], row["to"], row["kind"], row["before"], row["after"]) for row in found}
    assert ("Warta Rawa", "Harian Teluk", "number", "14", "41") in told
    assert ("Warta Rawa", "Harian Teluk", "attribution", "Wali Kota Harun Salim mengatakan", "") in told


@pytest.mark.usefixtures("_kept")
def test_a_report_that_is_not_there_is_told(konon):
    ended = konon("lineage", "https://9.example/a")
    assert (ended.code, ended.out) == (1, "")
    assert "no such report" in ended.err


@pytest.mark.usefixtures("_kept")
def test_people_decide_on_lineage_and_take_it_back(konon):
    def relations() -> list[str]:
        return [row["relation"] for row in json.loads(konon("lineage", "https://1.example/a", "--to", "json").out)]

    assert relations() == ["origin"]
    pages = "https://1.example/a", "--apart", "https://0.example/a"
    decided = konon("lineage", *pages, "--by", "rina", "--note", "salah")
    assert decided.err.startswith("konon: decision 1\n")
    assert relations() == []
    (row,) = json.loads(konon("lineage", "--to", "json").out)
    assert (row["key"], row["verdict"], row["by"], row["note"], row["withdrawn"]) == (1, "apart", "rina", "salah", None)
    assert konon("lineage", "--withdraw", 1).code == 0
    assert relations() == ["origin"]
    konon("lineage", "https://1.example/a", "--common", "https://0.example/a", "--by", "rina")
    assert relations() == ["common"]
    konon("lineage", "https://0.example/a", "--copied", "https://1.example/a", "--by", "rina")
    assert relations() == ["copy"]


@pytest.mark.usefixtures("_kept")
def test_what_can_not_be_decided_on_lineage_is_told(konon):
    assert konon("lineage", "--apart", "https://0.example/a").code == 2
    ended = konon("lineage", "https://1.example/a", "--apart", "https://0.example/a", "--by", "")
    assert (ended.code, ended.out) == (1, "")
    assert "needs somebody who makes it" in ended.err
