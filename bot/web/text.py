"""Every word of the interface that is not the bot's own, in one place."""

from __future__ import annotations

NAME = "ArticleBot"
PROMISE = "Every sentence is quoted from an article or proven by one; what is not is marked."

SKIP = "Skip to the content"
VIEWS = "Views"
CHAT = "Ask"
LIBRARY = "Library"
SETTINGS = "Settings"

OPENING = "Opening the library…"
LOADING = "Getting ready to read…"
READY = "Ready"
FAILED = "The library could not be opened."
SOMETHING_WRONG = "Something went wrong while answering. The details are in the log."

SIGN_IN = "Sign in"
SIGN_IN_FIRST = "Sign in first."
SIGN_IN_WRONG = "That name and password do not belong together."
SIGN_IN_LATER = "Too many attempts. Wait a minute."
SIGN_OUT = "Sign out"
PROBLEM = "That did not work"
TO_THE_PAGE = "Go to ArticleBot"
SIGNED_IN = "You are signed in as"
USER = "Name"
PASSWORD = "Password"

QUESTION = "Your question"
PLACEHOLDER = "Ask about the articles"
ASK = "Ask"
STOP = "Stop"
CONVERSATION = "Conversation"

WELCOME = "What would you like to know?"
WELCOME_MORE = (
    "Answers are made of sentences from the articles. Each has a number that opens the passage it comes from. "
    "What the articles do not say is not answered."
)
TRY = "Try one of these"

EMPTY = "There are no articles yet"
EMPTY_ADD = "Add files, addresses or texts"
EMPTY_HOW = "Or stop this page with Ctrl+C, add a folder of articles like this, and start it again:"
EMPTY_COMMANDS = "python -m bot ingest FOLDER"
EMPTY_KINDS = (
    "Text, Markdown, HTML, JSON, CSV, PDF, Word and EPUB files, saved pages and e-mail can be read, also zipped."
)

YOU_ASKED = "You asked"
SEARCHED = "Searched for"
SEARCH_OTHER = "Change it and press Enter to ask again"
SEARCH_AGAIN = "Search"
PERIOD = "Time"
OUTLETS = "Preferring"
TAKE_OUT = "Ask again without: {label} “{said}”"
SEARCHING = "Searching the articles…"
STOPPED = "Stopped. What is shown so far is checked."
STOPPED_EARLY = "Stopped before there was an answer."
SOURCE = "Source"
SOURCES = "Sources"
OPEN_ARTICLE = "Open the article"
COVERED = "The library holds {covered}."
CLOSEST = "Closest to your question:"
SHOW_SOURCE = "Show where it says so: {title}"
READ_WHOLE = "Read all of it here"
ASK_ONLY_IT = "Ask only this article"
PANEL = "The passage"
PREVIOUS = "Previous source"
NEXT = "Next source"
CLOSE = "Close"
NOT_BORNE_OUT = "not borne out by the articles"
WRITTEN_BY = "Written by {model}."
QUOTED = {
    "alone": "Quoted word for word",
    "all": "Every sentence is quoted word for word",
    "one": "1 sentence quoted word for word",
    "many": "{count} sentences quoted word for word",
}
CHECKED = {
    "alone": "Proven by its source",
    "all": "Every sentence is proven by its source",
    "one": "1 proven by its source",
    "many": "{count} proven by their sources",
}
PARTLY_PROVEN = {
    "alone": "Only partly in its source",
    "all": "All of it is only partly in its sources",
    "one": "1 only partly in its source",
    "many": "{count} only partly in their sources",
}

EDIT = "Edit the question"
EDIT_MORE = "It is asked again in its place. What came after it is dropped."
CANCEL = "Cancel"
RETRY = "Ask again"
COPY = "Copy the text"
COPY_MARKDOWN = "Copy as Markdown, with sources"
COPIED = "Copied"
GOOD = "Good answer"
BAD = "Bad answer"
WHY_GOOD = "What is good about it? (optional)"
WHY_BAD = "What is wrong with it? (optional)"
SEND = "Send"
THANKS = "Noted:"
ASK_NEXT = "Ask next"
TRY_INSTEAD = "What the articles do answer"
INTERRUPTED = "The program was stopped while this was answered. What is shown so far is checked."
INTERRUPTED_EARLY = "The program was stopped before this was answered. Ask again."

CONVERSATIONS = "Conversations"
NEW = "New conversation"
FIND = "Search conversations"
NONE_KEPT = "What you ask is kept here."
NONE_FOUND = "No conversation says that."
TODAY = "Today"
YESTERDAY = "Yesterday"
LAST_DAYS = "Last 7 days"
MORE = "Show more"
QUESTION_1 = "1 question"
QUESTION_N = "{count} questions"
SHARED = "shared"
TITLE = "Title of this conversation"
SHARE = "Share"
SHARE_MORE = "Everybody who has the address can read this conversation, and what is added to it. Nobody can change it."
SHARE_START = "Make an address"
SHARED_MORE = "Everybody who has this address can read the conversation:"
SHARE_STOP = "Stop sharing"
COPY_ADDRESS = "Copy the address"
EXPORT = "Export"
EXPORT_MORE = "With every citation:"
FORMATS = {"md": "Markdown", "html": "Page (HTML)", "json": "Data (JSON)"}
DELETE = "Delete"
DELETE_MORE = "This conversation will be gone for good."
DELETE_NOW = "Delete it"

FILTERS = "Filters"
GONE = "An article that was removed"
SINCE = "Since"
UNTIL = "Until"
AS_OF = "As of"
AS_OF_MORE = "“As of” asks as on that day: nothing published later is read."
ONLY_OUTLETS = "Only these outlets"
NO_FILTER = "Without the filter “{label}”"
APPLY = "Apply"
CLEAR = "Clear all"

LIBRARY_ABOUT = "The articles that can be asked about."
ADD = "Add articles"
FILES = "Drop files here, or choose them"
FILES_MORE = (
    "Text, Markdown, HTML, JSON, CSV, PDF, Word, EPUB, saved pages, e-mail, also zipped. {megabytes} MB each at most."
)
TOO_LARGE = "The file is too large: add it with python -m bot ingest"
ADDRESS = "Address of a page, a file such as a PDF, a feed or a sitemap"
FOLLOW = "Follow it, to look again later"
ADD_NOW = "Add"
PASTE = "Paste a text"
TITLE_OF_IT = "Title"
AUTHOR = "Author"
PUBLISHED = "Published on"
TEXT_OF_IT = "Text"
ADDED = "What was added, and what was not"
WAITING = "reading…"
NOTHING_NEW = "nothing new"
OUTCOMES = {
    "added": "added",
    "changed": "a new version",
    "unchanged": "is in the library already",
    "copy": "is in the library already, in the same words",
    "gone": "no longer where it came from; it is kept",
    "failed": "not added:",
    "indexed": "indexed",
}
FIND_ARTICLES = "Find articles"
WORDS = "Words"
ANY = "Any"
FROM = "From"
TO = "To"
FIND_NOW = "Find"
SHOWN = "{first} to {last} of {total} articles"
SHOWN_FOUND = "{first} to {last} of those found, best first"
NOTHING_FOUND = "No article fits."
BEFORE = "Earlier in the list"
AFTER = "Later in the list"
TURN = "More articles"
VERSION = "version {number}"
OVER_TIME = "Articles over time, by outlet"
OTHER_OUTLETS = "Others"
AS_TABLE = "As a table"
TIME = "Time"
FOLLOWED = "Sources that are followed"
LOOK = "Look now"
LOOK_ALL = "Look at all now"
UNFOLLOW = "Stop following…"
UNFOLLOW_MORE = "It is looked at no more. Its articles stay."
SOURCE_KINDS = {"page": "page", "feed": "feed", "sitemap": "sitemap", "list": "list", "folder": "folder"}
SOURCE_ARTICLES = "{count} articles"
SOURCE_ARTICLE = "1 article"
SOURCE_GONE = "{count} no longer there"
SUCCEEDED = "Last read"
NOT_YET = "never"
DUE = "Due again"
TROUBLE = "Failed"
TROUBLE_EARLIER = "Last failure"
SURE = "Yes, do it"
REMOVE = "Remove from the library…"
REMOVE_MORE = "The article and all its versions are gone for good, and no answer quotes it again."
NO_LONGER = "This article is not in the library any more."
ABRIDGED_MORE = (
    "This is only what a feed says of the article: its page could not be read. It is tried again at each look."
)
GONE_SINCE = "Since {day} this is no longer where it came from. What it said is kept here."
CHANGED_BEFORE = "What changed from version {before} to version {after}"
SAME_TEXT = "The text is the same."
TOLD_OF_IT = {"title": "Title", "url": "Address", "source": "Outlet", "author": "Author", "published": "Published on"}
NOTHING_TOLD = "not known"
SINCE_ANSWERED = "Since this was answered"
FATES = {
    "removed": "The article was removed from the library.",
    "unsaid": "The article was changed, and no longer says this.",
    "changed": "The article was changed. It still says this.",
    "gone": "The article is no longer where it came from. What it said is kept here.",
}
FATES_IN_BRIEF = {
    "removed": "removed since",
    "unsaid": "changed since",
    "changed": "changed since",
    "gone": "gone since",
}
WHICH_VERSION = "Quoted here is version {before}, as it was. Now it is version {after}:"
SEE_CHANGES = "See all that changed"
SOURCE_CHANGED = "Source {number}, {fate}"
BACK = "Library"
ASK_ONLY = "Ask only this article"
VERSIONS = "Versions"
COPIES = "The same words elsewhere"
TOLD_TOO = "Told nearly the same"
CITED_IN = "Cited in your conversations"
OUTLET = "Outlet"
ARTICLES = "Articles"
NO_OUTLET = "Not known"

EVALUATION = "Evaluation"
GATHERING = "Gathering the figures…"
EVALUATION_ABOUT = "How well it finds, answers, proves and refuses, measured on questions whose answers are known."
MEASURED = (
    "{questions:,} questions about {articles:,} articles, which do not answer {unanswerable:,} of them. "
    "Measured on {date} with version {commit}, on {machine}."
)
SHIPPED = "These are the figures that ArticleBot came with. Ask the test questions to measure it on this machine."
WHOLE_REPORT = "The whole report, with every question that failed"
RUN = "Ask the test questions now"
RUN_MORE = "It takes some minutes. The library is left as it is, and can be asked meanwhile."
RUNNING = "Measuring: {doing} {done} of {total}"
BEGINNING = "Measuring: beginning…"
MEASURE = "Measure"
FIGURE = "Figure, with its 95 % interval"
PARTS = {
    "retrieval": "Finding",
    "answers": "Answering",
    "citations": "Citing",
    "verification": "Checking",
    "refusals": "Refusing",
    "conversation": "Following up",
    "cost": "Time and space",
}

SETTINGS_ABOUT = "What you choose is yours: it is kept in this browser and holds from your next question on."
SAVED = "Saved."
AS_STARTED = "Default: {value}"
WRITES = "How answers are made"
WRITES_MORE = (
    "Quoted word for word; or written by a chat model, and each of its sentences checked against the articles."
)
QUOTES = "quoted from the articles"
CONFIGURED = "written by {model}"
FOUND = "written by {model}, found on this machine"
NOT_THERE = "written by {model}, which is not there now"
STRICTNESS = "When to say “the articles do not say”"
STRICTNESS_MORE = "The stricter, the fewer wrong answers, and the more questions left without one."
STRICTNESSES = (
    ("", "Default"),
    ("0", "never, if there is anything to quote"),
    ("0.25", "seldom"),
    ("0.5", "when in doubt"),
    ("0.75", "unless quite sure"),
    ("1", "unless all but certain"),
)
UNSUPPORTED = "Sentences that no article bears out"
UNSUPPORTED_MORE = "A chat model may write some. They are never shown as fact."
TREATMENTS = (("", "Default"), ("dropped", "left out"), ("struck", "shown, struck through"))
READ_EACH = "Passages read for each question"
READ_EACH_MORE = "More find what is hidden deeper, and take longer."
QUOTED_MOST = "Sentences in an answer, at most"
QUOTED_MOST_MORE = "Fewer keep to the point, more tell the whole story. A chat model decides for itself."
THEME = "Colours"
THEME_MORE = "Of this page, in this browser."
THEMES = (("", "as this device has them"), ("light", "light"), ("dark", "dark"))

ABOUT_IT = "What is this article about?"
ABOUT_THEM = "What is the main news?"
ABOUT_TITLE = "Summarise “{title}”"
WHAT_SAID = "What did {name} say?"
SAID_BY_OUTLET = "What did {outlet} say about {name}?"
WHO_IS = "Who is {name}?"
HOW_MANY = "How many {said}?"
HOW_MUCH = "How much {auxiliary} {subject} cost?"
WHEN = "When {auxiliary} {subject} {said}?"
WHERE = "Where {auxiliary} {subject} {said}?"
WHY = "Why {auxiliary} {subject} {said}?"
