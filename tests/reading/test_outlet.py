import tomllib
from collections import Counter
from importlib import resources

import pytest

from konon.reading.outlet import as_written, by_name, by_url, host_of

ROWS = [
    row
    for file in (resources.files("konon.reading") / "outlets").iterdir()
    for row in tomllib.loads(file.read_text(encoding="utf-8"))["outlet"]
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_host_leads_to_its_outlet(row):
    for host in row["hosts"]:
        assert by_url(f"https://www.{host}/2021/01/a.html") == row["name"]
    assert by_name(row["name"].upper()) == row["name"]


def test_no_host_is_listed_twice():
    counted = Counter(host for row in ROWS for host in row["hosts"])
    assert max(counted.values()) == 1
    assert max(Counter(row["name"].casefold() for row in ROWS).values()) == 1


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("http://regional.kompas.com/read/1", "Kompas"),
        ("https://m.tribunnews.com/a", "Tribunnews"),
        ("https://jateng.tribunnews.com/a", "Tribunnews"),
        ("https://www.bbc.com/indonesia/articles/1", "BBC Indonesia"),
        ("https://www.bbc.com/news/1", "BBC"),
        ("https://www.dw.com/id/a/1", "DW Indonesia"),
        ("https://notkompas.com/a", None),
        ("https://contoh.example/", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_by_url(url, outlet):
    assert by_url(url) == outlet


@pytest.mark.parametrize(
    ("name", "known", "written"),
    [
        ("KOMPAS.com", "Kompas", "Kompas"),
        ("ANTARA", "Antara", "ANTARA"),
        ("inet.detik.com", "Detik", "inet"),
        ("Wartautara.com", None, "Wartautara"),
        ("WARTAUTARA.CO.ID", None, "Wartautara"),
        ("Warta Utara", None, "Warta Utara"),
        (" ", None, None),
        (None, None, None),
    ],
)
def test_by_name(name, known, written):
    assert by_name(name) == known
    assert as_written(name) == written


def test_host_of_leaves_out_what_says_nothing():
    assert host_of("https://www.contoh.example:8080/a") == "contoh.example"
