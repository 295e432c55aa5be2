"""A record of the example report, made by hand, with all parts that a record can have."""

from konon.examples import REPORT
from konon.record import (
    Count,
    Cue,
    Date,
    Document,
    Entity,
    Event,
    Link,
    Mention,
    Record,
    Relation,
    Role,
    Span,
    Statement,
)

TEXT = REPORT.read_text(encoding="utf-8")
DOCUMENT = Document.of(
    TEXT,
    language="id",
    outlet="KabarSelat.com",
    url="https://kabarselat.example/konvoi?a=1&b=2",
    dateline="Port Sudan",
    title="Komandan Front Timur Bantah Serang Konvoi Bantuan di Kassala",
    byline="Ratna Wulandari",
    published="2024-03-13",
)
NAMES = {
    "hamdan": ("Idris Hamdan", "person"),
    "front": ("Front Timur", "armed_group"),
    "afp": ("AFP", "media"),
    "france": ("Prancis", "state"),
    "sudan": ("Sudan", "state"),
    "salma": ("Salma Osman", "person"),
    "press": ("wartawan", "group"),
    "crescent": ("Bulan Sabit Merah Sudan", "organization"),
    "bakri": ("Yusuf Bakri", "person"),
    "hospital": ("Rumah Sakit Kassala", "organization"),
    "un": ("Perserikatan Bangsa-Bangsa", "organization"),
    "kassala": ("Kassala", "place"),
    "jeddah": ("Jeddah", "place"),
    "port": ("Port Sudan", "place"),
    "army": ("militer Sudan", "organization"),
    "outlet": ("KabarSelat.com", "media"),
    "convoy": ("konvoi bantuan", "group"),
}
SHORT = {"hamdan": (("Hamdan", 2), ("Hamdan", 3), ("Hamdan", 4)), "un": (("PBB", 1),), "salma": (("Salma", 2),)}


def at(words: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def place(words: str, nth: int = 1) -> dict[str, int]:
    return dict(zip(("start", "end"), at(words, nth), strict=True))


def span(words: str, nth: int = 1) -> Span:
    return Span(**place(words, nth))


def entity(key: str) -> Entity:
    name, kind = NAMES[key]
    mentions = [Mention(**place(name, nth + 1), form="name") for nth in range(TEXT.count(name))]
    mentions += [Mention(**place(word, nth), form="name") for word, nth in SHORT.get(key, ())]
    roles: tuple[Role, ...] = ()
    if key == "hamdan":
        roles = (Role(title="Komandan", organization="front", **place("Komandan Front Timur", 2)),)
    if key == "salma":
        roles = (Role(title="Menteri Penerangan", organization="sudan", **place("Menteri Penerangan Sudan")),)
    country = {"sudan": "SDN", "france": "FRA"}.get(key)
    return Entity(id=key, name=name, kind=kind, mentions=tuple(mentions), roles=roles, country=country)


OUTLET = Link(role="outlet", entity="outlet", **place("KabarSelat.com"))


def speaker(key: str | None, words: str = "", nth: int = 1) -> Link:
    return Link(role="speaker", entity=key, **(place(words, nth) if words else {}))


def statement(
    name: str, *content: str, cue: str, source: str | None, source_words: str = "", **more: object
) -> Statement:
    cue_nth, source_nth = more.pop("cue_nth", 1), more.pop("source_nth", 1)
    links = more.pop("links", ())
    fields = {
        "id": name,
        "content": tuple(span(words) for words in content),
        "cue": Cue(lemma=cue, **place(cue, cue_nth)),
        "source": source,
        "source_span": span(source_words, source_nth) if source_words else None,
        "chain": (speaker(source, source_words, source_nth), *links, OUTLET),
        **more,
    }
    return Statement.model_validate(fields)


STATEMENTS = (
    statement(
        "s1",
        "pasukannya menyerang konvoi bantuan di dekat Kassala",
        cue="membantah",
        source="hamdan",
        source_words="Idris Hamdan",
        form="indirect",
        act="deny",
        answers="v1",
        date=Date(value="2024-03-11", **place("Senin (11/3/2024)")),
    ),
    statement(
        "s2",
        "Kami tidak pernah menembaki truk makanan. Kami justru menjaga jalan itu",
        cue="kata",
        source="hamdan",
        source_words="Hamdan",
        source_nth=2,
        form="direct",
        act="deny",
        answers="v1",
        date=Date(value="2024-03-12", **place("Selasa (12/3/2024)")),
        links=(
            Link(role="medium", medium="surat", **place("surat")),
            Link(role="relay", entity="afp", **place("AFP")),
        ),
    ),
    statement(
        "s3",
        "Front Timur menahan 20 sopir setelah serangan tersebut",
        cue="menuduh",
        source="sudan",
        source_words="Pemerintah Sudan",
        form="indirect",
        act="accuse",
    ),
    statement(
        "s4",
        "Mereka menyandera warga sipil",
        "dan kami akan mengejar pelakunya",
        cue="ujar",
        source="salma",
        source_words="Salma Osman",
        form="direct",
        act="accuse",
        addressee="press",
        date=Date(value="2024-03-13", **place("Rabu (13/3/2024)")),
    ),
    statement(
        "s5",
        "Hamdan pernah berjanji tidak akan mengganggu bantuan",
        cue="mengatakan",
        source="salma",
        source_words="Salma",
        source_nth=2,
        form="indirect",
        act="say",
    ),
    statement(
        "s6",
        "tidak akan mengganggu bantuan",
        cue="berjanji",
        source="hamdan",
        source_words="Hamdan",
        source_nth=3,
        form="indirect",
        act="promise",
        within="s5",
        links=(Link(role="relay", entity="salma", **place("Salma", 2)),),
    ),
    statement(
        "s7",
        "sedikitnya 14 orang tewas dan sekitar 30 lainnya luka-luka dalam serangan itu",
        cue="Menurut",
        source="crescent",
        source_words="Bulan Sabit Merah Sudan",
        form="indirect",
        act="say",
    ),
    statement(
        "s8",
        "hanya tiga orang yang meninggal",
        cue="mengklaim",
        source="front",
        source_words="Front Timur",
        source_nth=4,
        form="indirect",
        act="claim",
    ),
    statement(
        "s9",
        "ratusan warga telah mengungsi ke kota",
        cue="mengatakan",
        cue_nth=2,
        source="bakri",
        source_words="Yusuf Bakri",
        form="indirect",
        act="say",
    ),
    statement(
        "s10",
        "Obat kami hanya cukup untuk dua hari",
        cue="katanya",
        source="bakri",
        form="direct",
        act="say",
        source_words="nya",
        source_nth=TEXT[: at("katanya")[1]].count("nya"),
    ),
    statement(
        "s11",
        "serangan terhadap konvoi itu",
        cue="mengecam",
        source="un",
        source_words="Perserikatan Bangsa-Bangsa (PBB)",
        form="nominal",
        act="condemn",
    ),
    statement(
        "s12",
        "Kedua pihak",
        "akan bertemu di Jeddah pekan depan",
        cue="dilaporkan",
        source=None,
        form="indirect",
        act="predict",
    ),
)

EVENTS = (
    Event(
        id="v1",
        type="ASSAULT",
        mode="firearms",
        trigger=span("menyerang"),
        actors=("front",),
        recipients=("convoy",),
        place="kassala",
        date=Date(value="2024-03-11"),
        status="denied",
        attributed_to="s1",
    ),
    Event(id="v2", type="COERCE", trigger=span("menahan"), actors=("front",), status="happened", attributed_to="s3"),
    Event(id="v3", type="CONSULT", trigger=span("bertemu"), place="jeddah", status="planned", attributed_to="s12"),
    Event(id="v4", type="ASSAULT", trigger=span("berperang"), actors=("front", "army"), status="ongoing"),
)

COUNTS = (
    Count(
        id="c1",
        minimum=20,
        maximum=20,
        kind="detained",
        of="sopir",
        event="v2",
        attributed_to="s3",
        **place("20 sopir"),
    ),
    Count(
        id="c2",
        minimum=14,
        maximum=None,
        kind="killed",
        of="orang",
        event="v1",
        attributed_to="s7",
        **place("sedikitnya 14 orang"),
    ),
    Count(
        id="c3",
        minimum=30,
        maximum=30,
        approximate=True,
        kind="injured",
        attributed_to="s7",
        **place("sekitar 30 lainnya"),
    ),
    Count(id="c4", minimum=3, maximum=3, kind="killed", of="orang", attributed_to="s8", **place("tiga orang")),
    Count(
        id="c5", minimum=100, maximum=999, kind="displaced", of="warga", attributed_to="s9", **place("ratusan warga")
    ),
)

RELATIONS = (
    Relation(id="r1", subject="hamdan", type="leads", object="front", **place("Komandan Front Timur, Idris Hamdan")),
    Relation(id="r2", subject="front", type="based_in", object="kassala", **place("berbasis di Kassala")),
    Relation(
        id="r3", subject="front", type="opposes", object="army", attributed_to="s3", **place("melawan militer Sudan")
    ),
)

RECORD = Record(
    konon="0.1.0",
    document=DOCUMENT,
    entities=tuple(entity(key) for key in NAMES),
    statements=STATEMENTS,
    events=EVENTS,
    counts=COUNTS,
    relations=RELATIONS,
)


def plain(text: str, **fields: str) -> Record:
    """A record of a text in which nothing was found."""
    return Record(konon="0.1.0", document=Document.of(text, language="id", **fields))
