"""Scores of statements and of the chains by which they came."""

from konon.evaluation.causes import statements as causes
from konon.evaluation.causes.deciding import decided
from konon.evaluation.causes.statements import place
from konon.evaluation.gold import GoldLink, GoldStatement
from konon.evaluation.matching import characters, overlap, pair, touch, unpaired
from konon.evaluation.sheet import Sheet
from konon.record.statement import Link, Statement

LEAST_OVERLAP = 0.6
Pairs = list[tuple[GoldStatement, Statement]]


def score_statements(sheet: Sheet) -> Pairs:
    """The statements that were found, each with its gold one."""
    golds, predictions = sheet.gold.statements, sheet.record.statements
    pairs = pair(golds, predictions, likeness=lambda g, p: overlap(g.content, p.content), least=LEAST_OVERLAP)
    sourced = [(gold, said) for gold, said in pairs if sheet.same(gold.source, said.source)]
    acted = [(gold, said) for gold, said in sourced if gold.act == said.act]
    for line, right in (("content", pairs), ("content + source", sourced), ("content + source + act", acted)):
        sheet.tallies[f"statements: {line}"].add(len(right), len(predictions), len(golds))
    sheet.judge("statement", predictions, (said for _, said in sourced))
    formed = sum(gold.form == said.form for gold, said in pairs)
    sheet.tallies["statements: form, of those found"].add(formed, len(pairs), len(pairs))
    sheet.tallies["statements: content, by character"].add(
        sum(len(characters(gold.content) & characters(said.content)) for gold, said in pairs),
        sum(len(characters(said.content)) for said in predictions),
        sum(len(characters(gold.content)) for gold in golds),
    )
    _note_unpaired(sheet, pairs)
    _note_wrong(sheet, pairs)
    return pairs


def _note_unpaired(sheet: Sheet, pairs: Pairs) -> None:
    missed = unpaired(sheet.gold.statements, (gold for gold, _ in pairs))
    too_many = unpaired(sheet.record.statements, (said for _, said in pairs))
    for gold in missed:
        places = (*gold.content, gold.cue, gold.source_span)
        what = f"{gold.source} [{gold.act}]: {sheet.quote(gold.content)}"
        sheet.miss("statement missed", what, cause=causes.missed(sheet, gold, too_many), gold=places)
    for said in too_many:
        what = f"{sheet.name(said.source)} [{said.act}]: {sheet.quote(said.content)}"
        places = (*said.content, said.cue, said.source_span)
        sheet.miss("statement too many", what, cause=causes.too_many(said, missed), part=said, predicted=places)


def _note_wrong(sheet: Sheet, pairs: Pairs) -> None:
    for gold, said in pairs:
        quoted = sheet.quote(gold.content, most=80)
        if not sheet.same(gold.source, said.source):
            places = ((gold.source_span or gold.content[0],), (said.source_span or said.content[0],))
            what = f"gold {gold.source}, got {sheet.name(said.source)}: {quoted}"
            cause = causes.source(gold, said)
            sheet.miss("source wrong", what, cause=cause, part=said, gold=places[0], predicted=places[1])
        elif gold.act != said.act:
            what = f"gold {gold.act}, got {said.act}: {quoted}"
            golds, predictions = (*gold.content, gold.cue), (*said.content, said.cue)
            cause = decided("another", said, "act")
            sheet.miss("act wrong", what, cause=cause, part=said, gold=golds, predicted=predictions)
        if gold.form != said.form:
            what = f"gold {gold.form}, got {said.form}: {quoted}"
            cause = decided("another", said, "content")
            sheet.miss("form wrong", what, cause=cause, part=said, gold=gold.content, predicted=said.content)


def score_chains(sheet: Sheet, pairs: Pairs) -> None:
    """Counts the media and relays between mouth and page."""
    found = {id(gold): said for gold, said in pairs}
    for gold in sheet.gold.statements:
        mine = [link for link in gold.chain if link.role in ("medium", "relay")]
        said = found.get(id(gold))
        _score_chain(sheet, mine, _between(said) if said else [], gold=gold, said=said)
    for said in unpaired(sheet.record.statements, found.values()):
        _score_chain(sheet, [], _between(said), gold=None, said=said)


def _score_chain(
    sheet: Sheet, mine: list[GoldLink], theirs: list[Link], *, gold: GoldStatement | None, said: Statement | None
) -> None:
    links = pair(mine, theirs, likeness=lambda gold, link: float(_same_link(sheet, gold, link)), least=1.0)
    sheet.judge("link", theirs, (link for _, link in links))
    sheet.tallies["chain links"].add(len(links), len(theirs), len(mine))
    for own in unpaired(mine, (own for own, _ in links)):
        words = own.name or sheet.quote([own.span])
        cause = causes.link_missed(own, said, theirs)
        sheet.miss("chain link missed", f"{own.role}: {words}", cause=cause, gold=(own.span,))
    for link in unpaired(theirs, (link for _, link in links)):
        what = f"{link.role}: {sheet.name(link.entity) or link.medium}"
        cause = causes.link_too_many(gold, link)
        sheet.miss("chain link too many", what, cause=cause, part=link, predicted=(place(link),))


def _between(said: Statement) -> list[Link]:
    return [link for link in said.chain if link.role in ("medium", "relay")]


def _same_link(sheet: Sheet, gold: GoldLink, link: Link) -> bool:
    if gold.role != link.role:
        return False
    if gold.role == "relay" and gold.name:
        return sheet.same(gold.name, link.entity)
    return touch(gold.span, place(link))
