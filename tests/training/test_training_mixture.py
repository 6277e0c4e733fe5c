import random

import pytest

from training.examples import Example
from training.mixture import Mixture
from training.sources import Source


def numbered(name: str, size: int) -> Source:
    def make(number: int, rng: random.Random) -> Example:
        return Example(question=f"{name}{number}", header="", passage=str(rng.random()))

    return Source(size=size, make=make)


def mixture(seed: int = 1) -> Mixture:
    return Mixture({"a": numbered("a", 6), "b": numbered("b", 4)}, {"a": 3, "b": 1}, seed)


def test_a_block_is_the_same_whatever_was_drawn_before_it() -> None:
    walked = mixture()
    for number in range(5):
        walked.block(number)

    assert walked.block(5) == mixture().block(5)


def test_every_row_comes_once_before_any_comes_twice() -> None:
    questions = [example.question for number in range(4) for example in mixture().block(number)]

    assert sorted(questions) == sorted(2 * [f"a{n}" for n in range(6)] + [f"b{n}" for n in range(4)])


def test_a_missing_source_is_named() -> None:
    with pytest.raises(ValueError, match=r"\['c'\]; there are \['a'\]"):
        Mixture({"a": numbered("a", 1)}, {"c": 1}, 1)
