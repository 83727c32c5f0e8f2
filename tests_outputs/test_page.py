"""The page in a real browser: filters, keys, the family of the day, screen readers."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from caseweave import page
from chronology.contacts.key_events import shortened
from chronology.merge import merge
from chronology.model import Case, Child, Chronology
from chronology.ordering import refs
from tests_outputs.driving import choose, choose_words, settled, shown, size, text

AXE = Path(__file__).parent / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")


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


def test_the_lanes_leave_room_for_the_names_of_the_agencies(tab: webdriver.Chrome) -> None:
    size(tab, 1280, 900)
    cut = tab.execute_script(
        "pen.font = lettering();"
        "return data.agencies.filter((name) => pen.measureText(name).width > lanes.left - 12)"
    )
    assert cut == []


@pytest.mark.parametrize(("wide", "scheme"), [(800, "dark"), (1280, "light")])
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
    shown = [words.strip("\u202e")[:20] for words in events]  # marks of direction are left out
    assert all(words in row.text for words, row in zip(shown, rows, strict=True))


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
