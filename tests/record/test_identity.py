"""Ids are made from content alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.record import Document, identity

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f"))


def test_an_id_is_the_same_on_every_machine():
    assert identity("s", "Ratna berkata", 14, None) == "s5daee2a7b97b"


@given(st.lists(WORDS, min_size=1), st.lists(WORDS, min_size=1))
def test_other_parts_give_another_id(one, other):
    assert (identity("s", *one) == identity("s", *other)) == (one == other)


@pytest.mark.parametrize("other", [{"text": "Lain."}, {"url": "https://contoh.example/1"}, {"outlet": "Kabar Teluk"}])
def test_a_document_is_known_by_text_url_and_outlet(other):
    fields = {"text": "Sama.", "language": "id", "url": None, "outlet": None}
    assert Document.of(**{**fields, **other}).id != Document.of(**fields).id


def test_what_is_said_about_a_document_does_not_change_its_id():
    assert Document.of("Sama.", language="id", title="Judul").id == Document.of("Sama.", language="id").id
