import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.gazetteer import Matcher, entries
from konon.gazetteer.folding import fold, key

MATCHER = Matcher()
NAMES = sorted({alias.text for entry in entries()[::20] for alias in entry.aliases})


def found(sentence: str) -> list[tuple[str, str]]:
    words = sentence.split()
    return [(" ".join(words[match.first : match.last]), match.entry.id) for match in MATCHER.matches(words)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Pasukan Quds Iran memuji Hamas", [("Pasukan Quds Iran", "org:quds-force"), ("Hamas", "armed:hamas")]),
        ("kata Kementerian Luar Negeri AS", [("Kementerian Luar Negeri AS", "org:us-state")]),
        ("Bank . Dunia", []),
        ("Bank Dunia", [("Bank Dunia", "org:world-bank")]),
        ("as roda , bin , antara , istana", []),
        ("Di Serang Banten", [("Serang", "place:idn-kota-serang"), ("Banten", "place:idn-banten")]),
        ("polisi israel", []),
        ("JAKARTA , detikNews", [("JAKARTA", "place:idn-jakarta"), ("detikNews", "media:detiknews")]),
        ("Al-Qaeda", [("Al-Qaeda", "armed:al-qaeda")]),
        ("Al - Qaeda", [("Al - Qaeda", "armed:al-qaeda")]),
        ("Israel - Hamas", [("Israel", "state:ISR"), ("Hamas", "armed:hamas")]),
        ("Israel-Hamas", []),
        ("di Sana’a", [("Sana’a", "state:YEM")]),
        ("detik . com", [("detik . com", "media:detik")]),
        ("U.S. Navy", [("U.S.", "state:USA")]),
        ("KPK menahan anggota DPR RI", [("KPK", "org:kpk"), ("DPR RI", "org:dpr")]),
        ("TPNPB - OPM", [("TPNPB - OPM", "armed:tpnpb")]),
        ("AS Roma menang", [("AS Roma", "org:as-roma")]),
        ("di Houston , Perak", [("Houston", "place:usa-houston"), ("Perak", "place:mys-perak")]),
        ("", []),
    ],
)
def test_the_longest_names_are_found(sentence, names):
    assert found(sentence) == names


def test_further_senses_stand_beside_the_first():
    (match,) = MATCHER.matches(["Jakarta"])
    assert [(entry.id, alias.use) for entry, alias in match.others] == [("state:IDN", "capital")]


@given(st.lists(st.sampled_from([*NAMES, "kata", ",", "-", ".", "di", "Budi", "’", ""]), max_size=12))
def test_matches_are_in_order_and_name_what_they_cover(chosen):
    words = " ".join(chosen).split()
    end = 0
    for match in MATCHER.matches(words):
        assert end <= match.first < match.last <= len(words)
        assert key(" ".join(words[match.first : match.last])) == key(match.alias.text)
        assert match.alias in match.entry.aliases
        end = match.last


@given(st.lists(st.text(max_size=8), max_size=30))
def test_any_words_can_be_read(words):
    assert all(match.last <= len(words) for match in MATCHER.matches(words))


@given(st.text())
def test_folding_twice_changes_nothing(words):
    assert fold(fold(words)) == fold(words)
