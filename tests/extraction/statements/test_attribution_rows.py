"""The words around cues: each list does what it is for, in its example and in a sentence for each form."""

import pytest

from konon.language.base import Row, language

INDONESIAN = language("id")
SAID = "jembatan itu aman"


def rows(kind: str) -> tuple[Row, ...]:
    return INDONESIAN.table("attribution", kind)


def forms(kind: str, **having: bool) -> list[str]:
    """The forms of a list, of those rows that have these marks."""
    wanted = [row for row in rows(kind) if all(row.get(key, False) == value for key, value in having.items())]
    return list(dict.fromkeys(form for row in wanted for form in row["forms"]))


def examples(*kinds: str) -> list[tuple[str, str]]:
    return [pytest.param(row["example"], id=row["example"]) for kind in kinds for row in rows(kind)]


# ---- grounds


@pytest.mark.parametrize("example", examples("according", "basis", "speech_noun", "ground_join"))
def test_a_ground_names_the_source_of_its_clause(told, example):
    (said,) = told(example)
    assert (said.source, said.form, said.act) == ("Rina", "indirect", "say")
    assert said.content in (["jembatan itu aman"], ["jembatan itu retak"])


@pytest.mark.parametrize("form", forms("basis"))
def test_words_before_a_ground(told, form):
    (said,) = told(f"{form.capitalize()} keterangan Rina, {SAID}.")
    assert (said.source, said.content) == ("Rina", [SAID])


@pytest.mark.parametrize("form", forms("speech_noun"))
def test_nouns_of_a_ground_are_its_cue(told, form):
    (said,) = told(f"Berdasarkan {form} Rina, {SAID}.")
    assert (said.cue, said.source, said.content) == (form, "Rina", [SAID])


def test_a_noun_of_a_ground_takes_a_pronoun(told):
    (said,) = told(f"Rina Sari tiba. Berdasarkan keterangannya, {SAID}.")
    assert (said.source, said.content) == ("Rina Sari", [SAID])


# ---- relays


@pytest.mark.parametrize("form", forms("relay", weak=False))
def test_verbs_of_passing_on_make_a_source_over_a_plain_clause(told, form):
    (said,) = told(f"{form.capitalize()} Radio Samudra, {SAID}.")
    assert (said.source, said.kind, said.content, said.chain) == ("Radio Samudra", "media", [SAID], [])


@pytest.mark.parametrize("form", [form for form in forms("relay") if form.startswith("di")])
def test_verbs_of_passing_on_make_a_relay_behind_a_speaker(told, form):
    (said,) = told(f'"Jembatan itu aman," kata Rina, seperti {form} Radio Samudra.')
    assert (said.source, said.chain) == ("Rina", [("relay", "Radio Samudra")])


@pytest.mark.parametrize(
    "form", [form for form in forms("relay_opener") if form not in ("demikian", "sebagai", "mana")]
)
def test_words_before_a_relay(told, form):
    (said,) = told(f'"Jembatan itu aman," kata Rina {form} dikutip Radio Samudra.')
    assert (said.source, said.chain) == ("Rina", [("relay", "Radio Samudra")])


@pytest.mark.parametrize("form", forms("relay_join"))
def test_words_between_passing_on_and_who_does_it(told, form):
    (said,) = told(f"Dilansir {form} Radio Samudra, {SAID}.")
    assert (said.source, said.content) == ("Radio Samudra", [SAID])


# ---- media


@pytest.mark.parametrize("form", forms("medium", cased=False, verb=False, occasion=False))
def test_every_medium_is_a_link(told, form):
    (said,) = told(f'"Jembatan itu aman," kata Rina dalam {form} itu.')
    assert (said.source, said.chain) == ("Rina", [("medium", form)])


@pytest.mark.parametrize("form", forms("medium", cased=True))
def test_every_platform_is_a_link_with_its_capital(told, form):
    (said,) = told(f'"Jembatan itu aman," tulis Rina di {form}, Senin (5/2/2024).')
    assert (said.source, said.chain, said.date) == ("Rina", [("medium", form)], "2024-02-05")
    assert ("medium", form.lower()) not in told(f'"Jembatan itu aman," tulis Rina di {form.lower()} itu.')[0].chain


@pytest.mark.parametrize("form", forms("medium", occasion=True))
def test_an_occasion_is_a_medium_only_behind_its_word(told, form):
    assert told(f'"Jembatan itu aman," kata Rina dalam {form} itu.')[0].chain == [("medium", form)]
    assert told(f'"Jembatan itu aman," kata Rina seusai {form} itu.')[0].chain == []


@pytest.mark.parametrize("form", [form for form in forms("medium_opener") if form not in forms("according")])
def test_words_before_a_medium(told, form):
    (said,) = told(f'"Jembatan itu aman," kata Rina {form} surat itu.')
    assert said.chain == [("medium", "surat")]


@pytest.mark.parametrize("example", examples("medium", "occasion_opener", "medium_opener"))
def test_the_example_of_a_medium_has_one_link(told, example):
    (said,) = told(example)
    ((role, medium),) = said.chain
    assert (said.source, role) == ("Rina", "medium")
    assert medium in example


def test_a_medium_without_a_word_before_it_is_no_link(told):
    (said,) = told('"Jembatan itu aman," kata Rina, pemilik laman itu.')
    assert said.chain == []


# ---- pointers


@pytest.mark.parametrize(
    "form", [form for form in forms("pointer") if form not in ("itu", "ini", "demikian", "senada", "serupa")]
)
def test_a_pointer_adds_to_the_statement_before(told, form):
    text = f"Rina Sari mengatakan {SAID}. {form.capitalize()} itu disampaikan Rina dalam pidato, Senin (5/2/2024)."
    (said,) = told(text)
    assert (said.cue, said.content) == ("mengatakan", [SAID])
    assert (said.chain, said.date) == ([("medium", "pidato")], "2024-02-05")


def test_a_pointer_makes_a_statement_of_a_plain_sentence(told):
    (row,) = rows("pointer")
    (said,) = told(row["example"])
    assert (said.cue, said.source, said.content) == ("disampaikan", "Rina", ["Jembatan itu aman"])


@pytest.mark.parametrize("form", forms("clitic"))
def test_a_pronoun_on_the_cue_is_the_source(told, form):
    (said,) = told(f'Rina Sari tiba. "Jembatan itu aman," kata{form}.')
    assert (said.cue, said.source) == (f"kata{form}", "Rina Sari")


@pytest.mark.parametrize("form", forms("strict_purpose"))
def test_a_noun_of_asking_opens_what_is_asked_for(told, form):
    (said,) = told(f"Rina memberikan arahan {form} menutup jembatan itu.")
    assert (said.cue, said.act, said.content) == ("arahan", "demand", ["menutup jembatan itu"])


# ---- where content begins and ends


@pytest.mark.parametrize("form", [*forms("content_opener"), *forms("loose_opener")])
def test_an_opener_is_no_part_of_the_content(told, form):
    (said,) = told(f"Rina mengatakan {form} {SAID}.")
    assert (said.content, said.form) == ([SAID], "indirect")


@pytest.mark.parametrize("form", forms("purpose"))
def test_what_is_asked_for_begins_with_its_word(told, form):
    (said,) = told(f"Rina meminta para warga {form} menjauh.")
    assert (said.content, said.addressee) == ([f"{form} menjauh"], "para warga")


@pytest.mark.parametrize("form", forms("topic"))
def test_a_topic_is_told_without_its_word(told, form):
    (said,) = told(f"Rina menyinggung {form} kerusakan jembatan.")
    assert said.content == ["kerusakan jembatan"]


@pytest.mark.parametrize("form", forms("cue_adverb"))
def test_adverbs_of_the_cue_are_no_part_of_the_content(told, form):
    (said,) = told(f"Rina mengatakan {form} bahwa {SAID}.")
    assert (said.source, said.content) == ("Rina", [SAID])


@pytest.mark.parametrize("form", forms("subordinator"))
def test_content_in_a_clause_before_the_main_one_ends_at_its_comma(told, form):
    first, second = told(f"{form.capitalize()} Rina mengatakan {SAID}, Budi menyatakan tiangnya retak.")
    assert (first.source, first.content) == ("Rina", [SAID])
    assert (second.source, second.content) == ("Budi", ["tiangnya retak"])


@pytest.mark.parametrize("form", forms("contrast"))
def test_content_ends_at_a_contrast(told, form):
    (said,) = told(f"Rina mengatakan {SAID}, {form} Budi menutup jalan.")
    assert said.content == [SAID]


@pytest.mark.parametrize("form", [form for form in forms("coordinator") if form not in ("atau", "maupun", "dengan")])
def test_a_second_verb_shares_the_source_of_the_first(told, form):
    first, second = told(f"Rina memuji relawan {form} meminta warga tenang.")
    assert (first.act, first.source, first.content) == ("praise", "Rina", ["relawan"])
    assert (second.act, second.source, second.content) == ("demand", "Rina", ["warga tenang"])


# ---- where sources begin and end


@pytest.mark.parametrize("form", forms("source_end"))
def test_a_source_ends_before_its_word(told, form):
    said, *_ = told(f'"Jembatan itu aman," kata seorang saksi {form} pasar.')
    assert (said.cue, said.source) == ("kata", "seorang saksi")


@pytest.mark.parametrize("form", forms("addressee", weak=False))
def test_whom_it_is_said_to(told, form):
    (said,) = told(f'"Jembatan itu aman," kata Rina {form} Budi Santoso, Senin (5/2/2024).')
    assert (said.source, said.addressee, said.date) == ("Rina", "Budi Santoso", "2024-02-05")


@pytest.mark.parametrize("form", forms("addressee"))
def test_whom_it_is_said_to_right_behind_an_active_verb(told, form):
    (said,) = told(f"Rina mengatakan {form} Budi bahwa {SAID}.")
    assert (said.source, said.addressee, said.content) == ("Rina", "Budi", [SAID])


@pytest.mark.parametrize("example", examples("agent", "nominal_join", "clause_start"))
def test_a_clause_has_its_own_source(told, example):
    (said,) = told(example)
    assert (
        said.source
        == {"oleh": "Rina", "antara": None, "warga": "warga"}[
            next(word for word in ("oleh", "antara", "warga") if word in example)
        ]
    )


# ---- what was not said


# What somebody refuses or is asked to say is no statement of its own, but the refusal and the request are.
@pytest.mark.parametrize("form", [form for form in forms("unsaid") if form not in ("menolak", "diminta")])
def test_what_was_not_said_is_no_statement(told, form):
    assert told(f"Rina {form} menyebut nama mandor itu.") == []


@pytest.mark.parametrize(("form", "act", "source"), [("menolak", "reject", "Rina"), ("diminta", "demand", None)])
def test_what_is_refused_or_asked_for_is_one_statement(told, form, act, source):
    (said,) = told(f"Rina {form} menyebut nama mandor itu.")
    assert (said.cue, said.act, said.source) == (form, act, source)


@pytest.mark.parametrize("form", forms("agentless"))
def test_a_passive_without_anybody_behind_it_has_no_source(told, form):
    (said,) = told(f"Jembatan itu {form} sudah ditutup.")
    assert (said.cue, said.source, said.content) == (form, None, ["Jembatan itu", "sudah ditutup"])


# ---- acts


@pytest.mark.parametrize("row", rows("noun"), ids=lambda row: row["act"])
def test_nouns_of_speech_have_their_act(told, row):
    (said,) = told(row["example"])
    assert (said.act, said.source) == (row["act"], "Rina")


@pytest.mark.parametrize(
    ("form", "act"), [(form, row["act"]) for row in rows("noun") for form in row["forms"] if " " not in form]
)
def test_nouns_of_speech_open_a_clause(told, form, act):
    (said,) = told(f"Koran itu memuat {form} Rina bahwa {SAID}.")
    assert (said.cue, said.act, said.source, said.content) == (form, act, "Rina", [SAID])


@pytest.mark.parametrize(("form", "act"), [(form, row["act"]) for row in rows("act") for form in row["first"]])
def test_the_first_word_of_the_content_tells_the_act(told, form, act):
    (said,) = told(f"Rina mengatakan {form} menutup jembatan itu.")
    assert (said.act, said.content) == (act, [f"{form} menutup jembatan itu"])


@pytest.mark.parametrize("form", forms("duty"))
def test_a_duty_makes_a_demand(told, form):
    (said,) = told(f'"Jembatan itu {form} ditutup," kata Rina.')
    assert (said.act, said.source) == ("demand", "Rina")


@pytest.mark.parametrize("form", forms("self"))
def test_words_for_the_source_itself_make_a_promise(told, form):
    (said,) = told(f"Rina mengatakan {form} akan memperbaiki jembatan itu.")
    assert (said.act, said.source) == ("promise", "Rina")


# ---- words that make a clause, and words before a cue


@pytest.mark.parametrize("example", examples("stative"))
def test_a_stative_makes_a_clause_of_what_is_reported(told, example):
    (said,) = told(example)
    assert (said.source, said.form, said.content) == ("Rina", "indirect", ["tiga jembatan putus"])


@pytest.mark.parametrize("form", forms("stative"))
def test_all_statives_make_clauses(told, form):
    (said,) = told(f"Rina melaporkan tiga warga {form}.")
    assert (said.source, said.content) == ("Rina", [f"tiga warga {form}"])


@pytest.mark.parametrize("form", forms("thus"))
def test_a_word_between_a_quotation_and_its_cue(told, form):
    (said,) = told(f'"{SAID.capitalize()}," {form} kata Rina seperti dilansir dari Antara.')
    assert (said.source, said.form, said.content) == ("Rina", "direct", [SAID.capitalize()])


@pytest.mark.parametrize("form", forms("told_back"))
def test_a_bare_verb_points_back(told, form):
    text = f"Rina Sari mengatakan {SAID}. Hal itu ia {form} dalam pidato, Senin (5/2/2024)."
    (said,) = told(text)
    assert (said.cue, said.chain, said.date) == ("mengatakan", [("medium", "pidato")], "2024-02-05")


@pytest.mark.parametrize("form", forms("through"))
def test_words_before_the_one_through_whom_it_was_said(told, form):
    (said,) = told(f"Wali Kota Rina Sari {form} Camat Budi Utomo mengatakan {SAID}.")
    assert (said.source, said.chain) == ("Rina Sari", [("relay", "Budi Utomo")])


@pytest.mark.parametrize("form", forms("citing"))
def test_verbs_of_citing(told, form):
    (said,) = told(f"Kantor berita Antara {form} Budi Utomo mengatakan {SAID}.")
    assert (said.source, [role for role, _ in said.chain]) == ("Budi Utomo", ["relay"])


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("warga agar menjauh dari sungai", "demand"),
        ("jangan ada yang mendekat ke sungai", "demand"),
        ("semua warga harus menjauh", "demand"),
        ("air sungai bisa naik lagi", "warn"),
    ],
)
def test_a_reminder_that_asks_for_something_is_a_demand(told, said, act):
    assert told(f"Rina mengingatkan {said}.")[0].act == act
    assert told(f"Rina memperingatkan {said}.")[0].act == "warn"
