"""What a search finds as files."""

import csv
import io
import json

import pytest
from pyarrow import parquet


def read(form, content):
    if form == "json":
        return json.loads(content)
    if form == "parquet":
        return parquet.read_table(io.BytesIO(content)).to_pylist()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
@pytest.mark.parametrize("sought", ["statements", "reports"])
def test_a_file_holds_all_that_was_found(client, archive, form, sought):
    answer = client.get(f"/search.{form}", params={"q": "outlet:Sagara", "in": sought})
    seek = archive.search if sought == "statements" else archive.search_reports
    found = seek("outlet:Sagara", size=1000).items
    rows = read(form, answer.content)
    key = "statement" if sought == "statements" else "report"
    assert [row[key] for row in rows] == [getattr(item, key) for item in found]
    assert f'filename="konon-{sought}.{form}"' in answer.headers["content-disposition"]


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_nothing_found_is_an_empty_file(client, form):
    assert read(form, client.get(f"/search.{form}?q=tidakada").content) == []


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_a_wrong_search_is_no_file(client, form):
    assert client.get(f"/search.{form}?q=act:lie").status_code == 400


def test_another_form_is_refused(client):
    assert client.get("/search.exe").status_code == 400


def test_a_cell_is_no_formula(over, records):
    document = records[0].document.model_copy(update={"title": '=HYPERLINK("https://a.example")'})
    asking = over(records[0].model_copy(update={"document": document}))
    rows = read("csv", asking.get("/search.csv?in=reports").content)
    assert rows[0]["title"].startswith("'=")
