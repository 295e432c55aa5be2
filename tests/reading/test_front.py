import pytest

from konon.language.base import language
from konon.reading.front import credited, split_front

BODY = "KENDARI - Warga menyambut jembatan itu. Mereka senang."


@pytest.mark.parametrize("row", language("id").table("front", "byline"), ids=lambda row: f"{row['role']}-{row['mark']}")
def test_the_example_of_each_byline_row(row):
    assert credited(row["example"], "id") == (row["role"], row["name"])


@pytest.mark.parametrize("row", language("id").table("front", "title"))
def test_the_example_of_each_title_row(row):
    assert split_front(f"{row['example']}\n\n{BODY}", "id").title == row["name"]


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        ("Jembatan Baru Dibuka\n\n", "Jembatan Baru Dibuka", None, None),
        ("Jembatan Baru Dibuka!\n\n", "Jembatan Baru Dibuka!", None, None),
        ("Jembatan Baru Dibuka, Tapi...\n\n", "Jembatan Baru Dibuka, Tapi...", None, None),
        ("# Jembatan Baru Dibuka\n", "Jembatan Baru Dibuka", None, None),
        ("Jembatan Baru Dibuka\n", "Jembatan Baru Dibuka", None, None),
        ("Jembatan Baru Dibuka\n\nwritten by Sari Lestari\n\n\n", "Jembatan Baru Dibuka", "Sari Lestari", None),
        ("Jembatan Baru Dibuka\nOleh: Sari Lestari\n\n", "Jembatan Baru Dibuka", "Sari Lestari", None),
        ("Oleh Sari Lestari\n\nJembatan Baru Dibuka\n\n", "Jembatan Baru Dibuka", "Sari Lestari", None),
        ("Editor: Bambang\nPenulis: Sari Lestari\n\n", None, "Sari Lestari", None),
        ("Editor: Bambang\n\n", None, "Bambang", None),
        ("Laporan Wartawan Warta Utara, Sari Lestari\n", None, "Sari Lestari", None),
        (
            "Jembatan Baru Dibuka\nSabtu, 9 Januari 2021 10:15 WIB\n\n",
            "Jembatan Baru Dibuka",
            None,
            "2021-01-09T10:15+07:00",
        ),
        (
            "Jembatan Baru Dibuka\nWarta.com - 09/01/2021, 10:15 WIB\n\n",
            "Jembatan Baru Dibuka",
            None,
            "2021-01-09T10:15+07:00",
        ),
        ("", None, None, None),
    ],
)
def test_front_matter_is_taken_from_the_body(head, title, byline, published):
    front = split_front(head + BODY, "id")
    assert (front.title, front.byline, front.published) == (title, byline, published)
    assert front.body == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Warga menyambut jembatan itu. Mereka senang.\n\nAir surut.",
        "KENDARI - Warga menyambut jembatan itu\n\nAir surut.",
        "Jembatan itu menghubungkan Desa\n\nUtara dan selatan.".replace("Utara", "utara"),
        "Oleh karena itu warga menolak. Mereka marah.\n\nAir surut.",
        "Jembatan Baru Dibuka",
        "Penulis: Sari Lestari",
        "warga senang\n\nAir surut.",
        f"{'Jembatan ' * 40}\n\nAir surut.",
    ],
)
def test_a_text_without_a_title_keeps_everything(text):
    assert split_front(text, "id").body == text
