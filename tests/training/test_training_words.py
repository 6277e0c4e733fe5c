from training.words import WordIndex, holds_any


def test_the_passage_that_shares_rare_words_comes_first() -> None:
    index = WordIndex(["the cat sat", "a dog barked at the cat", "nothing"])

    assert index.nearest("Which dog saw the cat?") == [1, 0]


def test_an_answer_is_found_in_any_case() -> None:
    assert holds_any("Signed in ROME.", ["Rome"])
    assert not holds_any("Signed in Paris.", ["Rome", "Milan"])
