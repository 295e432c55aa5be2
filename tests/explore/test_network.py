"""The pages of the network and of an actor, and the same for programs."""

import re

import pytest

from konon.archive import Scope
from konon.explore.asked_network import ACTORS, KINDS
from konon.explore.networks import GROUPS
from konon.record.vocabulary import ACTS, RELATION_TYPES


@pytest.fixture
def strongest(archive):
    """The strongest relation of the example reports, with the names of both."""
    found = archive.network(Scope(kinds=("leads",)))
    names = {actor.id: actor.name for actor in found.actors}
    bond = found.bonds[0]
    return bond, names[bond.one], names[bond.other]


def words(response):
    assert response.status_code == 200, response.text
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_each_kind_of_tie_has_one_colour():
    kinds = [kind for group in GROUPS.values() for kind in group]
    assert sorted(kinds) == sorted((*ACTS, *RELATION_TYPES))


def test_the_picture_and_the_table_hold_the_same_ties(client, archive):
    page = client.get("/network")
    found = archive.network(Scope(kinds=KINDS, of=ACTORS, size=150))
    assert found.bonds
    assert set(re.findall(r'data-id="(\w+)"', page.text)) == {actor.id for actor in found.actors}
    rows = re.findall(r'href="/network/ties/(\w+)/(\w+)\?kind=(\w+)"', page.text)
    assert rows == [(bond.one, bond.other, bond.kind) for bond in found.bonds]
    lines = re.findall(r'data-t="([^"]+)"', page.text)
    assert sum(len(line.split(", ")) for line in lines) == len(found.bonds)


def test_each_tie_leads_to_the_words_that_show_it(client, strongest):
    bond, one, other = strongest
    page = client.get(f"/network/ties/{bond.one}/{bond.other}?kind=leads", headers={"accept-language": "en"})
    assert f"{one} → {other}" in words(page)
    assert page.text.count("<mark>") == bond.number
    assert re.search(r'href="/reports/\w+"', page.text)


def test_the_places_of_an_act_are_statements_with_their_way(client, archive):
    bond = archive.network(Scope(kinds=("deny", "accuse"))).bonds[0]
    page = client.get(f"/network/ties/{bond.one}/{bond.other}?kind={bond.kind}")
    assert page.text.count('class="way"') == bond.number
    assert re.search(r'href="/reports/\w+\?statement=', page.text)


def test_an_actor_is_sought_and_others_are_around_it(client, archive, strongest):
    _, one, _ = strongest
    actor = archive.actor(one)
    answer = client.get("/network", params={"q": one, "since": "2020"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/network?since=2020&around={actor.id}")
    assert one in words(client.get(answer.headers["location"]))
    assert "Nobody of that name." in words(client.get("/network?q=Tidakada", headers={"accept-language": "en"}))
    several = client.get("/network", params={"q": "Badan"})
    assert len(re.findall(r'href="/network\?around=', several.text)) > 1


def test_what_ties_nobody_says_what_can_be_done(client, over):
    english = {"accept-language": "en"}
    assert "Show all kinds and days" in words(client.get("/network?since=1990&before=1991", headers=english))
    assert "konon reread" in words(over().get("/network", headers=english))


WRONG = ("kind=hate", "of=alien", "since=soon", "size=9999")


@pytest.mark.parametrize("path", [f"/network?{asked}" for asked in WRONG])
def test_what_can_not_be_shown_is_told(client, path):
    assert client.get(path).status_code == 400
    assert client.get("/api/v1" + path).json()["status"] == 400


@pytest.mark.parametrize("path", ["/network?around=Nobody+Known", "/network/ties/none/nobody"])
def test_one_who_is_not_there_is_told(client, path):
    assert client.get(path).status_code == 404
    assert client.get("/api/v1" + path).json()["status"] == 404


def test_programs_get_the_same(client, archive, strongest):
    bond, one, _ = strongest
    found = client.get("/api/v1/network", params={"kind": "leads"}).json()
    assert found["bonds"][0] == {"one": bond.one, "other": bond.other, "kind": "leads", "number": bond.number}
    around = client.get("/api/v1/network", params={"around": one}).json()
    assert around["around"] == archive.actor(one).id
    path = f"/api/v1/network/ties/{bond.one}/{bond.other}"
    page = client.get(path, params={"rows": 1, "kind": "leads"})
    assert len(page.json()["items"]) == 1
    assert client.get(page.links["next"]["url"]).json()["items"] != page.json()["items"]
    again = client.get(path, headers={"if-none-match": client.get(path).headers["etag"]})
    assert again.status_code == 304


def test_names_of_a_hostile_report_stay_words(over, records):
    bad = '"><script>alert(1)</script>'
    record = next(each for each in records if each.relations)
    entities = [each.model_copy(update={"name": bad + each.name}) for each in record.entities]
    page = over(record.model_copy(update={"entities": tuple(entities)})).get("/network?kind=leads")
    assert "&lt;script&gt;alert(1)" in page.text
    assert "<script>alert" not in page.text


def test_the_time_of_an_actor_is_drawn(client, archive):
    actor = archive.actor("Rusdi Hanafi")
    page = client.get(f"/actors/{actor.id}", headers={"accept-language": "en"})
    lanes = re.findall(r'<div class="lane[^"]*"><p>(?:<bdi>)?([^<]+)', page.text)
    assert lanes[0].startswith("Kepala")
    assert lanes[1:3] == ["Statements", "Reports that name it"]
    (tenure,) = [held for held in archive.dossier(actor.id).tenures if held.title == "kepala"]
    assert tenure.first < tenure.last
    assert "5 Feb 2024 – 7 Feb 2024" in words(page)


def test_what_an_actor_does_to_others_leads_to_where_it_is_told(client, archive):
    bond = archive.network(Scope(kinds=("deny", "accuse"))).bonds[0]
    for side in (bond.one, bond.other):
        assert f"/network/ties/{bond.one}/{bond.other}?kind={bond.kind}" in client.get(f"/actors/{side}").text


def test_the_dossier_counts_what_outlets_printed(archive, client):
    actor = archive.actor("Rusdi Hanafi")
    printed = client.get(f"/api/v1/actors/{actor.id}/dossier").json()["printed"]
    assert sum(each["statements"] for each in printed) == actor.statements
