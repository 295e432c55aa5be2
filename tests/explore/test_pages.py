"""Each page holds what it is for, and tells what it can't show."""

import re

import pytest
from fastapi.testclient import TestClient

from konon.explore import faults
from konon.explore.app import explorer


def words(response):
    assert response.status_code == 200, response.text
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_first_page_tells_what_is_there(client, archive):
    text = words(client.get("/", headers={"accept-language": "en"}))
    assert "49 reports" in text
    assert "9 outlets" in text
    assert f"Who is quoted most {archive.facets().sources[0].name}" in text


def test_an_empty_archive_tells_how_it_is_filled(over):
    assert "konon add" in words(over().get("/"))
    assert "Nothing was found." in words(over().get("/search", headers={"accept-language": "en"}))


def test_a_search_marks_what_it_found_and_counts_it(client, archive):
    page = client.get("/search", params={"q": "retakan act:deny,accuse"})
    assert "<mark>retakan</mark>" in page.text
    assert f"<b>{archive.search('retakan act:deny,accuse').total}</b>" in page.text


@pytest.mark.parametrize(
    ("query", "stems", "marked"),
    [("menyerang", "true", "menyerang"), ("menyer*", "", "menyerang"), ('"truk makanan"', "", "truk makanan"),
     ("TRUK", "", "truk"), ("3.000", "", "3.000")],
)  # fmt: skip
def test_words_are_marked_as_they_were_sought(client, query, stems, marked):
    assert f"<mark>{marked}</mark>" in client.get("/search", params={"q": query, "stems": stems or "false"}).text


def test_a_facet_leads_to_as_many_as_it_tells(client, archive):
    facets = archive.facets()
    fields = {"source": facets.sources, "act": facets.acts, "outlet": facets.outlets, "kind": facets.kinds,
              "month": facets.months}  # fmt: skip
    for field, found in fields.items():
        assert found
        for facet in found:
            page = client.get("/search", params={field: facet.value})
            assert f"<b>{facet.number}</b>" in page.text, (field, facet)


def test_a_chosen_facet_can_be_taken_away(client):
    page = client.get("/search", params={"q": "tewas", "act": "say", "outlet": "Sagara"})
    assert 'href="/search?q=tewas&amp;outlet=Sagara"' in page.text
    assert 'href="/search?q=tewas&amp;act=say"' in page.text


def test_the_next_page_goes_on_where_the_first_ended(client, archive):
    first = client.get("/search")
    (following,) = re.findall(r'rel="next" href="([^"]+)"', first.text)
    second = client.get(following.replace("&amp;", "&"))
    shown = [re.findall(r'href="(/reports/[^"]+statement=[^"]+)"', page.text) for page in (first, second)]
    assert (len(shown[0]), len(shown[1])) == (25, 25)
    assert not set(shown[0]) & set(shown[1])
    assert "<b>" + str(archive.search().total) in second.text


def test_reports_are_sought_too(client):
    text = words(client.get("/search", params={"q": "Watuireng", "in": "reports"}))
    assert "Tirta Buana Bantah Abaikan Retakan Bendungan" in text


@pytest.mark.parametrize("query", ["act:lie", "after:soon", "nofield:x", "source:..."])
def test_a_search_that_is_wrong_is_told_on_the_page(client, query):
    page = client.get("/search", params={"q": query})
    assert page.status_code == 400
    assert 'role="alert"' in page.text


def test_a_quotation_mark_left_open_does_not_swallow_what_was_chosen(client, archive):
    page = client.get("/search", params={"q": '"truk makanan', "act": "say"})
    number = archive.search('"truk makanan" act:say').total
    assert f"<b>{number}</b>" in page.text


def test_a_report_shows_its_text_as_printed(client, archive, denied):
    page = client.get(f"/reports/{denied[0]}")
    body = re.search(r'<div class="body".*?</div>', page.text, re.DOTALL)[0]
    without = re.sub(r'<a [^>]*class="n[^>]*>\d+</a>', "", body)
    printed = re.sub(r"<[^>]+>", "", without).replace("&#34;", '"').split()
    assert printed == archive.record(denied[0]).document.text.split()


def test_the_chain_goes_from_mouth_to_page(client, denied):
    report, statement = denied
    piece = client.get(f"/reports/{report}/statements/{statement}", headers={"accept-language": "en"})
    assert re.findall(r'class="role">(\w+)<', piece.text) == ["speaker", "medium", "relay", "outlet"]
    assert re.findall(r'class="name">.*?<bdi>([^<]+)</bdi>', piece.text) == [
        "Umar Sadeli", "surat", "Meridian", "KabarTeluk",
    ]  # fmt: skip
    assert "<html" not in piece.text
    whole = client.get(f"/reports/{report}", params={"statement": statement}, headers={"accept-language": "en"})
    assert f'data-statement="{statement}"' in whole.text


def test_one_who_is_not_named_is_told_so_in_the_language_of_the_page(client, records):
    report, statement = next(
        (record, said) for record in records for said in record.statements if said.source is None
    )  # fmt: skip
    path = f"/reports/{report.document.id}/statements/{statement.id}"
    assert "sumber tanpa nama" in client.get(path, headers={"accept-language": "id"}).text
    assert "an unnamed source" in client.get(path, headers={"accept-language": "en"}).text


def test_versions_are_told_with_what_changed(client):
    found = client.get("/api/v1/reports", params={"q": "Watuireng Bertambah"}).json()["items"][0]
    text = client.get(f"/reports/{found['report']}").text
    assert "<del>26</del> <ins>34</ins>" in text


def test_the_original_is_linked_only_where_a_browser_may_follow(over, records):
    for url, linked in (("https://a.example/x", True), ("javascript:alert(1)", False)):
        document = records[0].document.model_copy(update={"url": url})
        asking = over(records[0].model_copy(update={"document": document}))
        page = asking.get(f"/reports/{document.id}").text
        assert (f'href="{url}"' in page) is linked


def test_an_actor_is_told_with_what_it_said_and_through_whom(client, archive):
    actor = archive.actor("Umar Sadeli")
    text = words(client.get(f"/actors/{actor.id}", headers={"accept-language": "en"}))
    assert f"{actor.statements} statements" in text
    assert re.search(r"Through whom it speaks Kabar Teluk 1 statement Meridian 1 statement", text)
    assert "Through what it speaks surat" in text
    assert "Who prints it KabarTeluk" in text


def test_the_ties_of_an_actor_come_with_their_evidence(client, archive):
    actor = archive.actor("Rusdi Hanafi")
    text = words(client.get(f"/actors/{actor.id}", headers={"accept-language": "en"}))
    assert "leads Badan Penanggulangan Bencana Lembah Jati" in text
    assert "Kepala Badan Penanggulangan Bencana Lembah Jati, Rusdi Hanafi" in text
    assert "Roles over time Kepala" in text


def test_actors_are_found_by_a_part_of_their_names(client):
    assert "Wening Astuti" in words(client.get("/actors", params={"q": "wening"}))
    assert "Nobody of that name." in words(client.get("/actors?q=...", headers={"accept-language": "en"}))
    assert "Rusdi Hanafi" in words(client.get("/actors"))


@pytest.mark.parametrize("path", ["/reports/none", "/actors/none", "/reports/none/statements/x", "/none"])
def test_what_is_not_there_is_told_on_a_page(client, path):
    page = client.get(path, headers={"accept-language": "id"})
    assert page.status_code == 404
    assert "Tidak ditemukan" in page.text


def test_each_page_of_the_interface_is_told(client):
    text = words(client.get("/api"))
    assert "GET /api/v1/statements" in text


def test_a_fault_of_our_own_is_told_in_the_same_shape_and_guarded(monkeypatch, archive):
    def broken() -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(archive, "status", broken)
    client = TestClient(explorer(archive), base_url="http://127.0.0.1", raise_server_exceptions=False)
    page = client.get("/")
    assert page.status_code == 500
    assert "content-security-policy" in page.headers
    assert client.get("/api/v1/status").json()["status"] == 500
    assert "RuntimeError" not in page.text
    assert faults.MEDIA in client.get("/api/v1/status").headers["content-type"]
