"""What a question costs: neither torch and what stands on it nor all of Matplotlib is loaded to answer one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

ASK = """
import sys
from bot.build import load_bot
with load_bot(data=sys.argv[1]) as bot:
    for question in ("Who is the Turkish foreign minister?", "Summarise this article", "Who won the World Cup?"):
        bot.ask(question)
print(sorted({"torch", "transformers", "sentence_transformers"} & set(sys.modules)))
"""

STEP = """
import os, sys
from bot.web.server import SURROUNDINGS
os.environ.update(SURROUNDINGS)
from gradio.utils import MatplotlibBackendMananger
with MatplotlibBackendMananger():  # as around every step of every event
    print("matplotlib" in sys.modules, "matplotlib.pyplot" in sys.modules)
"""


def test_a_step_of_the_page_does_not_load_all_of_matplotlib() -> None:
    step = subprocess.run([sys.executable, "-c", STEP], cwd=ROOT, check=True, capture_output=True, text=True)

    assert step.stdout == "True False\n"


@pytest.mark.model
def test_a_question_is_answered_without_torch(tmp_path: Path) -> None:
    fill = [sys.executable, "-m", "bot", "ingest", str(ROOT / "seeds"), "--data", str(tmp_path)]
    subprocess.run(fill, cwd=ROOT, check=True, capture_output=True)

    asked = subprocess.run(
        [sys.executable, "-c", ASK, str(tmp_path)], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert asked.stdout == "[]\n"
