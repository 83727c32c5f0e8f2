"""The page in a real browser: filters, keys, the family of the day, screen readers, paper."""

from __future__ import annotations

import base64
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

from caseweave import page
from caseweave.opening import family_of, open_chronology
from chronology.merge import merge
from chronology.model import Case, Child, Chronology
from chronology.ordering import refs
from chronology.short import shortened

AXE = Path(__file__).parent / "axe-core" / "axe.min.js"
FLAGS = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
    "disable-component-update disable-sync hide-scrollbars"
)
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def case(harbour_lane: Path) -> Chronology:
    return open_chronology([harbour_lane])


@pytest.fixture(scope="module")
def opened(case: Chronology, harbour_lane: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page with spaces") / "page é.html"
    page.write(case, out, family_of([harbour_lane]))
    return out


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    profile = tmp_path_factory.mktemp("profile")
    for flag in (*FLAGS.split(" "), f"user-data-dir={profile}", "window-size=1280,900"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = shutil.which("chromedriver")
    assert driver, "chromedriver is not installed; .ci/run installs it on Debian"
    started = webdriver.Chrome(service=Service(driver), options=options)
    started.set_script_timeout(120)
    yield started
    started.quit()


@pytest.fixture
def tab(browser: webdriver.Chrome, opened: Path) -> webdriver.Chrome:
    size(browser, 1280, 900)
    browser.get("about:blank")
    browser.get(opened.as_uri())
    settled(browser)
    return browser


def size(tab: webdriver.Chrome, wide: int, high: int) -> None:
    told = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
    tab.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", told)


def settled(tab: webdriver.Chrome) -> None:
    """Until filters, lanes and the entry in view have been drawn."""
    tab.execute_async_script(
        "const done = arguments[0]; let n = 6;"
        "(function wait() { n-- ? requestAnimationFrame(wait) : setTimeout(done, 60); })();"
    )


def choose(tab: webdriver.Chrome, field: str, value: str) -> None:
    tab.execute_script(
        "const f = document.getElementById(arguments[0]); f.value = arguments[1];"
        "f.dispatchEvent(new Event('input', {bubbles: true}));",
        field,
        value,
    )
    settled(tab)


def choose_words(tab: webdriver.Chrome, field: str, words: str) -> None:
    find = "return Array.from(document.getElementById(arguments[0]).options)"
    value = tab.execute_script(
        f"{find}.find((o) => o.text.startsWith(arguments[1])).value", field, words
    )
    choose(tab, field, value)


def shown(tab: webdriver.Chrome) -> list[int]:
    """Refs of the rows that stand in the table."""
    tab.execute_script("settleAll()")
    found = tab.execute_script(
        "return Array.from(document.querySelectorAll('.entries tbody:not([hidden]) tr"
        ":not([hidden])'), (row) => Number(row.id.slice(4)))"
    )
    return list(found)


def text(tab: webdriver.Chrome, id_: str) -> str:
    return str(tab.execute_script("return document.getElementById(arguments[0]).innerText", id_))


def test_the_page_opens_without_a_word_in_the_console(tab: webdriver.Chrome) -> None:
    assert [entry["message"] for entry in tab.get_log("browser")] == []
    assert text(tab, "count") == "225 entries"


def test_nothing_is_asked_of_the_network(tab: webdriver.Chrome) -> None:
    assert tab.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_the_policy_refuses_other_script(tab: webdriver.Chrome) -> None:
    tab.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.let_in = 1';"
        "document.body.append(s);"
    )
    assert tab.execute_script("return window.let_in") is None


def test_searching_shows_the_rows_that_hold_the_words(
    tab: webdriver.Chrome, case: Chronology
) -> None:
    choose(tab, "f-text", "ROPEWALK")
    found = shown(tab)
    assert 0 < len(found) < len(case.entries)
    assert text(tab, "count") == f"{len(found)} of 225 entries"
    for ref in found:
        row = tab.execute_script(f"return document.getElementById('ref-{ref}').textContent")
        assert "ropewalk" in row.lower()


def test_seen_alone_as_stated_shows_what_the_chronology_says(
    tab: webdriver.Chrome, case: Chronology
) -> None:
    choose_words(tab, "f-child", "Maisie")
    choose_words(tab, "f-seen", "Seen alone")
    choose_words(tab, "f-basis", "Stated")
    seen = [e.seen["Maisie"] for e in case.entries if "Maisie" in e.seen]
    expected = sum(s.value.value == "seen_alone" and s.basis.value == "stated" for s in seen)
    assert len(shown(tab)) == expected > 0


@pytest.mark.parametrize(
    ("typed", "valid"),
    [("04/03/2022", True), ("03/2022", True), ("2022", True), ("31/02/2022", False)],
)
def test_dates_are_typed_day_first(tab: webdriver.Chrome, typed: str, valid: bool) -> None:
    choose(tab, "f-from", typed)
    invalid = tab.execute_script("return document.querySelector('#f-from').ariaInvalid")
    assert (invalid == "false") is valid
    assert (len(shown(tab)) < 225) is valid
    assert ("Write dates as" in text(tab, "f-odd")) is not valid


def test_a_day_of_both_filters_shows_the_entries_of_that_day(
    tab: webdriver.Chrome, case: Chronology
) -> None:
    choose(tab, "f-from", "14/03/2023")
    choose(tab, "f-to", "14/03/2023")
    days = [(e.when.start, e.when.end) for e in case.entries if e.when.start and e.when.end]
    on = sum(a.isoformat() <= "2023-03-14" <= b.isoformat() for a, b in days)
    assert len(shown(tab)) == on > 0


def test_undated_entries_can_be_shown_alone(tab: webdriver.Chrome, case: Chronology) -> None:
    choose_words(tab, "f-dates", "Undated")
    undated = sum(not (e.when.start or e.when.end) for e in case.entries)
    assert len(shown(tab)) == undated > 0


def test_people_themes_findings_and_accounts_filter(tab: webdriver.Chrome) -> None:
    for field in ("f-person", "f-tag", "f-finding", "f-accounts"):
        choose(tab, field, "0")
        assert 0 < len(shown(tab)) < 225, field
        choose(tab, field, "")
    assert len(shown(tab)) == 225


def test_a_figure_leads_to_exactly_its_rows(tab: webdriver.Chrome) -> None:
    number, rows = tab.execute_script(
        "const link = document.querySelector('#coverage table a[data-rows*=\"-\"]'); link.click();"
        "return [link.textContent, link.dataset.rows]"
    )
    settled(tab)
    assert len(shown(tab)) == int(number), rows
    assert text(tab, "narrowed").startswith("The rows behind: ")


def test_a_reference_shows_its_entry_even_where_a_filter_hides_it(tab: webdriver.Chrome) -> None:
    choose(tab, "f-text", "no entry holds these words")
    assert tab.execute_script("return !document.getElementById('none').hidden")
    tab.execute_script("document.querySelector('#overview a.big').click()")
    settled(tab)
    assert tab.execute_script("return document.activeElement.closest('tr').id").startswith("ref-")


def test_arrow_keys_move_through_entries_and_escape_returns_to_the_search(
    tab: webdriver.Chrome,
) -> None:
    tab.execute_script("goTo(9)")
    active = tab.switch_to.active_element
    active.send_keys(Keys.ARROW_DOWN)
    assert tab.execute_script("return document.activeElement.id") == "ref-11"
    tab.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert tab.execute_script("return document.activeElement.id") == "ref-10"
    tab.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert tab.execute_script("return document.activeElement.id") == "f-text"


def test_the_words_behind_a_reading_come_out_when_it_has_the_focus(tab: webdriver.Chrome) -> None:
    ref = tab.execute_script(
        "const mark = document.querySelector('mark.k0'); const row = mark.closest('tr');"
        "goTo(Number(row.id.slice(4)) - 1); return row.id"
    )
    tab.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    brought = tab.execute_script(
        "return Array.from(document.querySelectorAll(`#${arguments[0]} mark.on`), (m) =>"
        " getComputedStyle(m).backgroundColor)",
        ref,
    )
    assert brought
    assert all(colour != "rgba(0, 0, 0, 0)" for colour in brought)


def test_the_family_follows_the_entry_in_view(tab: webdriver.Chrome) -> None:
    told = []
    for ref in (5, 100, 200):
        tab.execute_script(f"goTo({ref})")
        settled(tab)
        told.append(
            (text(tab, "family-day"), text(tab, "family-drawing"), text(tab, "family-words"))
        )
    days, drawings, words = zip(*told, strict=True)
    assert len(set(days)) == len(set(drawings)) == len(set(words)) == 3
    assert "Ellis Thornback" not in drawings[0], "not yet born"
    assert "Ellis Thornback" in drawings[1]


def test_the_family_follows_a_jump_to_rows_that_were_never_in_view(tab: webdriver.Chrome) -> None:
    tab.execute_script("window.scrollTo(0, 0)")
    settled(tab)
    days = []
    for part in (0.3, 0.6):
        tab.execute_script(
            "const t = document.getElementById('chronology');"
            f"window.scrollTo(0, t.offsetTop + {part} * t.offsetHeight)"
        )
        time.sleep(0.6)
        days.append(text(tab, "family-day"))
    assert all(days)
    assert days[0] != days[1]


def test_the_lanes_are_drawn_and_dragging_narrows_the_time(tab: webdriver.Chrome) -> None:
    inked = tab.execute_script(
        "const c = document.getElementById('timeline');"
        "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((b) => b > 0)"
    )
    assert inked
    canvas = tab.find_element("id", "timeline")
    moved = webdriver.ActionChains(tab).move_to_element(canvas).click_and_hold()
    moved.move_by_offset(60, 0).release().perform()
    settled(tab)
    assert tab.execute_script("return document.getElementById('f-from').value").count("/") == 2
    assert 0 < len(shown(tab)) < 225


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wide", [800, 1280])
def test_a_screen_reader_finds_nothing_serious_wrong(
    tab: webdriver.Chrome, scheme: str, wide: int
) -> None:
    size(tab, wide, 900)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    tab.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    tab.execute_script(
        "document.querySelectorAll('main > section, tbody, .group, details').forEach((part) => {"
        " part.style.contentVisibility = 'visible'; part.open = true; });"
    )
    settled(tab)
    tab.execute_script(AXE.read_text(encoding="utf-8"))
    found = tab.execute_async_script(
        "const done = arguments[0]; axe.run().then((r) => done(r.violations.map((v) =>"
        " [v.impact, v.id, v.nodes.length, v.nodes[0].html])))"
    )
    tab.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert [v for v in found if v[0] in SERIOUS] == []


@pytest.mark.parametrize("wide", [800, 1280, 1920])
def test_nothing_runs_over_the_side(tab: webdriver.Chrome, wide: int) -> None:
    size(tab, wide, 900)
    settled(tab)
    assert tab.execute_script("return document.documentElement.scrollWidth") <= wide


def as_paper(tab: webdriver.Chrome, out: Path) -> Path:
    told = tab.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False}
    )
    out.write_bytes(base64.b64decode(told["data"]))
    return out


def test_every_entry_is_printed_with_the_marking_on_each_page(
    tab: webdriver.Chrome, case: Chronology, tmp_path: Path, pages
) -> None:
    printed = pages(as_paper(tab, tmp_path / "page.pdf"))
    told = "\n".join(printed)
    missing = [n for n in range(1, len(case.entries) + 1) if f"ref {n}" not in told]
    assert missing == []
    assert all(one.count("OFFICIAL-SENSITIVE") >= 2 for one in printed)


def test_a_filtered_page_prints_what_fits_and_says_so(
    tab: webdriver.Chrome, tmp_path: Path, pages
) -> None:
    choose(tab, "f-text", "ropewalk")
    told = "\n".join(pages(as_paper(tab, tmp_path / "page.pdf")))
    assert "of 225 entries. Search the words: ropewalk" in " ".join(told.split())


def test_of_more_entries_than_a_browser_can_print_the_first_are_printed_and_the_paper_says_so(
    tab: webdriver.Chrome, tmp_path: Path, pages
) -> None:
    tab.execute_script("printMost = 20")
    told = " ".join("\n".join(pages(as_paper(tab, tmp_path / "page.pdf"))).split())
    assert "Printed here: the first 20 of 225 entries." in told
    assert "ref 20" in told
    assert len(shown(tab)) == 225
    assert "Printed here" not in text(tab, "printed-filter")


def test_without_script_every_entry_and_the_family_can_be_read(
    tab: webdriver.Chrome, opened: Path
) -> None:
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    tab.get(opened.as_uri())
    body = tab.find_element("css selector", "main").text
    filters = tab.find_element("id", "filters").is_displayed()
    drawing = tab.find_element("css selector", "#family-drawing svg").is_displayed()
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "ref 225" in body
    assert not filters
    assert drawing


def test_hostile_words_do_nothing(browser: webdriver.Chrome, tmp_path: Path) -> None:
    events = (
        "<img src=x onerror=window.bad=1>",
        "</script><script>window.bad=1</script>",
        "\u202eright to left \u05e9\u05dc\u05d5\u05dd",
        "\U0001f476 " + "word " * 5_000,
    )
    lines = [f'0{n}/03/2021,"{words}"' for n, words in enumerate(events, 1)]
    sent = tmp_path / "gp.csv"
    sent.write_text("Date,Event\n" + "\n".join(lines), encoding="utf-8")
    out = tmp_path / "page.html"
    child = Child(label="<b>Theo</b>", subject=True)
    page.write(merge([sent], Case(children=(child,), classification="<i>OFFICIAL</i>")), out)
    browser.get(out.as_uri())
    settled(browser)
    assert browser.execute_script("return window.bad") is None
    assert "<b>Theo</b>" in browser.find_element("css selector", "h1 + p").text
    rows = browser.find_elements("css selector", ".entries tbody tr")
    assert all(words[:20] in row.text for words, row in zip(events, rows, strict=True))


def test_a_box_of_the_heat_map_leads_to_its_rows(tab: webdriver.Chrome) -> None:
    what = tab.execute_script(
        "const link = document.querySelector('#coverage svg a');"
        "link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));"
        "return link.dataset.what"
    )
    settled(tab)
    assert what.endswith(("2021", "2022"))
    assert f"of {len(shown(tab))}, " in what
    assert text(tab, "narrowed") == f"The rows behind: {what}"


def test_a_short_chronology_keeps_its_refs_and_says_nothing_of_coverage(
    browser: webdriver.Chrome, case: Chronology, tmp_path: Path
) -> None:
    short = shortened(case)
    page.write(short, tmp_path / "short.html")
    browser.get((tmp_path / "short.html").as_uri())
    settled(browser)
    browser.get_log("browser")
    assert shown(browser) == sorted(refs(short).values())
    assert max(shown(browser)) > len(short.entries)
    browser.find_element("css selector", "#accounts a[href^='#ref-']").click()
    settled(browser)
    assert browser.find_elements("css selector", "tr.here")
    assert not browser.find_elements("id", "coverage")
    assert browser.get_log("browser") == []
