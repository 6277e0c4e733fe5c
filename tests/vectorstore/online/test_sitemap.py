from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from vectorstore.errors import AnswerRefused
from vectorstore.online.listing import Entry, Kind, Listing
from vectorstore.online.sitemap import read_sitemap

AT = "https://www.news.example/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {NS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example/old</loc><lastmod>2025-01-01</lastmod></url>
<url><loc> https://m.news.example/new </loc><lastmod>2025-11-03</lastmod>
  <image:image><image:loc>https://news.example/a.jpg</image:loc><image:title>A picture</image:title></image:image>
  <news:news><news:publication><news:name>The Courier</news:name></news:publication>
  <news:publication_date>2025-11-02T10:00:00Z</news:publication_date><news:title>Bridge</news:title></news:news></url>
<url><loc>https://elsewhere.example/x</loc></url>
<url><loc>ftp://news.example/x</loc></url>
</urlset>"""


def test_the_pages_of_its_own_site_are_named_the_latest_first() -> None:
    assert read_sitemap(SITEMAP.encode(), AT) == Listing(
        kind=Kind.SITEMAP,
        entries=(
            Entry(
                address="https://m.news.example/new",
                title="Bridge",
                outlet="The Courier",
                published=datetime(2025, 11, 2, 10, tzinfo=UTC),
                stamp="2025-11-03",
            ),
            Entry(address="https://news.example/old", stamp="2025-01-01"),
        ),
        left_out=2,
    )


def test_an_index_names_sitemaps() -> None:
    index = f"<sitemapindex {NS}><sitemap><loc>https://news.example/a.xml.gz</loc></sitemap></sitemapindex>"

    assert read_sitemap(index.encode(), AT) == Listing(kind=Kind.SITEMAP, sitemaps=("https://news.example/a.xml.gz",))


def test_entities_are_not_expanded_and_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://news.example/SECRET")
    evil = SITEMAP.replace("<urlset", f'<!DOCTYPE urlset [<!ENTITY a SYSTEM "file://{secret}">]><urlset', 1)

    listing = read_sitemap(evil.replace("https://news.example/old", "&a;").encode(), AT)

    assert "SECRET" not in repr(listing)


def test_a_billion_laughs_stay_few() -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    evil = SITEMAP.replace("<urlset", f'<!DOCTYPE urlset [<!ENTITY a0 "ha">{laughs}]><urlset', 1)

    listing = read_sitemap(evil.replace("https://news.example/old", "&a12;").encode(), AT)

    assert len(repr(listing)) < 2_000


def test_a_prefix_that_nobody_declared_is_passed_over() -> None:
    undeclared = SITEMAP.replace('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"', "")

    assert read_sitemap(undeclared.encode(), AT) == read_sitemap(SITEMAP.encode(), AT)


@pytest.mark.parametrize("content", [b"", b"no XML", b"\x00\x01"])
def test_what_is_no_xml_is_named(content: bytes) -> None:
    with pytest.raises(AnswerRefused, match="it is no sitemap that can be read"):
        read_sitemap(content, AT)
