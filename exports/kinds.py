"""Every kind of file there is to take away, and what makes it; its libraries are loaded when it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from model.appraisal import Appraisal


@dataclass(frozen=True)
class Case:
    """What all files are made of: the appraisal, the preset it is told against, and the caller's date and link."""

    now: Appraisal
    preset: Appraisal
    date: str
    link: str

    @property
    def stamp(self) -> dict[str, str]:
        """As the makers of files take it."""
        return {"date": self.date, "link": self.link}


Files = dict[str, bytes]


@dataclass(frozen=True)
class Kind:
    """A file of one format, or without an ending a folder of files: what it is called and what makes it."""

    title: str
    ending: str
    make: Callable[[Case], bytes | Files]


def _deck(case: Case) -> bytes:
    from exports.deck import deck

    return deck(case.now, case.preset, **case.stamp)


def _workbook(case: Case) -> bytes:
    from exports.workbook import workbook

    return workbook(case.now, **case.stamp)


def _briefing(case: Case) -> bytes:
    from exports.briefing import briefing_pdf

    return briefing_pdf(case.now, case.preset, **case.stamp)


def _docx(case: Case) -> bytes:
    from exports.briefing import briefing_docx

    return briefing_docx(case.now, case.preset, **case.stamp)


def _csv(case: Case) -> Files:
    from exports.tables import tables

    return tables(case.now, case.preset, **case.stamp)


def _images(case: Case) -> Files:
    from exports.pictures import pictures

    return pictures(case.now, case.preset, **case.stamp)


def _scenes(case: Case) -> bytes:
    from exports.stage.document import document

    return document(case.now, **case.stamp)


KINDS = {
    "deck": Kind("Slides", ".pptx", _deck),
    "workbook": Kind("Workbook", ".xlsx", _workbook),
    "briefing": Kind("Briefing", ".pdf", _briefing),
    "docx": Kind("Briefing to edit", ".docx", _docx),
    "scenes": Kind("Scenes", ".html", _scenes),
    "csv": Kind("Tables", "", _csv),
    "images": Kind("Pictures", "", _images),
}
"""By the name that the terminal knows them by."""
