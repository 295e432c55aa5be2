"""Pages of events: found, told with why they are one, counted, on a timeline, on a map."""

import re

import pytest

from konon.explore.faults import MEDIA

FLOOD = "type:DISASTER after:2024-09"
HEAD = {"accept-language": "en"}


@pytest.fixture
def flood(archive):
    """The id of the flood that five reports tell."""
    return archive.events(FLOOD).items[0].event


def shown(client, path, asked=None):
    answer = client.get(path.replace("&amp;", "&"), params=asked, headers=HEAD)
    assert answer.status_code == 200, answer.text
    return answer.text


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def links(page, begin):
    return re.findall(rf'href="({re.escape(begin)}[^"]*)"', page)


def test_the_list_tells_all_events_and_leads_to_each(client, archive):
    page = shown(client, "/events")
    total = archive.events(size=1).total
    assert f"<b>{total}</b> events" in page
    found = archive.events(size=30).items
    assert [link for link in links(page, "/events/r") if "#" not in link] == [f"/events/{one.event}" for one in found]
    assert client.get(links(page, "/events?after=")[0]).status_code == 200


@pytest.mark.parametrize(
    ("asked", "query"),
    [({"type": "PROTEST"}, "type:PROTEST"), ({"place": "Manila"}, "place:Manila"),
     ({"since": "2024-10", "until": "2024-10-12"}, "after:2024-10 before:2024-10-12"),
     ({"place": "Indonesia"}, "place:Indonesia"), ({"actor": 'Helena "Brask'}, 'actor:"Helena Brask"')],
)  # fmt: skip
def test_events_are_narrowed_down(client, archive, asked, query):
    total = archive.events(query).total
    assert total
    assert f"<b>{total}</b>" in shown(client, "/events", asked)


def test_an_actor_that_was_chosen_by_its_id_is_called_by_its_name(client, archive):
    brask = archive.actor("Helena Brask").id
    page = shown(client, "/events", {"actor": brask})
    assert f'<input type="hidden" name="actor" value="{brask}">' in page
    assert "who Helena Brask × take away" in words(page)


@pytest.mark.parametrize("path", ["/events", "/events/timeline", "/events/places"])
def test_what_finds_nothing_says_what_to_do(client, over, path):
    assert "Take away a choice" in shown(client, path, {"type": "SANCTION", "since": "1999"})
    assert "konon reread" in shown(over(), path)


@pytest.mark.parametrize("path", ["/events", "/events/timeline", "/events/places"])
def test_what_can_not_be_asked_is_told_on_the_page(client, path):
    answer = client.get(path, params={"type": "PARTY"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert client.get(path, params={"since": "soon"}).status_code == 400
    page = client.get(path, params={"since": "2024-13"}, headers={"accept-language": "id"})
    assert (page.status_code, "tidak ada dalam kalender." in page.text) == (400, True)


def test_an_event_tells_who_tells_it_and_why_it_is_one(client, archive, flood):
    page = shown(client, f"/events/{flood}")
    joined = archive.event(flood)
    assert page.count('<article class="telling">') == len(joined.told) == 5
    assert "<mark>Banjir</mark> bandang terjadi di Kabupaten Randualas" in page
    for told in joined.told:
        assert told.title in page
    reasons = re.findall(r"<dt>(day|place|word)</dt><dd><b>([+-]\d\.\d\d)</b>", page)
    assert ("place", "+0.30") in reasons
    assert page.count("Why it is the same event") == 4


def test_another_account_leads_to_the_same_event(client, archive, flood):
    other = archive.event(flood).told[2]
    page = shown(client, f"/events/{other.event}")
    assert other.title == re.search(r'class="headline"[^>]*><a[^>]*>([^<]+)', page)[1]
    assert page.count('<article class="telling">') == 5


def test_each_point_of_a_picture_leads_to_the_report_behind_it(client, archive, flood):
    page = shown(client, f"/events/{flood}")
    killed = [figure for figure in archive.counts(flood).figures if figure.kind == "killed"]
    wide, narrow = re.findall(r'<svg class="counts .*?</svg>', page, re.DOTALL)
    for picture in (wide, narrow):
        pointed = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)">', picture)
        assert len(pointed) == len(killed) == 8
        assert {href.partition("?")[0] for href, _ in pointed} == {f"/reports/{one.report}" for one in killed}
        assert any(label.startswith("at least 15 killed, Yosef Kandou, 2 Sep 2024") for _, label in pointed)
        for href, _ in pointed:
            assert client.get(href.replace("&amp;", "&")).status_code == 200
    assert wide.count('class="dot about"') == 1
    assert wide.count('class="open"') == 1


def test_disagreement_and_revisions_are_told_with_their_reports(client, archive, flood):
    counts, text = archive.counts(flood), words(shown(client, f"/events/{flood}"))
    assert counts.contested
    for contest in counts.contested:
        assert f"{contest.low.minimum} ( {contest.low.teller}" in text
        assert f"{contest.high.minimum} ( {contest.high.teller}" in text
    assert len(counts.revised) >= 3
    assert "Yosef Kandou , killed: at least 15 (2 Sep 2024) → 24 (3 Sep 2024)" in text
    assert "at least 3,001" in text


def test_an_event_without_numbers_has_no_picture(client, archive):
    event = next(one.event for one in archive.events("type:CONSULT").items if not one.numbers)
    assert '<svg class="counts' not in shown(client, f"/events/{event}")


@pytest.mark.parametrize("path", ["/events/none/none", "/api/v1/events/none/none", "/api/v1/events/none/none/counts"])
def test_an_event_that_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_report_leads_to_its_events(client, flood):
    assert f'href="/events/{flood}"' in shown(client, f"/reports/{flood.partition('/')[0]}")


def cells(page):
    return dict(re.findall(r'href="([^"]+)" aria-label="([^"]+: \d+ events?)"', page))


def test_the_timeline_adds_up_and_zooms(client, archive):
    page = shown(client, "/events/timeline")
    numbers = [int(label.rpartition(": ")[2].split()[0]) for label in cells(page).values()]
    assert sum(numbers) == archive.events(size=1).total
    protests = next(href for href, label in cells(page).items() if label.startswith("protest, Oct 2024"))
    month = shown(client, protests.replace("&amp;", "&"))
    assert set(cells(month).values()) == {"protest, 9 Oct 2024: 1 event", "protest, 12 Oct 2024: 1 event"}
    for href in cells(month):
        assert re.fullmatch(r"/events/r\w+/v\w+", href)
        assert "Ratusan" in shown(client, href)
    assert month.count('scope="col"') == 1 + 31 + 1


def test_the_timeline_goes_to_what_lies_beside_and_around(client):
    page = shown(client, "/events/timeline", {"since": "2024-09-01", "until": "2024-09-01"})
    assert ">← 31 Aug 2024<" in page
    assert ">2 Sep 2024 →<" in page
    assert "All time › 2024 › Sep 2024 › 1 Sep 2024" in words(page)
    year = shown(client, "/events/timeline", {"since": "2024", "until": "2024"})
    assert year.count('scope="col"') == 1 + 12 + 1
    assert shown(client, "/events/timeline", {"since": "0001", "until": "9999"})
    assert client.get("/events/timeline?since=2024-13&until=2024-13").status_code == 400
    assert client.get("/events/timeline?since=9999-12-31&until=9999-12-31").status_code == 200


def test_the_map_and_its_table_tell_the_same(client, archive):
    page = shown(client, "/events/places")
    found = archive.event_places()
    drawn = re.findall(r'class="(?:spot|ring)" aria-label="([^"]+)"', page)
    assert len(found.places) == page.count('<tr id="p')
    assert len(drawn) == len({(one.latitude, one.longitude, one.exact) for one in found.places if one.latitude})
    assert "Manila: 1 event" in "".join(drawn) or "Manila: 2 events" in "".join(drawn)
    for place in found.places:
        (leading,) = set(links(page, f"/events?place={place.place}"))
        assert f"<b>{place.events}</b>" in shown(client, leading)
    assert "not known where" in words(page)
    for place in found.places:
        number = archive.search(f"about:{place.place}").total
        shown_of = re.search(rf'<tr id="p{place.place}">.*?</tr>', page)[0]
        assert (f'q=about%3A{place.place}">{number} statement' in shown_of) is bool(number)


def test_the_map_keeps_its_frame_while_the_time_goes_on(client):
    frame = re.compile(r'transform="(matrix[^"]+)"')
    pages = [shown(client, "/events/places", asked) for asked in (None, {"since": "2024-11"}, {"until": "2024-10"})]
    assert len({frame.search(page)[1] for page in pages}) == 1
    assert [page.count('class="spot"') for page in pages] == [5, 1, 4]
    assert client.get("/events/places?since=2024-11&type=").headers["hx-push-url"] == "/events/places?since=2024-11"


def test_the_slider_stands_where_the_address_says(client):
    page = shown(client, "/events/places", {"since": "2024-03", "until": "2024-06"})
    assert re.findall(r'type="range"[^>]* value="(\d+)" aria-valuetext="([^"]+)"', page) == [
        ("1", "Mar 2024"), ("4", "Jun 2024"),
    ]  # fmt: skip


def test_the_bundled_map_is_a_picture_without_anything_else(client):
    answer = client.get("/static/world.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert re.findall(r"<(\w+)(?: id=\"(\w+)\")?", answer.text) == [("svg", ""), ("path", "land"), ("path", "borders")]


def test_programs_get_the_same(client, archive, flood):
    found = client.get("/api/v1/events", params={"type": "PROTEST", "size": 2}).json()
    assert [one["event"] for one in found["items"]] == [one.event for one in archive.events("type:PROTEST").items[:2]]
    following = client.get("/api/v1/events", params={"type": "PROTEST", "size": 2, "after": found["next"]}).json()
    assert following["items"][0] not in found["items"]
    assert len(client.get(f"/api/v1/events/{flood}").json()["told"]) == 5
    assert client.get(f"/api/v1/events/{flood}/counts").json()["contested"]
    by_year = client.get("/api/v1/events/timeline?unit=year").json()
    assert sum(one["events"] for one in by_year["tallies"]) == archive.events(size=1).total
    places = client.get("/api/v1/events/places?type=PROTEST&since=2024-10").json()["places"]
    assert [(one["name"], one["exact"]) for one in places] == [("Makassar", True), ("Surabaya", True)]


@pytest.mark.parametrize("asked", ["type=PARTY", "since=soon", "unit=week", "after=here", "size=0"])
def test_programs_are_told_what_is_wrong(client, asked):
    path = "timeline" if asked.startswith("unit") else ""
    answer = client.get(f"/api/v1/events/{path}?{asked}".replace("/?", "?"))
    assert (answer.status_code, answer.headers["content-type"]) == (400, MEDIA)
