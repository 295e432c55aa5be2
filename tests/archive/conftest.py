"""Archives on SQLite and on a PostgreSQL server that the tests start themselves, and records to keep in them."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from konon.archive import Archive
from konon.record import Record

from .builder import Counted, Happened, Said, record
from .server import ServerError, running


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server, without a database; skipped where none can be started."""
    pytest.importorskip("psycopg", reason="no psycopg is installed (pip install 'konon[postgres]')")
    with ExitStack() as stack:
        try:
            address = stack.enter_context(running("-c fsync=off"))
        except ServerError as error:
            pytest.skip(str(error))
        yield address


@pytest.fixture(scope="session")
def database(server: str) -> Iterator[tuple[str, Engine]]:
    """A database on the server, as an address and as an engine that does what it is told at once."""
    address = server.format("postgres")
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    yield address, engine
    engine.dispose()


@pytest.fixture
def empty_database(database: tuple[str, Engine]) -> str:
    """The address of a database with nothing in it."""
    address, engine = database
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return address


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an archive can be made, on either database."""
    if request.param == "sqlite":
        return str(tmp_path / "konon.db")
    address: str = request.getfixturevalue("empty_database")
    return address


@pytest.fixture
def archive(location: str) -> Iterator[Archive]:
    """An empty archive, on either database."""
    with Archive(location, create=True) as made:
        yield made


@pytest.fixture(scope="session")
def letter() -> Record:
    """A promise that came in a letter, through an agency."""
    text = (
        '"Kami akan membuka gudang beras itu," kata Kepala Dinas Pangan Kota Baru, Sari Lestari, dalam surat yang '
        "disiarkan kantor berita AFP, Selasa (12/3/2024)."
    )
    return record(
        text, names={"Sari Lestari": "person", "Dinas Pangan Kota Baru": "organization",
                     "AFP": ("media", "FRA", "media:afp")},
        said=[Said(words="Kami akan membuka gudang beras itu", source="Sari Lestari", act="promise", form="direct",
                   through=("surat", "AFP"), day="2024-03-12")],
        relations=[("Sari Lestari", "leads", "Dinas Pangan Kota Baru")],
        url="https://kabarteluk.example/gudang", outlet="KabarTeluk", title="Gudang Beras Dibuka",
        published="2024-03-12T08:00:00+07:00",
    )  # fmt: skip


@pytest.fixture(scope="session")
def denial() -> Record:
    """A denied attack with a number of killed."""
    text = (
        "Panglima Laskar Rawa, Badrun Jelani, membantah pasukannya menyerang gudang beras warga Iran. Sedikitnya 14 "
        "orang tewas dalam serangan itu, menurut Palang Merah."
    )
    return record(
        text, names={"Badrun Jelani": "person", "Laskar Rawa": "armed_group", "Palang Merah": "organization",
                     "Iran": ("state", "IRN", "state:IRN")},
        said=[Said(words="pasukannya menyerang gudang beras warga Iran", source="Badrun Jelani", act="deny",
                   cue="membantah", day="2024-03-11", answers=0),
              Said(words="Sedikitnya 14 orang tewas dalam serangan itu", source="Palang Merah", cue="menurut")],
        events=[Happened(trigger="menyerang", actors=("Laskar Rawa",), status="denied", day="2024-03-10")],
        counts=[Counted(words="Sedikitnya 14 orang", minimum=14, maximum=None, event=0, said=1)],
        url="https://harian.example/rawa", outlet="Harian Rawa", published="2024-03-11",
    )  # fmt: skip


@pytest.fixture(scope="session")
def flood() -> Record:
    """A report of another matter, without address, outlet or day."""
    text = 'Wali Kota Harun Salim mengatakan banjir sudah surut. "Warga boleh pulang," ujar pejabat.'
    return record(
        text, names={"Harun Salim": "person"},
        said=[Said(words="banjir sudah surut", source="Harun Salim"),
              Said(words="Warga boleh pulang", form="direct")],
    )  # fmt: skip


@pytest.fixture
def full(archive: Archive, letter: Record, denial: Record, flood: Record) -> Archive:
    """An archive with three reports in it."""
    for one in (letter, denial, flood):
        archive.add(one)
    return archive
