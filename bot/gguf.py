"""A downloaded model file served from this process: ``gguf:/path/to/model.gguf``. Needs ``xllamacpp``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from vectorstore.errors import ModelDamaged, ModelMissing

PREFIX = "gguf:"
LOOPBACK = "127.0.0.1"
MAGIC = b"GGUF"
INSTALL = "pip install xllamacpp langchain-openai"


class Serving(Protocol):
    """A server that runs as long as somebody holds it."""

    @property
    def listening_address(self) -> str:
        """Where it answers: ``http://127.0.0.1:40123``."""
        ...


def serve(path: Path, *, context: int) -> Serving:
    """An OpenAI-compatible server of the model in a file, at a free port that only this machine reaches.

    It reads on every processor and writes on half of them: writing waits for memory, and more threads for each other.

    ``context`` is how many tokens it can read and write at once. Loading takes seconds; nothing is fetched.

    Raises:
        ModelMissing: there is no such file, or no package that serves it.
        ModelDamaged: it is no GGUF file, or not one that can be loaded.
    """
    if not path.is_file():
        raise ModelMissing(f"there is no file {path}: give the path of a downloaded model, gguf:/path/to/model.gguf")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ModelDamaged(f"{path} is no GGUF file: choose a model file that ends in .gguf")
    try:
        from xllamacpp import CommonParams, Server
    except ImportError as error:
        raise ModelMissing(f"{PREFIX}{path} needs packages that are not installed: {INSTALL}") from error
    params = CommonParams()
    params.model.path = str(path)
    params.n_ctx, params.n_parallel = context, 1
    cores = os.cpu_count() or 1
    params.cpuparams.n_threads, params.cpuparams_batch.n_threads = max(1, cores // 2), cores
    params.hostnames, params.port = [LOOPBACK], 0
    params.ui, params.endpoint_slots, params.offline, params.verbosity = False, False, True, 0
    try:
        served: Serving = Server(params)
    except RuntimeError as error:
        raise ModelDamaged(f"{path} cannot be loaded: it may be damaged, or too large for this machine") from error
    return served
