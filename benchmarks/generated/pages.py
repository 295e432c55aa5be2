"""The pages of the explorer: kinds of them, and addresses drawn from an archive."""

import json
from typing import Any
from urllib.parse import quote, urlencode

from generated.clients import Connection

# How often people ask for each kind of page: most read reports and search.
KINDS = {
    "first page": 1, "report": 6, "chain of a statement": 4, "search for a word": 4, "search for two words": 2,
    "search by act and outlet": 2, "search for a source": 2, "search by kind": 1, "search for reports": 2,
    "actors by name": 1, "most quoted actors": 1, "actor": 3, "ways of a statement": 1, "lineage of a report": 1,
    "most copied reports": 1, "events": 1, "an event": 1, "timeline": 1, "map": 1, "API: statements": 1,
    "API: a report": 1,
}  # fmt: skip
_DRAWN = 400


async def addresses(port: int) -> dict[str, list[str]]:
    """Addresses of each kind of page, hundreds where there are so many."""
    asking = Connection(port)
    facets = await _json(asking, "/api/v1/facets")
    said = await _drawn(asking, facets)
    words = sorted({word for item in said for word in item["content"].lower().split() if word.isalpha()})
    reports = list(dict.fromkeys(item["report"] for item in said))
    actors = list(dict.fromkeys(item["actor"] for item in said if item["actor"]))
    names = sorted({item["source"].split()[0] for item in said if item["source"]})
    acts, kinds = ([facet["value"] for facet in facets[field]] for field in ("acts", "kinds"))
    outlets = [facet["value"] for facet in facets["outlets"]]
    months = [facet["value"] for facet in facets["months"]]
    pairs = [f"{one} {other}" for one, other in zip(words[::2], words[1::2], strict=False)]
    events = (await _json(asking, f"/api/v1/events?size={_DRAWN}"))["items"]
    types = sorted({event["type"] for event in events})
    found = {
        "first page": ["/"],
        "report": [f"/reports/{report}" for report in reports],
        "chain of a statement": [f"/reports/{item['report']}/statements/{item['statement'].split('/')[1]}"
                                 for item in said],
        "search for a word": [_search(q=word) for word in words],
        "search for two words": [_search(q=pair) for pair in pairs],
        "search by act and outlet": [_search(act=act, outlet=outlet) for outlet in outlets for act in acts],
        "search for a source": [_search(source=actor) for actor in actors],
        "search by kind": [_search(kind=kind, q=f"after:{month}") for month in months for kind in kinds]
                          + [_search(kind=kind, act=act) for kind in kinds for act in acts],
        "search for reports": [_search(q=word, **{"in": "reports"}) for word in words],
        "actors by name": [f"/actors?{urlencode({'q': name})}" for name in names],
        "most quoted actors": ["/actors"],
        "actor": [f"/actors/{quote(actor)}" for actor in actors],
        "ways of a statement": [f"/ways/{item['statement']}" for item in said],
        "lineage of a report": [f"/lineage/{report}" for report in reports],
        "most copied reports": ["/lineage"],
        "events": [f"/events?{urlencode({'type': kind, 'since': month})}" for month in months for kind in types]
                  + [f"/events?{urlencode({'actor': actor})}" for actor in actors],
        "an event": [f"/events/{event['event']}" for event in events],
        "timeline": [f"/events/timeline?{urlencode({'actor': actor})}" for actor in actors],
        "map": [f"/events/places?{urlencode({'type': kind})}" for kind in types]
               + [f"/events/places?{urlencode({'actor': actor})}" for actor in actors],
        "API: statements": [f"/api/v1/statements?{urlencode({'q': word})}" for word in words],
        "API: a report": [f"/api/v1/reports/{report}" for report in reports],
    }  # fmt: skip
    return {kind: pages for kind, pages in found.items() if pages}


async def _drawn(asking: Connection, facets: dict[str, Any]) -> list[dict[str, Any]]:
    """Statements of different outlets, acts and sources."""
    drawn: list[dict[str, Any]] = []
    outlets = [f'outlet:"{facet["value"]}"' for facet in facets["outlets"]]
    sources = [f"source:{facet['value']}" for facet in facets["sources"]]
    for query in (*outlets, *sources):
        page = await _json(asking, "/api/v1/statements?" + urlencode({"q": query, "size": _DRAWN // 10}))
        drawn += page["items"]
    return list({item["statement"]: item for item in drawn}.values())[: 2 * _DRAWN]


def _search(**asked: str) -> str:
    return f"/search?{urlencode(asked)}"


async def _json(asking: Connection, path: str) -> dict[str, Any]:
    status, body = await asking.fetch(path)
    if status != 200:
        raise RuntimeError(f"{path} was answered by {status}")
    found: dict[str, Any] = json.loads(body)
    return found
