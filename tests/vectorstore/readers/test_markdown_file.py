from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article, day
from vectorstore.errors import UnreadableFile
from vectorstore.readers.markdown_file import PIECE, article_in

PAGE = """\
---
title: "Old bridge: stays open"
date: 2023-10-20
author: [Jane Doe, John Roe]
source: The Courier
url: https://courier.example/bridge
tags: [a, b]
---

# Old bridge: stays open

3 min read

The council *met* on [Monday](https://x.example "title"). It voted
to keep the **old** bridge `open`.<script>alert(1)</script>

![A picture of the bridge](bridge.png)

## Background

- First ~~old~~ item
- Second item

| year | votes |
|------|-------|
| 1890 | 12 |

<div><p>Raw <b>HTML</b></p><script>evil()</script></div>

> A quotation.

```
code stays
```
"""


def test_words_stay_and_signs_go() -> None:
    assert article_in(PAGE) == article(
        id="",
        title="Old bridge: stays open",
        author="Jane Doe, John Roe",
        source="The Courier",
        url="https://courier.example/bridge",
        published=day("2023-10-20"),
        text="The council met on Monday. It voted to keep the old bridge open.\n\nBackground\n\nFirst old item\n\n"
        "Second item\n\nyear | votes\n\n1890 | 12\n\nRaw HTML\n\nA quotation.\n\ncode stays",
    )


def test_without_front_matter_the_lines_below_the_heading_tell_date_and_author() -> None:
    one = article_in("# Old bridge stays open\n\nBy Jane Doe\n20 October 2023\n\nThe council met.")

    assert one == article(
        id="",
        title="Old bridge stays open",
        source="",
        author="Jane Doe",
        published=day("2023-10-20"),
        text="The council met.",
    )


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert article_in("---\n\nTitle\n\nThe council met.").text == "The council met."


def test_a_text_of_many_pieces_loses_nothing() -> None:
    words = [f"word{number}" for number in range(PIECE // 4)]

    one = article_in("# Title\n\n" + "\n\n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9)))

    assert one.text.split() == words


def test_front_matter_without_a_text_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        article_in("---\ndate: 2023-10-20\n---\n")


@given(st.text("a #*_[]()!<>`|-\n&;:~\\") | st.text())
def test_any_text_is_an_article_or_refused(text: str) -> None:
    try:
        one = article_in(text)
    except UnreadableFile:
        return

    assert one.text
