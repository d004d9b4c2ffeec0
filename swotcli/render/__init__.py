"""Pages for people rendered: the same facts in each format, in any of the three languages.

views        what a report shows, as plain data
page         a summary becomes a page of views, in one language
agenda       the agenda's dates, hours and items as text
gaps         what is missing, in sentences
deck         a page as slides, for presenting and for PowerPoint
flow         slides that hold too much become several
measure      how much room a text takes on a slide
webpage      a page as one HTML file
colour       the organiser's colour, made readable
brief        what every format of the brief shows
data         a summary as data: JSON and summary.yaml
slides       PowerPoint, for the report and for the session's opening
tables       workbook, separated values and JSON: every note, for further work
chat         a short message for the meeting's chat
documents    which format is made how
pdf          what the PDF shows of a page, and its notices
typeset      Typst: templates in a folder of their own, faults, characters that no font has
letters      characters cleaned away or shown by name
environment  the one Jinja environment: where templates are found, what is escaped
markdown     text that Markdown shows literally
"""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A form of a document, as it is asked for."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    POWERPOINT = "pptx"
    WORKBOOK = "xlsx"
    SEPARATED = "csv"
    DATA = "json"
    CHAT = "chat"

    @property
    def ending(self) -> str:
        """How the document's file name ends."""
        return "chat.txt" if self is Format.CHAT else self.value


class BriefFormat(StrEnum):
    """A form of the brief: not all of the report's make sense before the session."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    POWERPOINT = "pptx"


USUAL = (Format.MARKDOWN, Format.HTML, Format.PDF)
"""What is made when nobody asks for a format."""
