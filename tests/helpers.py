"""Small things that several test files need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# Text that would act somewhere if it were not data: HTML, Markdown, YAML, Jinja, terminals.
HOSTILE = (
    "<script>alert(1)</script>",
    "</li><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "[red]not red[/red] [/x]",
    "# no heading",
    "- no list",
    "1. no list",
    "> no quote",
    "| no | table |",
    "*no* _emphasis_ `code` ~~gone~~",
    "[link](javascript:alert(1))",
    "https://example.org/?a=1&b=2",
    "www.example.org",
    "--- ... ===",
    "key: value: other",
    "text: votes: 3",
    "ends with a colon:",
    "a #comment",
    "#1",
    "&anchor *alias !tag",
    "@home `tick`",
    "%TAG ! x",
    "yes",
    "no",
    "null",
    "~",
    "12:30",
    "2026-03-10",
    "0x1F",
    "1.10",
    "=1+1",
    "\"quoted\" 'both'",
    "back\\slash \\n",
    "&amp; &lt;",
    "![image](x)",
    "<!-- comment -->",
    "ä ö å Å é ß ñ",
    "👩‍👩‍👧 emoji 🙂",
    "עברית العربية",
    "\u202eright to left",
    "$x^2$ \\(y\\)",
    "{braces} {0} %s",
    "a" * 5000,
)


def write_tree(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files, given by their paths below a folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        path.write_bytes(raw)


def tree(root: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, but for git's own."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }
