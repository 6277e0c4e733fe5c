from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import hit
from vectorstore.cross_encoder import CrossEncoderReranker
from vectorstore.errors import ModelDamaged, ModelMissing
from vectorstore.weights import packaged


@pytest.fixture(scope="module")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real cross-encoder, two layers and small, that has learnt nothing."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    folder = tmp_path_factory.mktemp("cross-encoder")
    tokenizer = AutoTokenizer.from_pretrained(packaged())
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    config.num_labels = 1
    torch.manual_seed(1)
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.mark.model
def test_the_hits_come_back_in_the_order_of_their_new_scores(untrained: Path) -> None:
    hits = [hit(article_id=str(number), text=f"Passage {number} says {number}.") for number in range(4)]

    reranked = CrossEncoderReranker(str(untrained)).rerank("Which passage?", hits)

    assert {one.chunk.id for one in reranked} == {one.chunk.id for one in hits}
    assert [one.score for one in reranked] == sorted((one.score for one in reranked), reverse=True)
    assert CrossEncoderReranker(str(untrained)).rerank("Which passage?", []) == []


def test_a_model_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(ModelMissing, match="cross-encoder/ms-marco-none"):
        CrossEncoderReranker("ms-marco-none")


@pytest.mark.model
def test_a_folder_without_a_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged, match="no cross-encoder that can be loaded"):
        CrossEncoderReranker(str(tmp_path)).rerank("q", [hit(article_id="a")])
