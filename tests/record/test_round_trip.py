"""A record comes back from JSON as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from konon import record as kept
from konon.record import Record

# Any text but lone surrogates, which no encoding has: JSON, line ends and characters beyond 16 bits are among it.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
maybe = st.none() | texts


def placed(model, **fields: st.SearchStrategy[object]):
    """A strategy for a part with a place."""

    def make(start: int, length: int, **others: object) -> object:
        return model(start=start, end=start + length, **others)

    return st.builds(make, st.integers(0, 90), st.integers(1, 90), **fields)


def some(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


def of(model, **fields: st.SearchStrategy[object]):
    """A strategy for a part: what is not told here, pydantic's own annotations tell."""
    return st.builds(model, **fields)


dates = of(kept.Date, value=texts)
links = of(kept.Link, entity=maybe, medium=maybe)
documents = of(
    kept.Document,
    id=texts,
    url=maybe,
    outlet=maybe,
    title=maybe,
    byline=maybe,
    dateline=maybe,
    published=maybe,
    language=texts,
    text=texts,
)
entities = of(
    kept.Entity,
    id=texts,
    name=texts,
    country=maybe,
    registry=maybe,
    roles=some(placed(kept.Role, title=texts, organization=maybe)),
    mentions=some(placed(kept.Mention, form=st.sampled_from(["name", "nominal", "pronoun"]))),
)
statements = of(
    kept.Statement,
    id=texts,
    content=some(placed(kept.Span)),
    cue=st.none() | placed(kept.Cue, lemma=texts),
    source=maybe,
    source_span=st.none() | placed(kept.Span),
    chain=some(links),
    addressee=maybe,
    date=st.none() | dates,
    within=maybe,
    answers=maybe,
)
events = of(
    kept.Event,
    id=texts,
    mode=maybe,
    trigger=placed(kept.Span),
    actors=some(texts),
    recipients=some(texts),
    place=maybe,
    date=st.none() | dates,
    attributed_to=maybe,
)
bounds = st.none() | st.integers(0, 2**63)
counts = placed(
    kept.Count, id=texts, minimum=bounds, maximum=bounds, approximate=st.booleans(), kind=st.just("killed"), of=maybe
)
relations = placed(kept.Relation, id=texts, subject=texts, type=st.just("leads"), object=texts, attributed_to=maybe)
records = of(
    Record,
    konon=texts,
    document=documents,
    entities=some(entities),
    statements=some(statements),
    events=some(events),
    counts=some(counts),
    relations=some(relations),
)


@given(records)
def test_nothing_is_lost(record):
    assert Record.from_json(record.to_json()) == record


@given(records)
def test_the_same_record_gives_the_same_bytes(record):
    assert Record.from_json(record.to_json()).to_json() == record.to_json()


@given(records)
def test_a_record_is_one_line_unless_asked_otherwise(record):
    assert "\n" not in record.to_json()
    assert json.loads(record.to_json(indent=2)) == json.loads(record.to_json())
