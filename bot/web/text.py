"""Every word of the interface that is not the bot's own, in one place."""

from __future__ import annotations

NAME = "ArticleBot"
PROMISE = "Every sentence is quoted from an article or proven by one."

VIEWS = "Views"
CHAT = "Ask"
LIBRARY = "Library"
SETTINGS = "Settings"

OPENING = "Opening the library…"
LOADING = "Loading the reading model…"
READY = "Ready"
FAILED = "The library could not be opened."
SOMETHING_WRONG = "Something went wrong while answering. The details are in the log."

SIGN_IN = "Sign in"
SIGN_IN_FIRST = "Sign in first."
SIGN_IN_WRONG = "That name and password do not belong together."
SIGN_IN_LATER = "Too many attempts. Wait a minute."
SIGN_OUT = "Sign out"
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
EMPTY_HOW = "Stop this page with Ctrl+C, add a folder of articles like this, and start it again:"
EMPTY_COMMANDS = "python -m bot ingest FOLDER"
EMPTY_KINDS = (
    "Text, Markdown, HTML, JSON, CSV, PDF, Word and EPUB files, saved pages and e-mail can be read, also zipped."
)

YOU_ASKED = "You asked"
SEARCHED = "Searched for"
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
PARTLY = "Only partly in its source"
NOT_IN_SOURCE = "not in its source: {missing}"
WRITTEN_BY = "Written by {model}, each sentence checked against the articles."

RETRY = "Ask again"
COPY = "Copy with sources"
COPIED = "Copied"
GOOD = "Good answer"
BAD = "Bad answer"

LIBRARY_ABOUT = "What can be asked about: the articles of each outlet."
OUTLET = "Outlet"
ARTICLES = "Articles"
NO_OUTLET = "Not known"

SETTINGS_ABOUT = "What this page was started with."
WRITES = "Answers are written by"
QUOTES = "the articles: every sentence is quoted"
READ_EACH = "Passages read for each question"
QUOTED_MOST = "Most sentences quoted"
SURE_ENOUGH = "Declines below a confidence of"

ABOUT_IT = "What is this article about?"
ABOUT_THEM = "What is the main news?"
ABOUT_NAME = "What is said about {name}?"
WHAT_SAID = "What did {name} say?"
ABOUT_TITLE = "Summarise “{title}”"
