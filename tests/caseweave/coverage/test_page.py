"""The page of coverage: what it answers, and how it can be read."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from tests.case_folder import heads
from tests.caseweave.coverage.theo import CASE, POLICE, VISITOR, run, told
from tests.caseweave.drawings import assert_ids_are_their_own


@pytest.mark.parametrize("by", ["month", "quarter"])
def test_the_page_has_the_figures_of_the_stretches_asked_for(
    case: Path, tmp_path: Path, by: str
) -> None:
    run("coverage", case, "--by", by, "-o", tmp_path / "coverage.html")
    page = (tmp_path / "coverage.html").read_text(encoding="utf-8")
    (asked,) = re.findall(rf"all agencies, by {by}</h4>(.*?)</table>", page, re.S)
    first = {"month": "2021-01", "quarter": "2021 Q1"}[by]
    assert f">{first}</th>" in asked
    assert "all agencies, by year" in page


class Page(HTMLParser):
    """What a page refers to, and the words in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert name not in ("style", "onclick", "onload", "src"), f"{tag} {name}"
            if name == "href" and value:
                self.links.add(value)
            if name == "id" and value:
                self.ids.add(value)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page_of(case: Path, tmp_path: Path, *words: str) -> str:
    told(case, "-o", tmp_path / "c.html", *words)
    return (tmp_path / "c.html").read_text(encoding="utf-8")


def test_the_page_holds_everything_itself_and_needs_no_script(case: Path, tmp_path: Path) -> None:
    text = page_of(case, tmp_path)
    page = Page(text)
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form"}
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text


def test_the_page_answers_the_four_questions(case: Path, tmp_path: Path) -> None:
    words = " ".join(" ".join(Page(page_of(case, tmp_path)).words).split())
    for question, answer in (
        ("Who is last recorded as seeing Theo before 01/06/2021?", "20/04/2021, Health visitor"),
        (
            "Who is last recorded as seeing Theo alone before 01/06/2021?",
            "20/04/2021, Health visitor",
        ),
        ("What did Theo say?", "I like my red bed"),
        ("Where does nobody say?", "Police: 1 of 2"),
    ):
        after = words.partition(question)[2]
        assert answer in after[:400], question


def test_page_and_terminal_name_the_professional_and_tell_what_a_bare_yes_stands_for(
    case: Path, tmp_path: Path
) -> None:
    sent = case / "submissions" / "health-visitor.csv"
    head, *rows = sent.read_text(encoding="utf-8").splitlines()
    lines = [f"{head},Professional", *(f"{row},H Quill" for row in rows)]
    sent.write_text("\n".join(lines), encoding="utf-8")
    words = " ".join(" ".join(Page(page_of(case, tmp_path)).words).split())
    after = words.partition("Who is last recorded as seeing Theo before 01/06/2021?")[2][:200]
    assert "The entry: Home visit. Professional: H Quill. Ref" in after
    last = "before 01/06/2021: 20/04/2021, Health visitor, H Quill, stated by the agency"
    assert last in " ".join(told(case).split())


def test_one_entry_of_one_file_is_no_entries_from_files(tmp_path: Path) -> None:
    one = tmp_path / "gp.csv"
    one.write_text("Date,Event\n1/2/2023,Home visit.\n", encoding="utf-8")
    run("coverage", one, "-o", tmp_path / "c.html")
    assert "1 entry from 1 file." in (tmp_path / "c.html").read_text(encoding="utf-8")
    run("merge", one, "-o", tmp_path / "m.html")
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "in one order, 01/02/2023." in page
    assert 'aria-live="polite">1 entry</span>' in page


def test_the_page_of_several_children_begins_with_all_at_a_glance(
    case: Path, tmp_path: Path
) -> None:
    assert "All children at a glance" not in page_of(case, tmp_path)
    (case / "case.toml").write_text(
        CASE + "\n[[children]]\nlabel = 'Ruby'\nborn = 2016-05-05\n", encoding="utf-8"
    )
    words = " ".join(" ".join(Page(page_of(case, tmp_path)).words).split())
    table = words.partition("All children at a glance")[2].partition("born 10/01/2020")[0]
    theo, ruby = table.split("Ruby", 1)
    assert "20/04/2021 , Health visitor, stated by the agency" in theo
    assert ruby.count("Not recorded in the files given") == 3


def test_before_birth_and_after_death_nothing_is_missing_of_a_child(
    case: Path, tmp_path: Path
) -> None:
    toml = (case / "case.toml").read_text(encoding="utf-8")
    lived = toml.replace("born = 2020-01-10", "born = 2021-02-10\ndied = 2021-04-25")
    (case / "case.toml").write_text(lived, encoding="utf-8")
    assert "Theo, born 10/02/2021, died 25/04/2021" in page_of(case, tmp_path)
    run("coverage", case, "-o", tmp_path / "c.xlsx")
    entries = openpyxl.load_workbook(tmp_path / "c.xlsx")["Entries"]
    heads = [cell.value for cell in entries[1]]
    shown = {str(line[1].value): line[heads.index("Theo: views")].value for line in entries}
    assert shown["01/05/2021"] == "After death"
    run("merge", case, "-o", case / "out.html")
    page = (case / "out.html").read_text(encoding="utf-8")
    assert "<b>Theo</b> after death" in page
    run("merge", case, "-o", case / "out.xlsx")
    rows = openpyxl.load_workbook(case / "out.xlsx")["Chronology"]
    heads = [cell.value for cell in rows[1]]
    at = heads.index("Theo")
    assert [line[at].value for line in rows][-1] == "After death"


def test_what_the_child_said_stands_to_the_end_of_its_sentence(case: Path, tmp_path: Path) -> None:
    said = "Officers attended. Theo told the two officers that he was hungry. Mother calm."
    (case / "submissions" / "police.csv").write_text(
        POLICE + f"02/05/2021,{said},\n", encoding="utf-8"
    )
    words = " ".join(" ".join(Page(page_of(case, tmp_path)).words).split())
    assert "Theo told the two officers that he was hungry" in words.partition("What did Theo")[2]


def test_a_later_answer_is_told_and_not_quoted_as_words_of_a_record(
    case: Path, tmp_path: Path
) -> None:
    run("queries", case, "-o", tmp_path / "q")
    book = openpyxl.load_workbook(tmp_path / "q" / "health-visitor-questions.xlsx")
    sheet = book["Questions"]
    at = heads(sheet)
    views = next(n for n in range(2, 9) if sheet.cell(n, at["About"]).value == "views")
    for heading, words in (
        ("Answer", "Views recorded"), ("Answered by (name and role)", "J Marl"),
        ("Answered on", "3 May 2024"),
    ):  # fmt: skip
        sheet.cell(views, at[heading]).value = words
    (case / "answers").mkdir()
    book.save(case / "answers" / "hv.xlsx")
    page = page_of(case, tmp_path)
    assert "): clarified by Health visitor on 03/05/2024 (J Marl)" in page


def test_a_sighting_in_a_month_that_may_have_been_later_stands_beside_the_last(
    case: Path, tmp_path: Path
) -> None:
    later = POLICE + "April 2021,Theo seen at the station.,Theo: Yes\n"
    (case / "submissions" / "police.csv").write_text(later, encoding="utf-8")
    words = "Perhaps later, by a date that is not exact: April 2021, Police, stated by the agency"
    page = " ".join(" ".join(Page(page_of(case, tmp_path)).words).split())
    assert words in page.partition("Who is last recorded as seeing Theo before")[2][:400]
    assert words in " ".join(told(case).split())
    run("merge", case, "-o", case / "out.html")
    assert words in (case / "out.html").read_text(encoding="utf-8")


def test_a_large_case_lists_the_rows_that_the_page_cites_and_every_link_finds_its_row(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_rows = page_of(case, tmp_path).count('<tr id="ref-')
    monkeypatch.setattr("caseweave.coverage.page._ALL_LISTED", 2)
    page = Page(page_of(case, tmp_path))
    assert 0 < len([i for i in page.ids if i.startswith("ref-")]) <= all_rows == 7
    assert all(link[1:] in page.ids for link in page.links)


def test_words_that_another_adult_reports_stand_apart_from_what_the_child_said(
    case: Path, tmp_path: Path
) -> None:
    visitor = VISITOR + "25/04/2021,Mother says Theo told her he hates nursery.,,,\n"
    (case / "submissions" / "health-visitor.csv").write_text(visitor, encoding="utf-8")
    words = " ".join(" ".join(Page(page_of(case, tmp_path)).words).split())
    after = words.partition("Theo: reported by another adult")[2]
    assert "Theo's words reported by another adult" in after[:300]
    assert words.count("1 entry records the child's own words") == 1


def test_words_that_were_struck_out_stand_in_no_output(example: Path, tmp_path: Path) -> None:
    text = page_of(example, tmp_path)
    assert "Market Ferring" not in text
    assert "Alder House" not in text


def test_the_rows_of_an_agency_stay_together_on_paper(case: Path, tmp_path: Path) -> None:
    told(case, "-o", tmp_path / "c.html")
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    for table in re.findall(r'<table class="figures".*?</table>', page, re.S):
        for group in re.findall(r"<tbody>.*?</tbody>", table, re.S):
            assert len(re.findall(r'<tr class="first"><th scope="rowgroup"[^>]*>[^<]', group)) == 1
    assert ".figures tbody { break-inside: avoid; }" in page


def test_a_screen_reader_finds_its_way_on_the_page(case: Path, tmp_path: Path) -> None:
    told(case, "-o", tmp_path / "c.html")
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert page.count("<main") == page.count('href="#main"') == 1
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))
    tables = re.findall(r"<table\b[^>]*>(?:\s*<caption>)?", page)
    named = re.compile(r"aria-label|<caption>")
    assert tables
    assert all(named.search(table) for table in tables)
    assert ":focus-visible { outline:" in page
    sideways = re.findall(r'<div class="wide"([^>]*)>(<table.*?</table>)', page, re.S)
    assert len(sideways) > 5
    for box, table in sideways:
        assert 'tabindex="0"' in box or "<a " in table, "no link inside: keys cannot scroll it"
    outside = page.partition("</main>")[2].partition("</body>")[0].strip()
    assert outside.startswith("<footer>")


def test_each_drawing_of_a_page_has_ids_of_its_own(example: Path, tmp_path: Path) -> None:
    assert_ids_are_their_own(page_of(example, tmp_path))


def test_on_paper_the_rows_that_say_nothing_are_told_by_their_refs_and_none_is_left_out(
    case: Path, tmp_path: Path
) -> None:
    page = page_of(case, tmp_path)
    at = page.index("<h3>Theo: where nobody says")
    screen, paper = page[at : page.index("<h3>Theo: missed")].split('<div class="on-paper">')
    listed = re.findall(r'<span class="row"><b>(\d+)</b> ([^<]+)</span>', paper)
    shown = re.findall(r'<a href="#ref-(\d+)">\d+</a></td><td>([^<]+)</td>', screen)
    assert listed == shown
    assert len(listed) > 0
