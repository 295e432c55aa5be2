import pytest

from konon.errors import ContentError, LanguageError
from konon.reading import load, read_bytes

FIRST = "Wali Kota membuka jembatan yang menghubungkan dua desa di tepi sungai itu, Sabtu (9/1/2021)."
LONG = "<p>Warga yang tinggal di tepi sungai itu belum bisa pulang karena air masih tinggi, kata kepala desa.</p>" * 4


def read_page(page, url=None):
    (document,) = read_bytes(page.encode(), "a.html", url=url)
    return document


def test_a_page_with_furniture_among_its_paragraphs(pages):
    document = load(pages / "kompas_like.html")
    assert document.text == (
        f"KENDARI, KOMPAS.com – {FIRST}\n\n"
        '"Kami berharap warga bisa berjualan lagi," kata Wali Kota di hadapan para pedagang yang sudah lama menunggu.'
        "\n\n"
        "Jembatan itu dibangun selama dua tahun. Biayanya ditanggung oleh pemerintah kota."
    )
    assert document.title == "Jembatan Baru di Kendari Dibuka"
    assert (document.outlet, document.byline, document.dateline) == ("Kompas", "Sari Lestari", "Kendari")
    assert document.published == "2021-01-09T03:15:00+00:00"
    assert document.url == "https://regional.kompas.com/read/2021/01/09/101500/jembatan-baru-di-kendari-dibuka"


def test_a_page_whose_element_has_no_known_name(pages):
    document = load(pages / "detik_like.html")
    assert document.text.startswith("Jakarta - Pasar lama di Ternate terbakar")
    assert document.text.endswith("sampai pasar itu selesai dibangun lagi.")
    assert "SCROLL" not in document.text
    assert document.text.count("\n\n") == 2
    assert (document.title, document.byline) == ("Pasar Lama di Ternate Terbakar", "Sari Lestari")
    assert (document.outlet, document.dateline) == ("Detik", "Jakarta")
    assert document.published == "2021-01-09T10:15:26+07:00"


def test_a_page_that_only_tells_machines(pages):
    document = load(pages / "only_json_ld.html")
    assert document.text.startswith("Panen raya di tiga desa itu dimulai pada Rabu pagi.\n\nPetani")
    assert document.title == "Panen Raya Dimulai & Harga Turun"
    assert (document.byline, document.outlet) == ("Sari Lestari, Bambang Wirawan", "Warta Utara")
    assert (document.published, document.url) == ("2021-03-03T08:00:00+07:00", "https://wartautara.example/panen")


def test_an_old_page_in_latin_1(pages):
    document = load(pages / "latin1.html")
    assert document.title == "Kafé Tua Ditutup | Warta Utara"
    assert "pemiliknya, José, yang sudah berumur “delapan puluh” tahun." in document.text
    assert "kafé tersebut dibongkar nanti." in document.text


def test_a_page_without_an_article(pages):
    with pytest.raises(ContentError, match=r"no_article\.html: no article in the page \(1 KB") as caught:
        load(pages / "no_article.html")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-01-09T10:15:00+07:00">', "2021-01-09T10:15:00+07:00"),
        ('<meta itemprop="datePublished" content="2021-01-09">', "2021-01-09"),
        ('<meta name="pubdate" content="Sat, 09 Jan 2021 10:15:00 +0700">', "2021-01-09T10:15:00+07:00"),
        (
            '<meta name="date" content="2021-01-09"><meta name="pubdate" content="2021-01-09T10:15Z">',
            "2021-01-09T10:15+00:00",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None),
        ("", None),
    ],
)
def test_the_time_of_publication(head, published):
    assert read_page(f"<html><head>{head}</head><body><article>{LONG}</article></body></html>").published == published


@pytest.mark.parametrize(
    ("stated", "shown", "published"),
    [
        ("2021-01-09T10:15:26Z", "Sabtu, 9 Januari 2021 | 10:15 WITA", "2021-01-09T10:15:26+08:00"),
        ("2021-01-09T02:15:26Z", "Sabtu, 9 Januari 2021 | 10:15 WITA", "2021-01-09T02:15:26+00:00"),
        ("2021-01-09", "Sabtu, 9 Januari 2021 | 10:15 WITA", "2021-01-09T10:15+08:00"),
        ("2021-01-09", "Jumat, 8 Januari 2021 | 10:15 WITA", "2021-01-09"),
        ("", "Warta - Sabtu, 9 Januari 2021 | 10:15 WITA", "2021-01-09T10:15+08:00"),
    ],
)
def test_the_time_that_readers_see_mends_the_stated_one(stated, shown, published):
    head = f'<meta name="pubdate" content="{stated}">'
    body = f"<h1>Air Masih Tinggi Sekali</h1><span>{shown}</span><article>{LONG}</article>"
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    assert read_page(page).published == published


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Air Masih Tinggi - Wartautara.com Daerah", ""),
        ("Air Masih Tinggi | Warta Utara", "Warta Utara"),
        ("Air Masih Tinggi | Warta Utara Online", "Warta Utara"),
        ("Air Masih Tinggi – Daerah – Warta Utara", "Warta Utara"),
        ("Air Masih Tinggi » wartautara", ""),
    ],
)
def test_titles_lose_the_name_of_the_outlet(title, site):
    head = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    link = '<link rel="canonical" href="https://www.wartautara.example/a">'
    page = f"<html><head>{head}{link}</head><body>{LONG}</body></html>"
    assert read_page(page).title in ("Air Masih Tinggi", "Air Masih Tinggi – Daerah")


def test_a_fetched_page_keeps_its_url():
    page = f'<html><head><link rel="canonical" href="https://lain.example/b"></head><body>{LONG}</body></html>'
    assert read_page(page, url="https://www.tempo.co/a").url == "https://www.tempo.co/a"
    assert read_page(page, url="https://www.tempo.co/a").outlet == "Tempo"
    assert read_page(page).outlet == "lain.example"


def test_a_byline_among_the_paragraphs():
    page = f"<html><body><article>{LONG}<p>Penulis: Sari Lestari</p><p>Editor: Bambang</p></article></body></html>"
    document = read_page(page)
    assert document.byline == "Sari Lestari"
    assert document.text.endswith("kata kepala desa.")


def test_a_byline_that_only_readers_see():
    page = f'<html><body><div class="author-name">Reporter: Sari Lestari</div><article>{LONG}</article></body></html>'
    assert read_page(page).byline == "Sari Lestari"


def test_a_page_in_another_language():
    english = (
        "<p>The minister said on Monday that the bridge would be opened again when the river has gone down.</p>" * 4
    )
    (error,) = read_bytes(f"<html><body>{english}</body></html>".encode(), "a.html")
    assert isinstance(error, LanguageError)


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 3000 + LONG + "</div>" * 3000,
        "<html></html>",
        "<html><head><script type='application/ld+json'>" + "[" * 3000 + "</script>",
        "<html><body>" + "<p>" * 3000,
        "<!doctype html>\x00",
        '<?xml version="1.0" encoding="utf-16"?><html><body></body></html>',
        "bukan halaman",
    ],
)
def test_odd_pages_end_in_a_document_or_an_error(page):
    (found,) = read_bytes(page.encode(), "a.html")
    assert found is not None


SENTENCES = [
    f"Warga desa ke-{number} yang tinggal di tepi sungai itu belum bisa pulang karena air masih tinggi."
    for number in range(5)
]
TEASERS = '<div class="x">' + "<p>Harga cabai yang dijual di pasar itu naik lagi.</p>" * 4 + "</div>"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "".join(f"<p>{one}</p>" for one in SENTENCES) + "</div>",
        "<div>" + "<br><br>".join(SENTENCES) + "</div>",
        "<div>" + "".join(f"<div>{one}</div>" for one in SENTENCES) + "</div>",
        "<div>" + "".join(f"<div><div><span>{one}</span></div></div>" for one in SENTENCES) + "</div>",
        "<div><b>" + "</b><br><i>".join(SENTENCES) + "</i></div>",
        "<table><tr><td>" + "".join(f"<p>{one}<!-- x --></p>" for one in SENTENCES) + "</td></tr></table>",
        '<div itemprop="articleBody">' + "".join(f"<section><p>{one}</p></section>" for one in SENTENCES) + "</div>",
    ],
    ids=["paragraphs", "breaks", "divisions", "wrapped", "inline", "table", "named"],
)
def test_the_article_is_found_whatever_its_elements_are_called(body):
    main = f"<main><h1>Air Masih Tinggi</h1>{body}</main>"
    page = f"<html><body><div><a href='/'>Beranda</a></div>{TEASERS}{main}</body></html>"
    assert read_page(page).text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize(
    "wrapped",
    ['<article class="post tag-promo">{}</article>', '<div class="with-comments"><h1>Air Masih Tinggi</h1>{}</div>'],
)
def test_what_holds_the_report_is_not_taken_for_furniture(wrapped):
    page = f"<html><body>{wrapped.format(LONG)}<div class='comments'>{LONG}{LONG}</div></body></html>"
    assert read_page(page).text.count("kata kepala desa.") == 4
