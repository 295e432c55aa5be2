"""A story that is made up, and outlets' own reports of it: they share names, numbers and quotations, not the text."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

_TABLE = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))
STORIES = tuple(_TABLE["story"])
_COMMON, _QUOTES = _TABLE["common"][0]["facts"], _TABLE["common"][0]["quotes"]
_CHOICE = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"\b(?:N[1-4]|PLACE|CITY|RIVER|BODY|DAY|LEADER|CHIEF)\b")
_SYLLABLES = (
    "ba",
    "la",
    "ru",
    "ma",
    "se",
    "to",
    "ri",
    "ka",
    "wa",
    "ne",
    "du",
    "ti",
    "ga",
    "lo",
    "pa",
    "su",
    "mi",
    "ra",
    "jo",
    "ha",
)
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_TITLES = ("Bupati", "Wali Kota", "Camat", "Kepala Dinas", "Sekretaris Daerah", "Gubernur", "Ketua Dewan")
_CHIEFS = ("Kepala Polisi", "Komandan", "Kepala Badan Penanggulangan Bencana", "Kepala Seksi", "Juru Bicara")
_OTHERS = ("seorang warga", "pedagang", "saksi mata", "relawan", "tokoh masyarakat", "dokter")
_BODIES = ("Palang", "Yayasan", "Badan", "Komite", "Dinas", "Lembaga")
_NEAR = ("Desa", "Kampung", "Dusun", "Jalan", "Simpang", "Kelurahan")
_FIRST_DAY = date(2022, 1, 3)
_VERBS = ("kata", "ujar", "tutur", "ucap", "jelas", "ungkap")
_OUTLETS = (
    "Warta Utara", "Harian Rawa", "Suara Lembah", "Kabar Muara", "Pos Tanjung", "Lintas Pulau", "Sinar Bukit",
    "Berita Teluk",
    "Gema Hulu", "Media Seberang", "Kantor Berita Nusa", "Tajuk Kota",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report; who said it, where it is a quotation."""

    text: str
    quotation: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A report: its outlet, title, day and sentences, without what the outlet puts around them."""

    outlet: str
    title: str
    day: date
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What happened: the ways to tell each fact, its quotations with their speakers, and what fills the places."""

    facts: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    filling: dict[str, str]
    day: date


def story(chance: Random, *, kinds: tuple[int, ...]) -> Story:
    """A story of one of these kinds (numbers of `STORIES`)."""
    kind = STORIES[chance.choice(kinds)]
    day = _FIRST_DAY + timedelta(days=chance.randrange(1200))
    filling = _filling(chance, day)
    people = [filling["LEADER"], filling["CHIEF"], *(f"{_person(chance)}, {who}" for who in chance.sample(_OTHERS, 3))]
    quotes = [(chosen(chance, words, filling), chance.choice(people)) for words in chance.sample(_QUOTES, 6)]
    # Common facts last: independent reports lead with what is new.
    facts = tuple(_placed(chance, ways) for ways in (*kind["facts"], *chance.sample(_COMMON, 4)))
    return Story(facts, tuple(kind["head"]), tuple(quotes), filling, day)


def told(chance: Random, of: Story) -> Told:
    """An outlet's own report of a story: some of its facts in its own words, some of its quotations as they are."""
    number = chance.randint(5, len(of.facts) - 2)
    # The first fact leads each report.
    picked = [0, *sorted(chance.sample(range(1, len(of.facts)), number))]
    lines = [Sentence(chosen(chance, chance.choice(of.facts[fact]), of.filling)) for fact in picked]
    for words, speaker in chance.sample(of.quotes, chance.randint(2, 4)):
        lines.insert(chance.randint(2, len(lines)), said(chance, words, speaker))
    day = of.day + timedelta(days=chance.choice((0, 0, 1)))
    return Told(chance.choice(_OUTLETS), chosen(chance, chance.choice(of.heads), of.filling), day, tuple(lines))


def said(chance: Random, words: str, speaker: str) -> Sentence:
    """A quotation with who said it."""
    verb = chance.choice(_VERBS)
    text = chance.choice((f'"{words}," {verb} {speaker}.', f'"{words}," {verb} {speaker} kepada wartawan.',
                          f'Menurut {speaker}, "{words}."', f'{speaker} mengatakan, "{words}."'))  # fmt: skip
    return Sentence(text, words, speaker)


def chosen(chance: Random, words: str, filling: dict[str, str]) -> str:
    """The words with one of each choice, and their places filled."""
    plain = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), words)
    return _SLOT.sub(lambda found: filling[found[0]], plain)


def printed(chance: Random, report: Told, *, credit: str = "") -> str:
    """The text of a report with the dateline, links and last lines of its outlet."""
    name = report.outlet.upper()
    lines = [line.text for line in report.sentences]
    lines[0] = chance.choice((f"{name} - ", f"{name.replace(' ', '')}.COM, KOTA - ", "KOTA - ", "")) + lines[0]
    if len(lines) > 4 and chance.random() < 0.6:
        lines.insert(chance.randint(2, len(lines) - 1), f"Baca juga: {_phrase(chance, 6)}")
    last = (f"Ikuti kami di saluran {report.outlet} untuk berita terkini.", f"Editor: {_person(chance)}",
            f"Artikel ini telah tayang di {report.outlet}.",
            f"Dapatkan berita pilihan {report.outlet} setiap hari.")  # fmt: skip
    lines += chance.sample(last, chance.randint(0, 2))
    body = ""
    for line in lines:
        body += line + chance.choice((" ", "\n"))
    return body.strip() + credit


def outlet(chance: Random, *, but: str) -> str:
    """Another outlet."""
    return chance.choice([name for name in _OUTLETS if name != but])


def _placed(chance: Random, ways: list[str]) -> tuple[str, ...]:
    """The ways to tell a fact; one that names nothing gets a place of its own, as stories of one kind differ."""
    if any(_SLOT.search(way) for way in ways):
        return tuple(ways)
    place = f" di {chance.choice(_NEAR)} {_word(chance)}"
    return tuple(way.rstrip(".") + place + "." for way in ways)


def _filling(chance: Random, day: date) -> dict[str, str]:
    numbers = {f"N{which}": str(chance.randint(2, 10 ** chance.randint(1, 3))) for which in range(1, 5)}
    return {
        **numbers, "PLACE": _word(chance), "CITY": _word(chance), "RIVER": _word(chance),
        "BODY": f"{chance.choice(_BODIES)} {_word(chance)}",
        "DAY": f"{_DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})",
        "LEADER": f"{chance.choice(_TITLES)} {_person(chance)}", "CHIEF": f"{chance.choice(_CHIEFS)} {_person(chance)}",
    }  # fmt: skip


def _person(chance: Random) -> str:
    return f"{_word(chance)} {_word(chance)}"


def _phrase(chance: Random, words: int) -> str:
    return " ".join(_word(chance) for _ in range(words))


def _word(chance: Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize() + chance.choice(
        ("", "", "n", "ng", "r")
    )
