from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from bot.articlebot import ArticleBot
from bot.evaluate.apart import FOLDER, LATEST, REPORT, Stretch
from bot.evaluate.result import write
from bot.web import text
from bot.web.measured import measured_html, run_html
from tests.factories import result


def test_the_figures_that_came_with_the_project_are_shown_until_there_are_own_ones(tmp_path: Path) -> None:
    shipped = measured_html(tmp_path)
    write(result(name="own"), tmp_path / LATEST)
    own = measured_html(tmp_path)

    assert text.SHIPPED in shipped
    assert "hit@1" in shipped
    assert text.SHIPPED not in own
    assert "1 questions about 3 articles" in own
    assert "1.000 [0.500, 1.000]" in own


def test_who_may_not_measure_sees_how_far_a_run_is_and_begins_none() -> None:
    assert 'data-do="run"' in run_html(None, "", change=True)
    assert 'data-do="run"' not in run_html(None, "", change=False)
    assert 'max="70" value="3"' in run_html(Stretch(doing="questions", done=3, total=70), "", change=False)
    assert "the disk is full" in run_html(None, "the disk is full", change=True)


def test_the_whole_report_is_at_an_address_and_runs_no_scripts_from_elsewhere(
    client: TestClient, bot: ArticleBot
) -> None:
    assert client.get("/evaluation/report").status_code == 404
    folder = bot.library.folder / FOLDER
    folder.mkdir()
    (folder / REPORT).write_text("<p>Whole.", encoding="utf-8")
    response = client.get("/evaluation/report")

    assert response.text == "<p>Whole."
    assert "default-src 'none'" in response.headers["content-security-policy"]
