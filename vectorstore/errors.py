"""Every error that the project raises on purpose, as one tree.

ArticleBotError
├── BadInput                 what was given cannot be used
│   ├── UnreadableFile       a file that holds no article we can read
│   ├── BadQuestion          a question that is empty or far too long
│   ├── NoSuchConversation   none that is kept has that id or address
│   └── BadSet               an evaluation set with a faulty file, line or field
├── LibraryError             the data folder cannot be used as asked
│   ├── LibraryLocked        another process owns it
│   ├── LibraryUnwritable    its folder cannot be created or written
│   ├── LibraryEmpty         it holds no article yet
│   ├── LibraryDamaged       a file in it is not what we wrote
│   ├── IndexMismatch        it was indexed with another model or chunker
│   ├── NoSuchArticle        no article has that id
│   └── NoSuchSource         no source is followed at that place
├── FetchError               an address cannot be fetched
│   ├── AddressRefused       it is none of the public web, or leads to one that is not
│   ├── Unreachable          it does not answer now, and may do so later
│   ├── ArticleGone          it is answered with "not found" or "gone"
│   └── AnswerRefused        what it answers is an error, too much, too slow or of the wrong kind
├── ModelError               an embedding or chat model cannot be used
│   ├── ModelMissing         it is not installed, or not there
│   ├── ModelDamaged         its weights are not the ones we know
│   └── ModelUnreachable     it does not answer, or answers with an error
├── AccessError              somebody may not do that
│   ├── NotAllowed           it is for another person to do
│   └── TooOften             it is too often
├── BadSettings              a setting is unknown or out of range
└── BadPrompt                a prompt file does not hold what it declares

Each message is one plain sentence that says what to do next.
"""


class ArticleBotError(Exception):
    """The root: catch this to catch everything below."""


class BadInput(ArticleBotError):
    """What was given cannot be used."""


class UnreadableFile(BadInput):
    """A file that holds no article we can read."""


class BadQuestion(BadInput):
    """A question that is empty or far too long."""


class NoSuchConversation(BadInput):
    """No conversation that is kept, and the reader's own, has that id; or none is shared at that address."""


class BadSet(BadInput):
    """An evaluation set with a faulty file, line or field."""


class LibraryError(ArticleBotError):
    """The data folder cannot be used as asked."""


class LibraryLocked(LibraryError):
    """Another process owns the data folder."""


class LibraryUnwritable(LibraryError):
    """The data folder cannot be created or written."""


class LibraryEmpty(LibraryError):
    """The library holds no article yet."""


class LibraryDamaged(LibraryError):
    """A file in the data folder is not what we wrote."""


class IndexMismatch(LibraryError):
    """The library was indexed with another model or chunker."""


class NoSuchArticle(LibraryError):
    """No article has that id."""


class NoSuchSource(LibraryError):
    """No source is followed at that place."""


class FetchError(ArticleBotError):
    """An address cannot be fetched. The message says why, without the address."""


class AddressRefused(FetchError):
    """It is none of the public web, or leads to one that is not."""


class Unreachable(FetchError):
    """It does not answer now, and may do so later: after ``wait`` seconds if that is not 0."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait


class ArticleGone(FetchError):
    """It is answered with "not found" or "gone"."""


class AnswerRefused(FetchError):
    """What it answers is an error, too much, too slow or of the wrong kind."""


class ModelError(ArticleBotError):
    """An embedding or chat model cannot be used."""


class ModelMissing(ModelError):
    """The model, or the package that runs it, is not installed."""


class ModelDamaged(ModelError):
    """The model's weights are not the ones we know."""


class ModelUnreachable(ModelError):
    """The model does not answer, or answers with an error."""


class AccessError(ArticleBotError):
    """Somebody may not do that."""


class NotAllowed(AccessError):
    """It is for another person to do."""


class TooOften(AccessError):
    """It is too often: wait a little."""


class BadSettings(ArticleBotError):
    """A setting is unknown or out of range."""


class BadPrompt(ArticleBotError):
    """A prompt file does not hold what it declares."""
