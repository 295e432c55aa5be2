"""Draws the picture of contested numbers anew: `python docs/images/counts.py`, with the extra `plot`.

The reports are invented; they are read, kept, joined and drawn as any others would be.
"""

import json
import sys
import tempfile
from pathlib import Path

import konon
from konon.plot import draw
from konon.reading import read_stream

PICTURE = Path(__file__).with_name("counts.png")
# Outlet, hour of publication, text.
REPORTS = (
    ("Harian Meranti", "2024-05-11T09:10:00+07:00",
     "Sedikitnya 9 orang tewas dalam serangan di Kota Damar pada Sabtu (11/5/2024), kata Kepala Polisi Damar, Karsan "
     "Udo. Milisi Batu Hitam menyerang pasar di kota itu."),
    ("KabarTeluk", "2024-05-11T18:40:00+07:00",
     "Milisi Batu Hitam menyerang pasar di Kota Damar pada Sabtu (11/5/2024). Menurut Palang Merah Damar, 23 orang "
     "tewas dalam serangan itu."),
    ("Suara Selat", "2024-05-12T11:00:00+07:00",
     "Serangan Milisi Batu Hitam di Kota Damar pada Sabtu (11/5/2024) menewaskan 12 orang, kata Kepala Polisi Damar, "
     "Karsan Udo, Minggu (12/5/2024)."),
    ("Harian Meranti", "2024-05-13T08:00:00+07:00",
     "Milisi Batu Hitam menyerang Kota Damar pada Sabtu (11/5/2024). Palang Merah Damar menyatakan 27 orang tewas "
     "dalam serangan itu, tiga di antaranya anak-anak, Senin (13/5/2024)."),
    ("Warta Kenari", "2024-05-13T15:30:00+07:00",
     "Juru bicara Milisi Batu Hitam, Sulastri Anggoro, mengatakan hanya 5 orang tewas dalam serangan di Kota Damar "
     "pada Sabtu (11/5/2024). Milisi Batu Hitam menyerang kota itu."),
    ("KabarTeluk", "2024-05-15T10:00:00+07:00",
     "Milisi Batu Hitam menyerang pasar di Kota Damar pada Sabtu (11/5/2024). Sebanyak 26 orang tewas dalam serangan "
     "itu, kata Kepala Polisi Damar, Karsan Udo, Rabu (15/5/2024)."),
)  # fmt: skip


def keep(archive: konon.Archive) -> None:
    """Read the reports and keep them in an archive."""
    for number, (outlet, published, text) in enumerate(REPORTS):
        url = f"https://{outlet.lower().replace(' ', '')}.example/{number}"
        line = json.dumps({"text": text, "outlet": outlet, "published": published, "url": url})
        with tempfile.TemporaryFile() as stream:
            stream.write(line.encode())
            stream.seek(0)
            for document in read_stream(stream, "counts"):
                archive.add(konon.read(document))
    list(archive.derive())


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, konon.Archive(Path(folder) / "konon.db", create=True) as archive:
        keep(archive)
        found = max(archive.events("type:ASSAULT").items, key=lambda event: event.numbers)
        counts = archive.counts(found.event)
    if "--rows" in sys.argv:
        for figure in counts.figures:
            sys.stdout.write(f"{figure.day} {figure.kind} {figure.words} | {figure.teller} | {figure.part}\n")
    PICTURE.write_bytes(draw(counts))


if __name__ == "__main__":
    main()
