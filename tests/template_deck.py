"""Make `templates/report.pptx`, the deck that the slides are made from: `python tests/template_deck.py`.

The layouts are drawn here, not by hand in an office program, so that a change of them can be read;
a test holds that the shipped file is what this makes. It starts from the empty deck that comes with
python-pptx, of which only the theme's fonts and effects remain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches

from swotcli.render.slides.bundle import packed

DECK = Path(__file__).parent.parent / "templates" / "report.pptx"

# The quadrants' colours are those of the page; all are readable on white (4.5:1 and more).
COLOURS = {
    "dk1": "1D232B", "lt1": "FFFFFF", "dk2": "56606D", "lt2": "F3F1EB", "accent1": "1A4F8A",
    "accent2": "1D6A4B", "accent3": "8A4B0B", "accent4": "1F5A96", "accent5": "94304A",
    "accent6": "56606D", "hlink": "1A4F8A", "folHlink": "56606D",
}  # fmt: skip
QUADRANTS = {"strengths": "accent2", "weaknesses": "accent3", "opportunities": "accent4", "threats": "accent5"}  # fmt: skip

WIDTH, HEIGHT = 13.333, 7.5
LEFT, INNER = 0.6, 12.13
Box = tuple[float, float, float, float]
TITLE: Box = (LEFT, 0.36, INNER, 1.12)
BODY: Box = (LEFT, 1.66, INNER, 5.22)


def _level(level: int, size: int, colour: str, *, after: int = 0, bullet: int = 0, bold: bool = False) -> str:  # fmt: skip
    """Return how a level of text looks; `bullet` is its hanging indent in points, 0 for none."""
    indent = bullet * 12700
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    hang = (
        f' marL="{indent}" indent="-{indent}"' if bullet else f' marL="{_hang(level)}" indent="0"'
    )
    return (
        f'<a:lvl{level}pPr{hang} algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{after * 100}"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}" kern="1200">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{level}pPr>"
    )


def _hang(level: int) -> int:
    return 0 if level == 1 else 32 * 12700


def _list_levels(size: int, detail: int, after: int) -> str:
    """Return an entry with a bullet, and below it, on level 2, its smaller detail without one."""
    entry = _level(1, size, "tx1", after=0, bullet=32)
    entry = entry.replace(
        '<a:spcPts val="0"/></a:spcBef>', f'<a:spcPts val="{after * 100}"/></a:spcBef>'
    )
    return entry + _level(2, detail, "tx2")


def _shape(number: int, name: str, box: Box, placeholder: str, levels: str, *, anchor: str = "t") -> str:  # fmt: skip
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>{_frame(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{levels}</a:lstStyle>"
        f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _frame(box: Box) -> str:
    x, y, w, h = (Inches(value) for value in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _bar(number: int, box: Box, colour: str) -> str:
    """Return a coloured area: decoration, and marked as that, so that no screen reader stops at it."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Bar {number}"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
        '</a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _number(number: int) -> str:
    """Return the slide's number at the foot: a field on the layout, so that every slide has it."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Slide number"/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame((11.73, 7.02, 1.0, 0.3))}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        '<a:p><a:pPr algn="r"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        '<a:rPr lang="en-GB" sz="1200"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr>'
        "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
    )


def _slide(name: str, shapes: Iterable[str]) -> str:
    return (
        f'<p:cSld {nsdecls("p", "a", "r")} name="{name}"><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
        + "".join(shapes)
        + "</p:spTree></p:cSld>"
    )


def _title_levels(size: int, colour: str) -> str:
    return _level(1, size, colour, bold=True).replace("+mn-", "+mj-")


def _layouts() -> list[tuple[str, str, list[str]]]:
    """Return each layout's name, kind and shapes, in the order in which they are read aloud."""
    title = _shape(2, "Title", TITLE, '<p:ph type="title"/>', "", anchor="b")
    top = _bar(20, (0, 0, WIDTH, 0.14), "accent1")
    body = _shape(3, "Entries", BODY, '<p:ph type="body" idx="1"/>', _list_levels(28, 20, 12))
    opening = [
        _bar(20, (0, 0, 0.45, HEIGHT), "accent1"),
        _shape(2, "Title", (1.2, 0.9, 10.9, 2.5), '<p:ph type="ctrTitle"/>', _title_levels(40, "tx1"), anchor="b"),
        _shape(3, "Facts", (1.2, 3.65, 10.9, 3.3), '<p:ph type="subTitle" idx="1"/>', _level(1, 22, "tx2", after=6)),
    ]  # fmt: skip
    made = [("SWOT title", "title", opening), ("SWOT list", "obj", [top, title, body, _number(9)])]
    for key, colour in QUADRANTS.items():
        head = _shape(
            2, "Title", TITLE, '<p:ph type="title"/>', _title_levels(32, colour), anchor="b"
        )
        bar = _bar(20, (0, 0, WIDTH, 0.14), colour)
        made.append((f"SWOT {key}", "obj", [bar, head, body, _number(9)]))
    made.append(("SWOT two by two", "fourObj", [top, title, *_quarters(), _number(9)]))
    table = _shape(3, "Table", BODY, '<p:ph type="tbl" idx="1"/>', _level(1, 18, "tx1"))
    made.append(("SWOT table", "tbl", [top, title, table, _number(9)]))
    return made


def _quarters() -> list[str]:
    """Return the four quadrants' placeholders, each with a line of its colour above."""
    shapes = []
    for place, (key, colour) in enumerate(QUADRANTS.items()):
        x, y = LEFT + (place % 2) * 6.215, 1.72 + (place // 2) * 2.62
        levels = _level(1, 20, colour, after=3, bold=True)
        levels += _level(2, 18, "tx1", after=3, bullet=16)
        index = (1, 2, 13, 14)[place]
        shapes.append(_bar(30 + place, (x, y, 5.915, 0.05), colour))
        shapes.append(
            _shape(3 + place, key.capitalize(), (x, y + 0.12, 5.915, 2.38), f'<p:ph type="body" sz="quarter" idx="{index}"/>', levels)
        )  # fmt: skip
    return shapes


def _styles() -> str:
    body = _list_levels(28, 20, 12) + "".join(_level(n, 18, "tx1", bullet=18) for n in range(3, 10))
    other = "".join(_level(n, 18, "tx1") for n in range(1, 10))
    return (
        f"<p:txStyles {nsdecls('p', 'a', 'r')}><p:titleStyle>{_title_levels(32, 'tx1')}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def deck() -> bytes:
    """Return the template deck."""
    made = Presentation()
    made.slide_width, made.slide_height = Emu(12192000), Emu(6858000)
    master = made.slide_master
    for layout in list(made.slide_layouts)[8:]:
        made.slide_layouts.remove(layout)
    shapes = [
        _shape(2, "Title", TITLE, '<p:ph type="title"/>', "", anchor="b"),
        _shape(3, "Text", BODY, '<p:ph type="body" idx="1"/>', ""),
    ]
    tree = master._element.cSld.spTree
    tree.getparent().replace(tree, etree.fromstring(_slide("", shapes))[0])
    old = master._element.find("{*}txStyles")
    master._element.replace(old, etree.fromstring(_styles()))
    for layout, (name, kind, drawn) in zip(made.slide_layouts, _layouts(), strict=True):
        element = layout._element
        element.set("type", kind)
        element.replace(element.cSld, etree.fromstring(_slide(name, drawn)))
    _theme(master.part)
    _leave_out(made)
    core = made.core_properties
    core.title, core.author, core.last_modified_by = "SWOT", "", ""
    core.comments = core.keywords = core.subject = ""
    stream = BytesIO()
    made.save(stream)
    return packed(stream.getvalue())


def _theme(master: object) -> None:
    (theme,) = [r.target_part for r in master.rels.values() if r.reltype.endswith("/theme")]  # type: ignore[attr-defined]
    text = theme.blob.decode("utf-8")
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in COLOURS.items())  # fmt: skip
    scheme = f'<a:clrScheme name="SWOT">{colours}</a:clrScheme>'
    theme._blob = re.sub(r"<a:clrScheme.*?</a:clrScheme>", scheme, text, flags=re.DOTALL).encode()


def _leave_out(made: object) -> None:
    """Leave out the picture and the printer of the deck that this one started from."""
    part = made.part  # type: ignore[attr-defined]
    for rels in (part.rels, part.package._rels):
        for key in [
            k for k, r in rels.items() if r.reltype.endswith(("/printerSettings", "/thumbnail"))
        ]:
            rels.pop(key)


if __name__ == "__main__":
    DECK.write_bytes(deck())
