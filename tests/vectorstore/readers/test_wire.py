from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article, day
from vectorstore.readers.source import Found
from vectorstore.readers.wire import Told, decode, encode
from vectorstore.types import Failure

DATE = st.sampled_from([None, day("2023-10-20")])
TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(
    st.one_of(
        st.none(),
        TEXT,
        st.builds(Failure, place=TEXT, reason=TEXT),
        st.builds(
            Found,
            place=TEXT,
            article=st.builds(article, text=TEXT, title=TEXT, published=DATE, updated=DATE),
            alone=st.booleans(),
            inside=st.lists(TEXT, max_size=3).map(tuple),
        ),
    )
)
def test_what_is_told_arrives_as_it_was(told: Told) -> None:
    line = encode(told)

    assert line.index(b"\n") == len(line) - 1
    assert decode(line) == told


@pytest.mark.parametrize("line", [b"", b"null", b"[]", b"{}", b'{"article": {}}', b"\xff", b'{"next": 1}'])
def test_a_line_that_is_none_of_ours_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(line)
