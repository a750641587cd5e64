"""The site in headless Chromium, opened from a disk: what a reader does, and what a browser complains of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harmattan.model.readings import Event, Strength
from harmattan.publish import addresses
from harmattan.publish.contents import field_spans
from harmattan.publish.site import build_site
from tests.publish.fixture import CLAIMS, sahel

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Request
    from playwright.sync_api import Page as BrowserPage

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PAGES = [
    addresses.HOME,
    addresses.LEDGER,
    addresses.DIGEST,
    addresses.INCIDENTS,
    addresses.DOCUMENTS,
    addresses.ACTORS,
    "countries/ml.html",
    "actors/jnim.html",
    "incidents/i00000000000000a1.html",
    "digest/2023/index.html",
    "digest/2022/04/index.html",
    "digest/2023/06/17.html",
    addresses.document_page(CLAIMS[0].document.id, CLAIMS[0].id),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    build_site(sahel(), out)
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.is_file():
        pytest.skip(f"there is no Chromium at {CHROMIUM} (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="the test extra installs playwright")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield launched
        launched.close()


class Desk:
    """A reader's window on the site, which keeps what the browser complains of and whatever it asks the network for."""

    def __init__(self, browser: Browser, site: Path, **settings: Any) -> None:
        self._context: BrowserContext = browser.new_context(reduced_motion="reduce", **settings)
        self._site = site
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page: BrowserPage = self._context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # an icon still on its way when the next page is opened
            self.complaints.append(request.url)

    def open(self, page: str) -> BrowserPage:
        self.page.goto(f"file://{self._site}/{page}")
        return self.page

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def desk(browser: Browser, site: Path) -> Iterator[Desk]:
    opened = Desk(browser, site)
    yield opened
    opened.close()


LIT = """name => {
  const plain = getComputedStyle(document.querySelector('.frozen')).backgroundColor;
  const of = prefix => [...document.querySelectorAll('.frozen span')]
    .filter(span => span.classList.contains(`${prefix}-${name}`));
  const text = spans => spans.map(span => span.textContent).join('');
  const colours = spans => [...new Set(spans.map(span => getComputedStyle(span).backgroundColor))];
  const others = [...document.querySelectorAll('.frozen .read')].filter(
    span => !span.classList.contains(`e-${name}`) && !span.classList.contains(`f-${name}`));
  return {
    target: document.querySelector(':target')?.id,
    evidence: text(of('e')), fields: of('f').map(span => span.textContent),
    evidenceColours: colours(of('e').filter(span => !span.classList.contains(`f-${name}`))),
    fieldColours: colours(of('f')), otherColours: colours(others),
    visible: of('e').every(span => {
      const box = span.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }),
  };
}"""
NOTHING = "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_footnote_opens_the_very_words_in_the_document(
    browser: Browser, site: Path, javascript: bool
) -> None:
    claim = next(
        one for one in CLAIMS if isinstance(one.body, Strength) and one.body.size.span.quote == "2,400"
    )
    desk = Desk(browser, site, java_script_enabled=javascript)
    page = desk.open("countries/ml.html")
    line = page.locator(".claims li", has_text="French troops in Mali: 2,400 (current).")
    line.locator("sup a").first.click()
    page.wait_for_url(f"**/{addresses.document_page(claim.document.id, claim.id)}")
    lit = page.evaluate(LIT, claim.id)
    (sentence,) = claim.statement.evidence
    assert lit["target"] == claim.id
    assert lit["evidence"] == sentence.quote
    assert set(lit["fields"]) == {span.quote for span in field_spans(claim)}
    (evidence_colour,), (field_colour,) = lit["evidenceColours"], lit["fieldColours"]
    assert len({NOTHING, evidence_colour, field_colour}) == 3
    assert lit["otherColours"] == [NOTHING]
    assert lit["visible"]
    assert not desk.complaints
    desk.close()


def test_choosing_another_claim_moves_the_light(desk: Desk) -> None:
    first, second = (
        one for one in CLAIMS if isinstance(one.body, Event) and one.body.trigger.quote in ("left", "leave")
    )
    assert first.document == second.document
    page = desk.open(addresses.document_page(first.document.id, first.id))
    page.locator(f".l-{second.id} a").first.click()
    lit = page.evaluate(LIT, second.id)
    assert (
        lit["target"] == second.id
        and lit["otherColours"] == [NOTHING]
        and lit["evidenceColours"] != [NOTHING]
    )


def test_pointing_at_a_footnote_shows_its_words(desk: Desk) -> None:
    page = desk.open("countries/ml.html")
    line = page.locator(".claims li", has_text="French troops in Mali: 2,400 (current).")
    line.locator("sup a").first.hover()
    peek = page.locator("#peek")
    assert peek.is_visible()
    assert "French troops in Mali number 2,400." in peek.inner_text()
    page.keyboard.press("Escape")
    assert peek.is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_page_scrolls_sideways_complains_or_leaves_the_disk(
    browser: Browser, site: Path, scheme: str, width: int
) -> None:
    desk = Desk(browser, site, viewport={"width": width, "height": 844}, color_scheme=scheme)
    for name in PAGES:
        page = desk.open(name)
        extent = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert extent[0] <= extent[1], f"{name} is {extent[0]} wide in {extent[1]}"
    assert not desk.complaints
    assert desk.requests and all(url.startswith("file://") for url in desk.requests)
    desk.close()


CONTRAST = """() => {
  const channel = value => { value /= 255; return value <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4; };
  const paper = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => .2126 * channel(red) + .7152 * channel(green) + .0722 * channel(blue);
  const worst = [];
  const texts = 'main p, main a, main li, main dt, main dd, main td, .mark, footer p, nav a';
  for (const item of document.querySelectorAll(texts)) {
    const style = getComputedStyle(item);
    if (style.backgroundColor !== 'rgba(0, 0, 0, 0)' || !style.color.startsWith('rgb')) continue;
    const [one, other] = [light(style.color.match(/[\\d.]+/g).map(Number)), light(paper)];
    const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    if (ratio < 4.5) worst.push([item.className || item.tagName, ratio]);
  }
  return worst;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_told_from_its_ground(browser: Browser, site: Path, scheme: str) -> None:
    desk = Desk(browser, site, color_scheme=scheme)
    grounds = set()
    for name in ("index.html", "countries/ml.html", "ledger/index.html"):
        page = desk.open(name)
        assert page.evaluate(CONTRAST) == []
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    (ground,) = grounds
    assert (max(int(one) for one in ground[4:-1].split(",")) < 60) == (scheme == "dark")
    desk.close()


def test_the_keyboard_reaches_the_text_first(desk: Desk) -> None:
    page = desk.open("countries/ml.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
