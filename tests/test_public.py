import konon


def test_the_public_names_are_these():
    names = ["Archive", "Document", "KononError", "Record", "Settings", "__version__"]
    names += ["load", "load_many", "read", "read_many"]
    assert sorted(konon.__all__) == names
    assert all(hasattr(konon, name) for name in names)


def test_read_takes_a_text_or_a_document():
    text = 'Kota Baru - "Air sudah surut," kata Bupati Kota Baru, Sari Lestari.'
    assert konon.read(text) == konon.read(konon.Document.of(text, language="id"))
