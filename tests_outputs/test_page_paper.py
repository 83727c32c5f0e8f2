"""The page on paper: printed by a real browser."""

from __future__ import annotations

import base64
from pathlib import Path

from selenium import webdriver

from caseweave.coverage import page as coveragepage
from chronology.model import Chronology
from tests_outputs.driving import choose, shown, text


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


def test_coverage_prints_on_few_pages_and_says_where_the_rows_behind_stand(
    browser: webdriver.Chrome, case: Chronology, tmp_path: Path, pages
) -> None:
    written = tmp_path / "coverage.html"
    written.write_text(coveragepage.page(case, case.case.children), encoding="utf-8")
    browser.get(written.as_uri())
    assert "The rows behind every figure" in shown_text(browser)
    printed = pages(as_paper(browser, tmp_path / "coverage.pdf"))
    told = " ".join("\n".join(printed).split())
    assert "The rows behind every figure, with their words and places, stand there" in told
    assert "more of four weeks or longer stand on the screen and in the workbook" in told
    answered = [p for p in printed if "Where does nobody say?" in p]
    assert len(answered) == 3
    assert all("What did" in p for p in answered), "the four answers stand on one page"
    assert len(printed) <= 34


def shown_text(tab: webdriver.Chrome) -> str:
    return str(tab.execute_script("return document.body.innerText"))
