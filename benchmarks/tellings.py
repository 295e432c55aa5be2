"""How well statements that several reports tell are found to be the same, and denials to answer what they deny.

    python benchmarks/tellings.py [--stories 100] [--seed 1]

Makes invented statements, tells each again in changed words, puts all into an archive in a scratch folder, and compares
the clusters and answers with what was made: precision and recall for each kind of change. Beside each statement stand
others that are easily taken for it: the same source on the same day with another content about the same thing or with
another figure, the contrary, and another source with the same words. Prints a table; nothing is asserted.
"""

import argparse
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from rich.console import Console
from rich.table import Table

import konon
from konon.archive import Archive
from konon.record import Document, Entity, Link, Mention, Record, Span, Statement
from konon.record.vocabulary import Act

FIRST = (
    "Sari", "Harun", "Badrun", "Jelani", "Rina", "Tegar", "Wulan", "Yoga", "Mega", "Lukman", "Citra", "Bagas",
    "Intan", "Dimas", "Ratih", "Surya",
)  # fmt: skip
LAST = (
    "Lestari", "Salim", "Widuri", "Hamdan", "Purnama", "Kelana", "Samudra", "Wijoyo", "Anggraini", "Rahmadi",
    "Puspita", "Darmaji", "Sukma", "Bahari",
)  # fmt: skip
PLACES = (
    "Teluk Dalam", "Kota Baru", "Rawa Panjang", "Bukit Lestari", "Muara Jati", "Tanjung Sepi", "Lembah Hijau",
    "Pulau Karang",
)  # fmt: skip
# A deed: active and passive verb, and another word for it.
DEEDS = (
    ("membuka", "dibuka", "mengoperasikan"), ("menutup", "ditutup", "menghentikan"),
    ("memperbaiki", "diperbaiki", "membenahi"), ("membangun", "dibangun", "mendirikan"),
    ("memindahkan", "dipindahkan", "merelokasi"), ("membongkar", "dibongkar", "merobohkan"),
    ("menambah", "ditambah", "memperbanyak"), ("mengawasi", "diawasi", "memantau"),
    ("membagikan", "dibagikan", "menyalurkan"), ("memeriksa", "diperiksa", "mengecek"),
)  # fmt: skip
THINGS = (
    "gudang beras", "jembatan gantung", "pasar ikan", "rumah pompa", "kapal feri", "sekolah darurat", "dapur umum",
    "tanggul sungai", "menara air", "balai pengobatan", "jalan setapak", "perahu karet",
)  # fmt: skip
PEOPLE = (("keluarga", "rumah tangga"), ("nelayan", "pelaut"), ("warga", "penduduk"), ("pengungsi", "warga terdampak"))
CLAUSES = (
    "setelah hujan deras merusak tepian", "karena persediaan bulan lalu hampir habis", "agar kapal tidak tertunda",
    "sebelum musim angin barat tiba", "dengan dana sisa anggaran daerah", "sesuai permintaan para kepala dusun",
    "walau cuaca di pesisir masih buruk", "tanpa menunggu izin dari provinsi",
)  # fmt: skip
WHEN = ("mulai Senin depan", "pekan ini", "bulan depan", "sebelum akhir tahun", "dalam dua hari", "sejak kemarin pagi")
WORDS = {2: "dua", 3: "tiga", 4: "empat", 5: "lima", 6: "enam", 7: "tujuh", 8: "delapan", 9: "sembilan", 10: "sepuluh"}


@dataclass(frozen=True)
class Plan:
    """What a statement says, before it is put into words."""

    deed: tuple[str, str, str]
    thing: str
    place: str
    number: int
    people: tuple[str, str]
    clause: str
    when: str


@dataclass(frozen=True)
class Telling:
    """A statement as a report tells it: which one it is, how it was changed, its words, source, day and act."""

    truth: str
    change: str
    words: str
    source: str | None
    day: int
    act: Act = "say"
    names: tuple[str, ...] = ()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100, help="statements, each told again in all ways")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    told = [telling for number in range(asked.stories) for telling in story(number, chance)]
    denied = [telling for number in range(asked.stories) for telling in dispute(number, chance)]
    for table in (tellings(told, chance), denials(denied, chance)):
        Console().print(table)


def story(number: int, chance: random.Random) -> Iterator[Telling]:
    """A statement, the same told in other words, and others that are not the same."""
    plan, source, day = a_plan(chance), a_name(chance), chance.randrange(1, 25)
    made = Telling(f"s{number}", "as said", said(plan), source, day)
    yield made
    for change, reword in REWORDINGS.items():
        yield replace(made, change=change, words=reword(plan, chance), day=day + chance.randrange(3))
    yield replace(made, change="no source", source=None)
    yield replace(made, change="part of the name", source=source.split()[1])
    figure = replace(plan, number=plan.number * 3 + 1)
    deed = chance.choice([deed for deed in DEEDS if deed != plan.deed])
    same_thing = replace(a_plan(chance), thing=plan.thing, place=plan.place, deed=deed)
    others = {
        "other figure": said(figure), "the contrary": said(plan).replace("akan", "tidak akan"),
        "same thing, other matter": said(same_thing), "same source and day": said(a_plan(chance)),
    }  # fmt: skip
    for change, words in others.items():
        yield Telling(f"s{number} {change}", change, words, source, day)
    yield replace(made, truth=f"s{number} other", change="other source", source=a_name(chance))


def dispute(number: int, chance: random.Random) -> Iterator[Telling]:
    """An accusation, its denial and confirmation, and denials of something else by the same."""
    plan, accuser, accused, day = a_plan(chance), a_name(chance), a_name(chance), chance.randrange(1, 20)
    deed = f"{plan.deed[0]} {plan.thing} di {plan.place} milik {plan.number} {plan.people[0]} {plan.clause}"
    yield Telling(f"d{number}", "accusation", f"{accused} {deed}", accuser, day, "accuse", (accused,))
    short = f"{plan.deed[0]} {plan.thing} milik {plan.people[0]} di {plan.place}"
    answers: tuple[tuple[str, str, Act], ...] = (
        ("denied", f"pihaknya {short}", "deny"), ("denied in own words", f"Kami tidak {short}", "deny"),
        ("denied, accuser named", f"tuduhan {accuser} bahwa pasukannya {short}", "deny"),
        ("confirmed", f"pihaknya {short}", "confirm"),
    )  # fmt: skip
    for change, words, act in answers:
        names = (accuser,) if accuser in words else ()
        yield Telling(f"d{number}", change, words, accused, day + chance.randrange(4), act, names)
    elsewhere = replace(a_plan(chance), thing=plan.thing)
    words = f"pihaknya {elsewhere.deed[0]} {elsewhere.thing} milik {elsewhere.people[0]} di {elsewhere.place}"
    yield Telling(f"x{number}", "other matter denied", words, accused, day, "deny")
    third = f"perahunya {plan.deed[0]} {plan.people[1]} {plan.when} di {chance.choice(PLACES)}"
    yield Telling(f"y{number}", "other denier", third, a_name(chance), day, "deny")
    yield Telling(f"z{number}", "praise of it", f"Kami tidak {short}", accuser, day, "say")


def said(plan: Plan) -> str:
    """A plan as it is said."""
    return (f"Kami akan {plan.deed[0]} {plan.thing} di {plan.place} untuk {plan.number} {plan.people[0]} {plan.when} "
            f"{plan.clause}")  # fmt: skip


REWORDINGS: dict[str, Callable[[Plan, random.Random], str]] = {
    "indirect": lambda plan, _: said(plan).replace("Kami", "pihaknya"),
    "shortened": lambda plan, _: (
        f"pihaknya akan {plan.deed[0]} {plan.thing} di {plan.place} untuk {plan.number} {plan.people[0]}"
    ),
    "much shortened": lambda plan, _: f"{plan.thing} di {plan.place} akan {plan.deed[1]} {plan.when}",
    "reordered": lambda plan, _: (
        f"{plan.when} {plan.thing} di {plan.place} akan {plan.deed[1]} untuk {plan.number} "
        f"{plan.people[0]} {plan.clause}"
    ),
    "other words": lambda plan, _: (
        f"pihaknya akan {plan.deed[2]} {plan.thing} di {plan.place} bagi {plan.number} "
        f"{plan.people[1]} {plan.when} {plan.clause}"
    ),
    "other words, reordered, shortened": lambda plan, _: (
        f"{plan.when} dinasnya hendak {plan.deed[2]} {plan.thing} di "
        f"wilayah {plan.place} bagi {plan.number} {plan.people[1]}"
    ),
    "figures in words": lambda plan, _: said(plan).replace(str(plan.number), WORDS.get(plan.number, str(plan.number))),
    "longer": lambda plan, chance: (
        f"{said(plan)}. Kami juga berterima kasih atas kesabaran semua yang menunggu di {chance.choice(PLACES)}"
    ),
}


def a_plan(chance: random.Random) -> Plan:
    """Something that can be said."""
    number = chance.choice((*WORDS, chance.randrange(11, 2_000)))
    return Plan(*(chance.choice(some) for some in (DEEDS, THINGS, PLACES)), number,  # type: ignore[arg-type]
                chance.choice(PEOPLE), chance.choice(CLAUSES), chance.choice(WHEN))  # fmt: skip


def a_name(chance: random.Random) -> str:
    """An invented person; so few that many speak on one day."""
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def kept(archive: Archive, told: list[Telling], chance: random.Random) -> dict[str, Telling]:
    """The tellings by the ids of their statements, once all are kept in some order and derived."""
    found = {}
    for number, telling in enumerate(chance.sample(told, len(told))):
        record = record_of(number, telling)
        found[f"{archive.add(record)[0]}/{record.statements[0].id}"] = telling
    for _ in archive.derive():
        pass
    return found


def record_of(number: int, telling: Telling) -> Record:
    """The record of a report that tells one statement."""
    text = f"{telling.words}. {telling.source or ''}"
    entities, seen = [], dict.fromkeys(filter(None, (telling.source, *telling.names)))
    for name in seen:
        start = text.index(name)
        mention = Mention(start=start, end=start + len(name), form="name")
        entities.append(Entity(id=f"e{len(entities)}", name=name, kind="person", mentions=(mention,)))
    source = next((entity.id for entity in entities if entity.name == telling.source), None)
    statement = Statement(
        id="s0", content=(Span(start=0, end=len(telling.words)),), cue=None, form="indirect", act=telling.act,
        source=source, chain=(Link(role="speaker", entity=source), Link(role="outlet")),
    )  # fmt: skip
    document = Document.of(text, language="id", outlet=f"Harian {number}", url=f"https://h{number}.example/a",
                           published=f"2024-03-{telling.day:02}")  # fmt: skip
    return Record(konon=konon.__version__, document=document, entities=tuple(entities), statements=(statement,))


def tellings(told: list[Telling], chance: random.Random) -> Table:
    """Pairs that were found to be the same, against those that are, by the change that the second went through."""
    with tempfile.TemporaryDirectory() as scratch, Archive(Path(scratch) / "konon.db", create=True) as archive:
        start = time.perf_counter()
        by_id = kept(archive, told, chance)
        seconds = time.perf_counter() - start
        clusters = {frozenset(one.found.statement for one in archive.tellings(statement)) for statement in by_id}
    found = {frozenset(pair) for cluster in clusters for pair in combinations(sorted(cluster), 2)}
    by_truth = defaultdict(list)
    for statement, telling in by_id.items():
        by_truth[telling.truth].append(statement)
    true = {frozenset(pair) for same in by_truth.values() for pair in combinations(sorted(same), 2)}
    title = f"{len(told)} tellings of {len(by_truth)} statements, kept and compared in {seconds:.0f} s"
    table = Table("the statement as said, and", "pairs", "found to be the same", title=title)
    originals = {telling.truth: statement for statement, telling in by_id.items() if telling.change == "as said"}
    pairs: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    for statement, telling in by_id.items():
        original = originals[telling.truth.split()[0]]
        if statement != original:
            pairs[telling.change] += 1
            joined[telling.change] += frozenset((statement, original)) in found
    same = {telling.change for telling in told if telling.truth in originals}
    for change in sorted(pairs, key=lambda change: (change not in same, change)):
        should = "" if change in same else " (another statement)"
        table.add_row(change + should, str(pairs[change]), f"{joined[change] / pairs[change]:.1%}")
    table.add_section()
    table.add_row("precision of all pairs", str(len(found)), f"{len(found & true) / max(1, len(found)):.1%}")
    table.add_row("recall of all pairs", str(len(true)), f"{len(found & true) / len(true):.1%}")
    return table


def denials(told: list[Telling], chance: random.Random) -> Table:
    """Denials that were tied to the accusation they answer, and to others."""
    with tempfile.TemporaryDirectory() as scratch, Archive(Path(scratch) / "konon.db", create=True) as archive:
        by_id = kept(archive, told, chance)
        found = archive.denials(size=10_000)
    table = Table("what was said", "answers", "sure", "sure or likely", title="Denials and the accusations they answer")
    total: Counter[str] = Counter(telling.change for telling in told)
    right: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    wrong: dict[bool, int] = {True: 0, False: 0}
    astray: list[tuple[str, bool, str]] = []
    for one in found:
        denial, answered = by_id[one.denial.statement], by_id[one.answers.statement if one.answers else ""]
        for sure in (True, False):
            if one.sure or not sure:
                fits = denial.truth == answered.truth
                right[sure][denial.change] += fits
                wrong[sure] += not fits
        if denial.truth != answered.truth:
            astray.append((one.denial.statement, one.sure, denial.change))
    answers = [change for change in total if any(t.change == change and t.truth[0] == "d" for t in told)]
    for change in answers:
        if change != "accusation":
            shares = (f"{right[sure][change] / total[change]:.1%}" for sure in (True, False))
            table.add_row(change, str(total[change]), *shares)
    for change in total:
        if change not in answers:
            tied = (len({d for d, s, c in astray if c == change and (s or not sure)}) for sure in (True, False))
            table.add_row(f"{change} (answers none)", str(total[change]), *(f"{n / total[change]:.1%}" for n in tied))
    table.add_section()
    precision = (f"{sum(right[sure].values()) / max(1, sum(right[sure].values()) + wrong[sure]):.1%}"
                 for sure in (True, False))  # fmt: skip
    table.add_row("precision", str(len(found)), *precision)
    return table


if __name__ == "__main__":
    main()
