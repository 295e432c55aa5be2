"""In whose words a place stands."""

from hypothesis import given
from hypothesis import strategies as st

from konon.extraction.attribution import innermost_statement
from konon.extraction.draft import Draft, StatementDraft
from konon.language.analysis import Analysis
from konon.record import Document


def draft_of(contents: list[list[tuple[int, int]]]) -> Draft:
    document = Document.of("kata " * 20, language="id")
    draft = Draft(Analysis(document, (), (), (), (), ()))
    draft.statements = [StatementDraft(content, None, "", "indirect", "say") for content in contents]
    return draft


def test_the_inner_of_two_nested_statements_holds_a_place():
    draft = draft_of([[(0, 60)], [(20, 40)]])
    outer, inner = draft.statements
    assert innermost_statement(draft, 25, 30) is inner
    assert innermost_statement(draft, 45, 50) is outer
    assert innermost_statement(draft, 35, 45) is outer
    assert innermost_statement(draft, 70, 75) is None


def test_each_piece_of_a_broken_content_holds_its_places():
    draft = draft_of([[(0, 10), (30, 40)]])
    assert innermost_statement(draft, 32, 36) is draft.statements[0]
    assert innermost_statement(draft, 12, 20) is None


spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=8), spans)
def test_it_holds_the_place_and_none_that_begins_later_does(contents, place):
    draft = draft_of([[span] for span in contents])
    found = innermost_statement(draft, *place)
    holding = [span for span in contents if span[0] <= place[0] and place[1] <= span[1]]
    assert (found is not None) == bool(holding)
    if found is not None:
        assert found.content[0][0] == max(start for start, _ in holding)
