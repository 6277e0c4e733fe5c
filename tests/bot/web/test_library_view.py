from __future__ import annotations

from bot.web import text
from bot.web.library_view import outlets_html
from vectorstore.catalog import Coverage


def test_the_outlets_are_listed_with_how_many_articles_each_has() -> None:
    html = outlets_html(Coverage(articles=1_205, sources={"The Courier": 1_200, "<b>": 2}))

    assert '<td dir="auto">The Courier</td><td>1,200</td>' in html
    assert '<td dir="auto">&lt;b&gt;</td><td>2</td>' in html
    assert f'<td dir="auto">{text.NO_OUTLET}</td><td>3</td>' in html
