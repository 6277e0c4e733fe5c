from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.errors import UnreadableFile
from vectorstore.readers.decode import decode

FRENCH = "Le président de la République a déclaré que l’économie française était « très forte ». "
SPANISH = "El ministro dijo que la situación económica mejorará el próximo año según los señores. "


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Ça va “bien” 外交 👩"),
        ("utf-8-sig", "Ça va"),
        ("utf-16", "Ça va 👩"),
        ("utf-32", "Ça va 👩"),
        ("cp1252", "The minister said: “We are ready.” It was Britain’s first offer – and perhaps its last."),
        ("cp1252", "The café in São Paulo is “naïve”. Prices rose €5."),
        ("cp1252", FRENCH),
        ("cp1252", SPANISH),
        ("cp1252", "Der Außenminister sagte, die Gespräche über den Krieg würden nächste Woche fortgesetzt."),
        ("cp1250", "Minister powiedział, że kraj jest gotów do rozmów. Są też środki na żywność."),
        ("cp1251", "Министр иностранных дел заявил, что страна готова к переговорам."),
        ("koi8-r", "Министр иностранных дел заявил, что страна готова к переговорам."),
        ("cp1254", "Dışişleri Bakanı, ülkenin ateşkes görüşmelerine hazır olduğunu söyledi."),
        ("cp1256", "قال وزير الخارجية إن البلاد مستعدة للتفاوض بشأن وقف إطلاق النار."),
        ("shift_jis", "外務大臣は、国が停戦について話し合う用意があると述べた。"),
        ("gb18030", "外交部长表示,该国准备就停火进行谈判。"),
        ("euc-kr", "외무부 장관은 휴전에 대해 논의할 준비가 되어 있다고 말했다."),
    ],
)
@pytest.mark.parametrize("times", [1, 50])
def test_the_encoding_is_told_from_the_bytes(encoding: str, text: str, times: int) -> None:
    assert decode((text * times).encode(encoding)) == text * times


def test_the_encoding_is_told_from_where_it_shows() -> None:
    text = "The council met on Monday. " * 10_000 + FRENCH * 3

    assert decode(text.encode("cp1252")) == text


def test_a_declared_encoding_is_believed_where_it_is_not_utf8() -> None:
    assert decode("naïve".encode("iso8859-2", "replace") + b"\xb1", "iso8859-2").endswith("ą")
    assert decode("Ça va".encode(), "iso8859-1") == "Ça va"
    assert decode(FRENCH.encode("cp1252"), "no-such-encoding") == FRENCH


def test_a_few_broken_characters_of_utf8_are_shown_as_such() -> None:
    data = ("déjà vu " * 100).encode() + b"\xc3 end"

    assert decode(data) == "déjà vu " * 100 + "\ufffd end"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 10,
        b"\x00\x01\x02\x03" * 50,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(128, 256)) * 20,
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="it is not text"):
        decode(data)


def test_a_nul_in_a_text_does_not_make_it_binary() -> None:
    assert decode(b"The council\x00 met on Monday.") == "The council\x00 met on Monday."


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xff\xfe\x00\xd8"])
def test_what_is_not_in_the_encoding_it_is_marked_with_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="save it as UTF-8"):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableFile:
        return

    assert isinstance(text, str)
