from __future__ import annotations

from datetime import datetime

import pytest

from tests.factories import day
from vectorstore.readers.html_file import article_in

PUBLISHED = '<meta property="article:published_time" content="2023-11-03">'
UPDATED = '<meta property="article:modified_time" content="2023-11-04">'
BODY = "<body><p>It voted to keep the old bridge open.</p></body></html>"


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        (UPDATED + PUBLISHED, day("2023-11-03"), day("2023-11-04")),
        (PUBLISHED, day("2023-11-03"), None),
        (UPDATED, None, day("2023-11-04")),
        ('<meta http-equiv="Last-Modified" content="2023-11-04">', None, day("2023-11-04")),
        ('<meta name="date" content="2023-11-04">' + UPDATED, day("2023-11-04"), day("2023-11-04")),
        (
            '<script type="application/ld+json">{"dateModified": "2023-11-04", "datePublished": "2023-11-03"}</script>',
            day("2023-11-03"),
            day("2023-11-04"),
        ),
        (
            '<script type="application/ld+json">{"@graph": [1, {"dateModified": "2023-11-04"}]}</script>',
            None,
            day("2023-11-04"),
        ),
        ("", None, None),
    ],
)
def test_when_a_page_was_updated_is_never_when_it_was_published(
    head: str, published: datetime | None, updated: datetime | None
) -> None:
    one = article_in(f"<html><head>{head}</head>{BODY}")

    assert (one.published, one.updated) == (published, updated)


@pytest.mark.parametrize(
    ("page", "language"),
    [
        (f'<html lang="de-AT">{BODY}', "de"),
        (f'<html><head><meta property="og:locale" content="pt_BR"></head>{BODY}', "pt"),
        (f'<html lang="">{BODY}', ""),
        (f"<html>{BODY}", ""),
    ],
)
def test_the_language_is_the_one_that_the_page_names(page: str, language: str) -> None:
    assert article_in(page).language == language
