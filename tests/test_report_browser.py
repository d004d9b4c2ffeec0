"""The HTML report in a real browser: accessible, one slide at a time, nothing overflows or acts.

axe finds what a program can find (WCAG 2.1 A and AA). It does not look: that one slide is visible
and that nothing overflows is asserted besides. Needs Chromium; without it every test is skipped.
"""

from __future__ import annotations

import datetime as dt
import importlib.resources
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import pytest
from conftest import Swot
from helpers import HOSTILE, write_tree
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
SCREENS = [(1280, 720), (1920, 1080), (1024, 768), (390, 844), (360, 640)]
QUADRANTS = ("strengths", "weaknesses", "opportunities", "threats")
# Of the length and manner of notes from a Finnish evening: some short, some with explanations.
FINNISH = (
    "Yhteistyö on helppoa ja tuttua",
    "Yhdistysten toiminta on monipuolista ja täydentää toisiaan. Koko maakunnassa on myös "
    "ammatillista toimintaa, johon moni pääsee mukaan.",
    "Tiedottaminen ei tavoita kaikkia: ikäihmisillä ei aina ole laitteita eikä osaamista, ja "
    "kunnat kertovat asioista eri tavoin (tarvitaan yksi yhteinen paikka)",
    "Miten varmistetaan, että suunnitelmat muuttuvat teoiksi → vastuuhenkilöt ja aikataulu",
    "Vertaistuen kehittäminen",
    "Vapaaehtoistoiminnankehittämissuunnitelmatyöryhmänpuheenjohtajuus on avoinna",
    "Tilojen puute (esim. kokoukset)",
    "Rahoituksen jatkuminen on epävarmaa, ja avustusten ehdot ovat tiukkoja. Hakemuksiin kuluu "
    "aikaa, joka on pois toiminnasta; pienet yhdistykset eivät ehdi hakea lainkaan.",
)
LONG = ("w" * 5000, "Sana " * 999 + "loppu", " ".join(["m" * 60] * 80), "漢字" * 900, "🙂 " * 900)


pytestmark = [
    pytest.mark.slow,  # a real browser: some seconds a test
    pytest.mark.skipif(
        CHROMIUM is None,
        reason="no Chromium on this machine: the report was not tested in a browser",
    ),
]

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(
    encoding="utf-8"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium. Its sandbox does not start as root, as tests often run in a container."""
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield started
        started.close()


Make = Callable[..., Path]


@pytest.fixture
def make(workspace: Path, swot: Swot) -> Make:
    """Return what makes a report of so many rooms, each with so many of the texts."""

    def report(
        texts: tuple[str, ...], rooms: int, notes: int, title: str = "Yhteinen ilta"
    ) -> Path:
        agenda = [
            f"title: {title}", "organiser: Kylät ry", "date: 2026-03-10", "lang: fi",
            "start: 16.00", "end: 18.00", "theme: Mitä teemme yhdessä?", "goals: [Tilat, Talous]",
            "items:", "- {at: 16.00, title: Avaus, minutes: 30}",
            "- {at: 16.30, title: Ryhmät, kind: breakout, minutes: 45}",
            "- {at: 17.15, title: Yhteinen purku, kind: debrief}",
            "- {at: 17.50, title: Päätös, kind: end}",
            "follow_up: {title: Jatko, lines: [Yhteenveto lähetetään], links: ['https://example.org/']}",
            "rooms:",
            *(f"- {{name: Ryhmä {n}, facilitator: Vetäjä {n}, lang: {'sv' if n == 2 else 'fi'}}}" for n in range(1, rooms + 1)),
        ]  # fmt: skip
        write_tree(workspace, {"agenda.yaml": "\n".join(agenda)})
        swot("start", "agenda.yaml")
        (session,) = (workspace / "sessions").glob("2026*")
        source = cycle(texts)
        for room in range(1, rooms + 1):
            name = f"ryhma-{room}"
            lines = []
            for place, quadrant in enumerate(QUADRANTS):
                lines.append(f"{quadrant}:")
                for number in range(notes // 4):
                    own = "" if (number + place) % 3 == 0 else f" ({room}.{number})"
                    text = (next(source) + own)[:5000].strip().replace("'", "''")
                    lines.append(
                        f"- {{text: '{text}', votes: {number % 3}, goals: [{1 + number % 2}]}}"
                    )
            lines.append("takeaways:")
            lines += ["- '" + t.replace("'", "''") + "'" for t in islice(source, 3)]
            write_tree(session, {f"rooms/{name}.yaml": f"room: {name}\n" + "\n".join(lines) + "\n"})
        swot("report", "--format", "html")
        return session / "report.html"

    return report


@contextmanager
def opened(
    browser: Browser,
    report: Path,
    size: tuple[int, int] = (1280, 720),
    *,
    scheme: str = "light",
    script: bool = True,
    place: str = "",
) -> Iterator[Page]:
    """Open a report; at the end nothing may have been requested, said or asked."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
    )
    page = context.new_page()
    noise: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))

    def refuse(dialog: Dialog) -> None:
        noise.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri() + place)
    yield page
    assert ([], 1) == (noise, len([url for url in asked if not url.startswith("data:")]))
    context.close()


def axe(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe finds; it runs by evaluation, since the page's policy stops other scripts."""
    page.evaluate(AXE)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
        TAGS,
    )
    return [(v["id"], [str(n["target"]) for n in v["nodes"]][:3]) for v in found["violations"]]


def on_each_slide(page: Page, check: Callable[[], None]) -> int:
    """Open the presentation and go through it: exactly one slide is seen, and it does not overflow."""
    page.click("#present")
    count = page.locator(".slide").count()
    for number in range(1, count + 1):
        assert 1 == page.locator(".slide:visible").count()
        assert str(number) == page.locator("#place").text_content()
        over = page.evaluate(
            "(s => [s.scrollHeight - s.clientHeight, s.scrollWidth - s.clientWidth])"
            "(document.querySelector('.slide:not([hidden])'))"
        )
        assert max(over) <= 1, (number, over)
        check()
        page.keyboard.press("ArrowRight")
    return count


def is_accessible(browser: Browser, report: Path, *, slides: int = 6) -> None:
    """Hold a report to WCAG on screen, on a phone and in its presentation, in both themes."""
    for scheme in ("light", "dark"):
        for size in ((1280, 720), (320, 640)):
            with opened(browser, report, size, scheme=scheme) as page:
                assert [] == axe(page)
                assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        with opened(browser, report, scheme=scheme) as page:
            page.click("#present")
            for _ in range(min(slides, page.locator(".slide").count())):
                assert [] == axe(page)
                page.keyboard.press("ArrowRight")


def test_a_typical_report_is_accessible(browser: Browser, make: Make) -> None:
    """No violation in light and in dark, on a screen and on a phone, in page and slides."""
    is_accessible(browser, make(FINNISH, 2, 8), slides=2)


@pytest.mark.parametrize("kind", ["typical", "large", "hostile", "long"])
def test_any_report_is_accessible(browser: Browser, make: Make, kind: str) -> None:
    """Twelve rooms with 60 notes, hostile texts, texts of 5,000 letters."""
    sizes = {
        "typical": (FINNISH, 4, 16),
        "large": (FINNISH, 12, 60),
        "hostile": (HOSTILE, 4, 44),
        "long": (LONG, 3, 8),
    }
    is_accessible(browser, make(*sizes[kind]))


def test_axe_bites(browser: Browser) -> None:
    """A page with faults fails: the test itself works."""
    page = browser.new_page()
    page.set_content(
        "<html><body><img src=x><p style='color:#aaa;background:#fff'>too pale</p></body></html>"
    )
    assert {"image-alt", "color-contrast", "html-has-lang", "document-title"} <= {
        name for name, _ in axe(page)
    }


def test_a_typical_presentation_fits(browser: Browser, make: Make) -> None:
    """One slide is seen, none overflows, all three takeaways of a room stand together."""
    with opened(browser, make(FINNISH, 4, 16)) as page:
        on_each_slide(page, lambda: None)
        takeaways = page.locator(".kind-takeaways")
        assert [3, 3] == [takeaways.nth(n).locator("li").count() for n in (0, 1)]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("kind", ["typical", "hostile", "long"])
def test_any_presentation_fits(
    browser: Browser, make: Make, kind: str, size: tuple[int, int]
) -> None:
    """On shared screens and on phones, with 5,000 letters and words of 60; nothing is left out."""
    texts = {"typical": (FINNISH, 4, 40), "hostile": (HOSTILE, 4, 44), "long": (LONG, 3, 8)}
    with opened(browser, make(*texts[kind], "Ilta " * 40), size) as page:
        on_each_slide(page, lambda: None)


def test_keys_turn_the_slides(browser: Browser, make: Make) -> None:
    """Arrows, page keys, space, Home, End; letters do nothing; Esc gives the focus back."""
    with opened(browser, make(FINNISH, 2, 4)) as page:
        page.keyboard.press("Tab")
        assert "#content" == page.evaluate("document.activeElement.getAttribute('href')")
        page.focus("#present")
        page.keyboard.press("Enter")
        last = page.locator(".slide").count()
        keys = [
            ("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), ("ArrowLeft", 3), ("ArrowUp", 2),
            ("PageUp", 1), ("ArrowLeft", 1), ("Space", 2), ("Shift+Space", 1), ("n", 1), ("End", last),
            ("ArrowRight", last), ("Home", 1),
        ]  # fmt: skip
        for key, number in keys:
            page.keyboard.press(key)
            assert (key, str(number)) == (key, page.locator("#place").text_content())
            assert f"slide-title-{number}" == page.evaluate("document.activeElement.id")
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
        page.keyboard.press("Escape")
        assert "present" == page.evaluate("document.activeElement.id")
        assert 0 == page.locator(".slide:visible").count()


def test_a_link_leads_to_its_slide(browser: Browser, make: Make) -> None:
    """In the page's own word; a number too high is the last slide; the address follows the slides."""
    report = make(FINNISH, 2, 4)
    with opened(browser, report, place="#dia-3") as page:
        assert "3" == page.locator("#place").text_content()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("location.hash === '#dia-4'")
        page.keyboard.press("Escape")
        page.wait_for_function("!location.hash")
    with opened(browser, report, place="#dia-999") as page:
        assert str(page.locator(".slide").count()) == page.locator("#place").text_content()
    with opened(browser, report, place="#slide-2") as page:
        assert 0 == page.locator(".slide:visible").count()


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("2026-03-10T17:30:00", "Yhteinen purku: 20 min jäljellä"),
        ("2026-03-10T16:10:00", "Avaus: 20 min jäljellä"),
        ("2026-03-10T17:52:00", "Yhteinen purku: 2 min yli ajan"),
        ("2026-03-10T15:00:00", ""),
        ("2026-03-11T17:30:00", ""),
    ],
)
def test_the_minutes_left(browser: Browser, make: Make, clock: str, said: str) -> None:
    """Of the item to which the slide belongs, on the day itself; on another day there is nothing."""
    with opened(browser, make(FINNISH, 1, 4)) as page:
        page.clock.set_fixed_time(dt.datetime.fromisoformat(clock))
        page.click("#present")
        page.keyboard.press("PageDown")
        assert said == (page.locator("#left").text_content() if page.is_visible("#left") else "")


def test_all_is_there_without_script(browser: Browser, make: Make) -> None:
    """No button that does nothing, and every note, wording and takeaway."""
    report = make(("Tilojen puute", "tilojen puute.", *FINNISH[:3]), 3, 16)
    with opened(browser, report, script=False) as page:
        assert not page.is_visible("#present")
        assert 0 == page.locator(".slide:visible").count()
        assert 48 == page.locator(".notes li").count()
        page.locator(".points summary").first.click()
        assert page.locator(".points details li").first.is_visible()


def test_hostile_text_is_seen_letter_for_letter(browser: Browser, make: Make) -> None:
    """As the browser shows it, and each in an element of its own that keeps its direction."""
    with opened(browser, make(HOSTILE, 4, 44)) as page:
        seen = set(page.locator(".notes bdi").all_text_contents())
        for text in HOSTILE:
            assert any(text in other for other in seen), text
        assert 0 == page.locator("main img, main script, main a[href^='java']").count()


def test_a_rooms_language_is_marked(browser: Browser, make: Make) -> None:
    """What a Swedish room wrote is read aloud in Swedish."""
    with opened(browser, make(FINNISH, 2, 4)) as page:
        assert 4 == page.locator(".notes bdi[lang=sv]").count()
        assert "fi" == page.evaluate("document.documentElement.lang")


def test_own_colours_and_logo_are_accessible(
    browser: Browser, make: Make, workspace: Path, swot: Swot
) -> None:
    """A pale colour is darkened on white; an SVG logo is shown and cannot act."""
    report = make(FINNISH, 2, 4)
    session = report.parent
    logo = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30' onload='alert(1)'><script>alert(2)</script><rect width='90' height='30'/></svg>"
    text = (session / "session.yaml").read_text(encoding="utf-8")
    look = 'look:\n  accent: "#ffdd00"\n  logo: logo.svg\n  logo_alt: Kylien tunnus\n'
    write_tree(workspace, {"templates/logo.svg": logo})
    (session / "session.yaml").write_text(text + look, encoding="utf-8")

    assert "#ffdd00" in swot("report", "--format", "html").err

    for scheme in ("light", "dark"):
        with opened(browser, report, scheme=scheme) as page:
            assert [] == axe(page)
            assert 90 == page.evaluate("document.querySelector('.logo img').naturalWidth")
            page.click("#present")
            assert [] == axe(page)
