"""The one gate for a file from another person: bytes in, text out, or a problem with its line.

What a YAML file means is for `tree`; here it only has to be an ordinary, readable text.
"""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from swotcli.errors import BadInput, NotFound, Problem

LARGEST_FILE = 1_000_000
"""Bytes; a room of 5,000 notes is well below."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# YAML takes U+0085, U+2028 and U+2029 for line ends, so a note that holds one (Word and Teams
# paste them) would end early; the others never come from a keyboard.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the file it came from.

    Attributes:
        text: Decoded, without byte order mark, lines ended by a line feed.
    """

    path: Path
    text: str


def read(
    path: Path, *, largest: int = LARGEST_FILE, strict: bool = True, named: bool = False
) -> Source:
    """Read a file that another person may have written.

    Args:
        path: The file.
        largest: The most bytes it may have.
        strict: Refuse control characters. A pasted text is read without: they are dropped there.
        named: The person at the keyboard named it, so a link is followed and a pipe is read.

    Raises:
        NotFound: There is no such file.
        BadInput: It is no ordinary text file.
    """
    try:
        status = path.stat() if named else path.lstat()
    except (OSError, ValueError):
        raise NotFound.of("no-file", path=path) from None
    if not stat.S_ISREG(status.st_mode) and not (named and stat.S_ISFIFO(status.st_mode)):
        raise BadInput.of("not-a-file", path=path)
    if status.st_size > largest:
        raise BadInput.of("file-too-big", path=path, size=status.st_size, limit=largest)
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise BadInput.of("unreadable", path=path, reason=error.strerror or str(error)) from None
    if len(raw) > largest:
        raise BadInput.of("file-too-big", path=path, size=len(raw), limit=largest)
    text = decode(raw, path)
    if strict and (found := _REFUSED.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        code = "file-of-nulls" if not text.strip("\0\n ") else "control-character"
        raise BadInput.of(code, path=path, line=line, name=f"U+{ord(found[0]):04X}")
    return Source(path, text)


def decode(raw: bytes, path: Path) -> str:
    """Return the text of UTF-8 or, with its mark, UTF-16 bytes, with lines ended by a line feed.

    Raises:
        BadInput: The bytes are of another encoding; the line is named.
    """
    encoding = "utf-8"
    for mark, name in _BOMS:
        if raw.startswith(mark):
            raw, encoding = raw[len(mark) :], name
            break
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(Problem("not-utf8", {}, path, line)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
