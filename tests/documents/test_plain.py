"""Texts saved by other programs: the encoding is told from the bytes, and what was taken is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.documents import plain as module
from capexcalc.documents.plain import CODE_PAGES, code_page, declared_text, known_encoding, plain_text
from capexcalc.errors import InputError, UsageError

# Two sentences in each language; the first of them alone must do where the alphabet is Latin.
SENTENCES = {
    "cp1252": [
        "The firm will invest £2.5 billion in its plant. That is about €2.9 billion – its largest sum.",
        "Le siège a confirmé 20 millions d’euros. Le groupe dépensera le reste l’année prochaine à Évry.",
        "Die Firma gibt 2,5 Mrd. € für das Gebäude aus. Das größte Werk steht künftig in Köln.",
        "La compañía invertirá 500 millones de euros en España. El año próximo empezarán las obras.",
        "Företaget investerar 5 miljarder kronor på tre år. Fabriken byggs i Västerås.",
        "A empresa vai investir 2 bilhões de reais na região. São três anos de construção.",
    ],
    "cp1250": [
        "Spółka wyda 2,5 mld zł na nową fabrykę w Łodzi. To około 580 mln euro w ciągu trzech lat.",
        "Společnost investuje 12 miliard korun během tří let. Nový závod bude stát v Plzni.",
        "A vállalat 200 milliárd forintot költ a következő három évben. Az új üzem Győrben épül.",
    ],
    "cp1254": [
        "Şirket üç yılda 5 milyar lira yatırım yapacak. Yeni fabrika İzmir’de kurulacak ve iş sağlayacak."
    ],
    "cp1251": [
        "Завод обойдётся в 90 млрд рублей, около 1 млрд евро. Строительство начнётся в следующем году.",
        "Компанія інвестує 5 мільярдів гривень у новий завод. Роботи триватимуть три роки.",
    ],
    "koi8_r": [
        "Завод обойдётся в 90 млрд рублей, около 1 млрд евро. Строительство начнётся в следующем году."
    ],
    "cp1253": [
        "Η εταιρεία θα επενδύσει 5 δισεκατομμύρια ευρώ σε τρία χρόνια. Το εργοστάσιο θα γίνει στην Πάτρα."
    ],
    "cp1255": [
        "החברה תשקיע 5 מיליארד שקלים בשלוש השנים הבאות. המפעל החדש יוקם בצפון הארץ, כך אמר המנכל של החברה."
    ],
    "cp1256": ["ستستثمر الشركة 5 مليارات دولار خلال ثلاث سنوات. وسيبنى المصنع الجديد في شمال البلاد."],
    "cp874": ["บริษัทจะลงทุน 5 พันล้านบาทในสามปี โรงงานใหม่จะตั้งอยู่ทางภาคเหนือของประเทศ"],
    "gb18030": ["公司计划在未来三年投入3800亿元人民币（约合500亿欧元）。新工厂将建在北方。"],
    "big5": ["公司計劃在未來三年投入3800億元（約合500億歐元）。新工廠將建在北方，預計明年開工。"],
    "cp932": ["同社は今後3年間で5兆円（約300億ユーロ）を投資する。新しい工場は北部に建設される予定だ。"],
    "euc_jp": ["同社は今後3年間で5兆円（約300億ユーロ）を投資する。新しい工場は北部に建設される予定だ。"],
    "cp949": ["회사는 3년간 5조원(약 35억 유로)을 투자할 계획이다. 새 공장은 북부 지역에 세워진다."],
}  # fmt: skip
CASES = [(page, text) for page, texts in SENTENCES.items() for text in texts]


@pytest.mark.parametrize(("page", "text"), CASES)
def test_a_short_text_is_read_as_it_was_written_and_says_in_which_encoding(page, text):
    found, notices = plain_text("in.txt", text.encode(page))
    assert found == text
    (notice,) = notices
    assert notice.code == "encoding_guessed"
    assert f"in.txt: read as {page} ({CODE_PAGES[page]})" in notice.message
    assert "--encoding" in notice.message


@pytest.mark.parametrize(
    ("page", "text"), [case for case in CASES if case[0] in ("cp1252", "cp1250", "cp1254")]
)
def test_one_sentence_of_the_latin_alphabet_does(page, text):
    first = text.rpartition(". ")[0]
    assert first.encode(page).decode(code_page(first.encode(page))) == first


@pytest.mark.parametrize("sign", ["£2.5bn", "5 M€", "‘5m’", "5 km² – or 3 m³", "½ million", "¥500bn"])
def test_signs_alone_are_western(sign):
    """A pound read as a Polish letter is money lost without a word."""
    assert code_page(f"It costs {sign} in all.".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    "text",
    ["Helvin will invest £2.5 billion (€49 billion).", "Acme pays £400m.", "It paid £ 5", "Acme paga 400£."],
)
def test_a_letter_at_a_figure_speaks_for_no_language(text):
    assert code_page(text.encode("cp1252")) == "cp1252"


@pytest.mark.parametrize("text", ["Łódź zapłaci 5 zł.", "Zapłaci 400zł.", "Spółka wyda 2,5 mld zł"])
def test_a_letter_of_a_word_speaks_for_its_language(text):
    assert code_page(text.encode("cp1250")) == "cp1250"


def test_signs_decide_at_the_end_of_a_long_text_too():
    text = "A plain line of ASCII.\n" * 10_000 + "Spółka wyda 2,5 mld zł na nową fabrykę.\n"
    assert plain_text("in.txt", text.encode("cp1250"))[0] == text


@pytest.mark.parametrize(("lines", "page"), [(29, "cp1250"), (30, "cp1252")])
def test_thirty_places_decide(lines, page):
    text = "0 – 1\n" * lines + "Spółka wyda 2,5 mld zł na nową fabrykę w Łodzi."
    assert code_page(text.encode("cp1250")) == page


@pytest.mark.parametrize(("together", "latin"), [(3, True), (4, False)])
def test_a_text_half_of_whose_signs_stand_alone_is_in_the_latin_alphabet(together, latin, monkeypatch):
    asked = []
    monkeypatch.setattr(module, "_by_words", asked.append)
    code_page(b"a \x80 b \x80\x80 c " + b"\x80" * together)
    assert bool(asked) == latin


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf8_is_never_taken_for_anything_else(text):
    assert code_page(text.encode()) is None


@pytest.mark.parametrize(("faults", "refused"), [(2, True), (3, False)])
def test_utf8_with_a_fault_is_refused_where_it_stands_and_not_turned_to_noise(faults, refused):
    data = "Köln 3 €, Gebäude".encode() + b" \xe9" * faults
    assert (code_page(data) is None) == refused
    if refused:
        with pytest.raises(InputError, match=r"in\.txt:2: not UTF-8") as caught:
            plain_text("in.txt", b"\n" + data)
        assert "--encoding" in caught.value.hint


def test_bytes_of_no_code_page_are_refused():
    with pytest.raises(InputError) as caught:
        plain_text("in.txt", b"abc \x81 abc")
    assert caught.value.code == "not_utf8"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"caf\xe9 \0 x"])
def test_what_is_binary_is_guessed_at_by_nobody(data):
    with pytest.raises(InputError) as caught:
        plain_text("in.txt", data)
    assert caught.value.code == "binary_file"


def test_what_is_said_is_taken_and_nothing_guessed():
    assert plain_text("in.txt", "zł".encode("cp1250"), "cp1250") == ("zł", ())
    assert plain_text("in.txt", "\ufeffzł".encode("utf-16-le"), "utf-16-le") == ("zł", ())
    with pytest.raises(InputError, match=r"in\.txt:2: not ascii text"):
        plain_text("in.txt", b"a\n\xe9", "ascii")
    with pytest.raises(InputError, match="empty"):
        plain_text("in.txt", b" \n", "cp1250")


@pytest.mark.parametrize("name", ["nonsense", "base64", "rot13", "", "utf\0", "x" * 1000])
def test_only_encodings_of_text_are_known(name):
    with pytest.raises(UsageError) as caught:
        known_encoding(name)
    assert caught.value.code == "bad_encoding"


def test_what_a_server_declares_yields_to_what_the_bytes_say():
    text = "Le siège coûte 5 M€"
    assert declared_text("in", text.encode(), None, "iso-8859-1") == (text, ())
    assert declared_text("in", text.encode("cp1252"), None, "iso-8859-1") == (text, ())
    assert declared_text("in", text.encode("cp1252"), None, "utf-8")[0] == text
    assert declared_text("in", text.encode("cp1252"), None, "rot13")[0] == text
    assert declared_text("in", text.encode("cp1252"), "cp1252", "utf-16") == (text, ())
