"""All errors of Konon, each with the thing it is about and a remedy.

KononError
├── ReadingError        a document could not be read in
│   ├── SourceError         the file, page or line could not be had (missing, too large, network, robots.txt)
│   ├── ContentError        it was had, but holds no report (binary, empty, no article, broken JSON)
│   └── LanguageError       it is written in a language that is not installed
├── SettingsError       a setting that there isn't, or that can't be so
├── RegistryError       a name that nothing is registered under
├── StageError          a pipeline built in a wrong order
├── TableError          a table of a language or of the gazetteer that can't be right
├── ModelError          a file of a reader model that is missing or damaged
├── RecordError         a record that breaks what must hold of any record
├── ArchiveError        an archive that can't be opened or used
│   ├── QueryError          a search that can't be understood
│   ├── SlowError           a search that was given up, since it takes too long
│   ├── DecisionError       a decision that can't be made or taken back
│   └── NotKeptError        a report, statement or actor that the archive does not hold
├── PlotError           a picture that can't be drawn
├── ServerError         an explorer that can't be started so
└── GoldError           a gold folder that can't be used
"""


class KononError(Exception):
    """Base of all errors; `subject` is what it is about, `remedy` what can be done."""

    def __init__(self, message: str, *, subject: str = "", remedy: str = "") -> None:
        self.message = message
        self.subject = subject
        self.remedy = remedy
        text = f"{subject}: {message}" if subject else message
        super().__init__(f"{text} {remedy}" if remedy else text)


class ReadingError(KononError):
    """A document could not be read in."""


class SourceError(ReadingError):
    """The file, page or line could not be had."""


class ContentError(ReadingError):
    """What was had holds no report."""


class LanguageError(ReadingError):
    """The report is written in a language that is not installed."""


class SettingsError(KononError):
    """A setting that there isn't, or a value that it can't have."""


class RegistryError(KononError):
    """Nothing is registered under a name."""


class StageError(KononError):
    """The stages of a pipeline stand in a wrong order."""


class TableError(KononError):
    """A table that ships with a language or the gazetteer can't be right."""


class ModelError(KononError):
    """A file of a reader model is missing or damaged."""


class RecordError(KononError):
    """A record breaks what must hold of any record."""


class ArchiveError(KononError):
    """An archive can't be opened or used, or doesn't hold what was asked for."""


class QueryError(ArchiveError):
    """A search can't be understood."""


class SlowError(ArchiveError):
    """A search takes longer than it may."""


class DecisionError(ArchiveError):
    """A person's decision can't be made or taken back."""


class PlotError(KononError):
    """A picture can't be drawn."""


class NotKeptError(ArchiveError):
    """An archive does not hold what was asked for."""


class ServerError(KononError):
    """The explorer can't be started so."""


class GoldError(KononError):
    """A folder of gold reports can't be used."""
