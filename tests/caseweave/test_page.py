"""The page: one file that holds everything, fetches nothing, and keeps hostile words as words."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest

from caseweave import page
from caseweave.opening import family_of
from caseweave.outputs import write
from caseweave.pages.entries import find_whole
from chronology.merge import merge
from chronology.model import Case, Child, Chronology, Entry, Review
from chronology.rows.withheld import with_hidden
from tests import example_cases
from tests.caseweave.drawings import assert_ids_are_their_own
from tests.example_cases import HARBOUR_LANE

CASE = Case(children=(Child(label="Theo", names=("Theo",), subject=True),))


class Read(HTMLParser):
    """The parts of a page that tests ask about."""

    def __init__(self, made: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[str] = []
        self.inside: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.feed(made)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)
        if tag == "tr" and (dict(attrs).get("id") or "").startswith("ref-"):
            self.rows.append("")

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text.setdefault(self.inside[-1] if self.inside else "", []).append(data)
        if "tbody" in self.inside and self.rows:
            self.rows[-1] += data


def written(chronology: Chronology, folder: Path, family: Path | None = None) -> str:
    out = folder / "page.html"
    page.write(chronology, out, family)
    return out.read_text(encoding="utf-8")


def woven(folder: Path, csv: str) -> Chronology:
    path = folder / "gp.csv"
    path.write_text(csv, encoding="utf-8")
    return merge([path], CASE)


@pytest.fixture(scope="module")
def case() -> Chronology:
    return example_cases.woven(HARBOUR_LANE)


@pytest.fixture(scope="module")
def harbour_lane(case: Chronology, tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(case, tmp_path_factory.mktemp("page"), family_of([HARBOUR_LANE]))


def data_of(made: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', made, re.DOTALL)
    assert found
    told = json.loads(found[1])
    assert isinstance(told, dict)
    return told


def test_every_entry_stands_in_the_page_as_a_row(harbour_lane: str, case: Chronology) -> None:
    entries = case.entries
    rows = Read(harbour_lane).rows
    assert len(rows) == len(entries)
    told = "\n".join(rows)
    assert all(e.event[:40].split("\n")[0] in told for e in entries if "event" not in e.withheld)


def test_each_drawing_has_ids_of_its_own(harbour_lane: str) -> None:
    assert_ids_are_their_own(harbour_lane)


def test_the_page_names_nothing_outside_itself(harbour_lane: str) -> None:
    for tag, attributes in Read(harbour_lane).tags:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base"}
        assert "src" not in attributes
        assert "style" not in attributes, "an inline style would be refused by the policy"
        assert not any(name.startswith("on") for name in attributes)
        href = attributes.get("href") or "#"
        assert href.startswith("#"), href


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(harbour_lane: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', harbour_lane)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for name in ("style", "script"):
        inline = re.search(rf"<{name}>(.*?)</{name}>", harbour_lane, re.DOTALL)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]


def test_struck_and_hidden_words_never_enter_the_page(harbour_lane: str, case: Chronology) -> None:
    told = [(e, n, w) for e in case.entries for n, w in words_of(e).items()]
    openly = "\n".join(words for e, name, words in told if name not in e.withheld)
    secret = [w for e, name, w in told if name in e.withheld and w and w not in openly]
    assert secret
    for words in secret:
        assert html.escape(words) not in harbour_lane
        assert json.dumps(words, ensure_ascii=False)[1:-1] not in harbour_lane
    assert "withheld: struck out or hidden in the file as sent" in harbour_lane


def test_a_copy_with_hidden_words_shows_them_and_says_so(case: Chronology, tmp_path: Path) -> None:
    made = written(with_hidden(case), tmp_path)
    hidden = [w for e in case.entries for n, w in words_of(e).items() if n in e.withheld and w]
    assert hidden
    assert all(html.escape(w) in made.replace("&#39;", "&#x27;").replace("&#34;", "&quot;")
               for w in hidden if "\n" not in w)  # fmt: skip
    assert "check this wording with legal" in made, "the comment"
    assert "withheld: struck out" not in made
    assert made.count("This copy shows struck-out, deleted and hidden words") == 2


def words_of(entry: Entry) -> dict[str, str]:
    return {"event": entry.event, **entry.fields, **entry.extra}


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    hostile = [
        "<script>alert(1)</script> & </script><img src=x onerror=alert(2)>",
        "\u202eevil \u05e9\u05dc\u05d5\u05dd \U0001f476",
        "=cmd|' /C calc'!A0",
        "{{ 7 * 7 }}{% raw %}",
        "word " * 5_000,
    ]
    lines = [f'0{n}/03/2021,"{words}",Yes' for n, words in enumerate(hostile, 1)]
    made = written(woven(tmp_path, "Date,Event,Child seen\n" + "\n".join(lines)), tmp_path)
    read = Read(made)
    assert [tag for tag, _ in read.tags].count("script") == 2
    assert not any(tag == "img" for tag, _ in read.tags)
    for words, row in zip(hostile, read.rows, strict=True):
        assert words.strip("\u202e ") in row  # marks of direction are left out
    data_of(made)


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    chronology = woven(tmp_path, "Date,Event,Child seen\n04/03/2021,Theo seen asleep.,Yes\n")
    assert written(chronology, tmp_path) == written(chronology, tmp_path)


def test_the_words_behind_a_reading_are_marked_in_the_event(tmp_path: Path) -> None:
    made = written(woven(tmp_path, "Date,Event\n04/03/2021,Home visit. Theo seen in his cot.\n"),
                   tmp_path)  # fmt: skip
    marked = re.findall(r'<mark class="(k\d+)">([^<]+)</mark>', made)
    reading = re.search(
        r'data-key="(k\d+)".*?read from the text, unconfirmed.*?<q[^>]*>([^<]+)', made
    )
    assert reading
    assert (reading[1], reading[2]) in marked


def test_the_words_of_a_cell_are_not_looked_for_in_the_event(tmp_path: Path) -> None:
    sent = "Date,Event,Child seen\n04/03/2021,Note from Mrs Nolan.,No\n"
    assert "<mark" not in written(woven(tmp_path, sent), tmp_path)


def test_the_marking_stands_at_the_top_and_at_the_foot(harbour_lane: str) -> None:
    assert harbour_lane.count(">OFFICIAL-SENSITIVE<") == 2
    assert "Draft 1" in harbour_lane


def test_every_day_of_an_entry_has_its_family(harbour_lane: str) -> None:
    told = data_of(harbour_lane)
    days = {str(row[0] or row[1]) for row in told["rows"] if row[0] or row[1]}
    drawings = re.findall(r'<template id="family-(\d+)"><svg', harbour_lane)
    shown = told["familyDays"]
    assert isinstance(shown, dict)
    assert days <= shown.keys()
    assert {state for state, _ in shown.values()} == set(map(int, drawings))


def test_a_case_without_a_family_says_so(tmp_path: Path) -> None:
    made = written(woven(tmp_path, "Date,Event\n04/03/2021,Visit.\n"), tmp_path)
    assert "there is no genogram" in made


def test_a_case_without_entries_is_a_page_too(tmp_path: Path) -> None:
    nothing = Chronology(case=CASE, submissions=(), entries=(), findings=())
    assert ">0</span> entries" in written(nothing, tmp_path)


def test_the_head_tells_the_subject_child_from_the_others(harbour_lane: str) -> None:
    assert "LCSPR: <b>Ellis</b>. Other children: Maisie, Connor. Review period" in harbour_lane


def test_a_long_account_of_the_incident_is_cut_at_a_glance_and_whole_among_the_entries(
    tmp_path: Path,
) -> None:
    incident = dt.date(2022, 3, 14)
    (tmp_path / "gp.csv").write_text(
        f"Date,Event\n14/03/2022,Theo examined. {'word ' * 300}end.\n", encoding="utf-8"
    )
    case = replace(CASE, review=Review(incident=incident))
    made = written(merge([tmp_path / "gp.csv"], case), tmp_path)
    glance, entries = made.split('<section id="chronology"', 1)
    assert "Theo examined." in glance
    assert "word end." not in glance
    assert "word end." in entries


@pytest.mark.parametrize(
    ("words", "text", "at"),
    [
        ("Theo", "Theodora saw Theo.", 13),
        ("bed", "bedroom, sofa_bed, embed", -1),
        ("he said", "she said; he said", 10),
        ("seen", "seen", 0),
        ("(seen)", "Not(seen)1 but (seen)", 15),
    ],
)
def test_words_are_found_where_they_stand_inside_no_longer_ones(
    words: str, text: str, at: int
) -> None:
    assert find_whole(words, text) == at


def test_the_head_of_a_review_about_no_child_names_the_review_alone(tmp_path: Path) -> None:
    about = Case(children=(Child(label="Theo"),), review=Review(type="SAR"))
    nothing = Chronology(case=about, submissions=(), entries=(), findings=())
    assert ">SAR. Other children: Theo.</p>" in written(nothing, tmp_path)


def _words_written(sent: Path, out: Path) -> str:
    """What a page or document made of one file says, without its marks."""
    write(merge([sent], CASE), out)
    shown = out.suffix == ".html"
    made = out.read_text("utf-8") if shown else docx.Document(str(out)).element.xml
    return " ".join(re.sub("<[^>]+>", "", made).split())


@pytest.mark.parametrize("name", ["page.html", "printed.docx"])
def test_the_longest_time_without_is_told_without_unconfirmed_readings_too(
    tmp_path: Path, name: str
) -> None:
    sent = tmp_path / "hv.csv"
    sent.write_text(
        "Date,Event,Child seen\n1/1/2021,Visit,Yes\n1/3/2021,Home visit. Theo seen and well.,\n"
        "1/5/2021,Visit,Yes\n",
        encoding="utf-8",
    )
    words = _words_written(sent, tmp_path / name)
    assert "Leaving out unconfirmed readings of the text: 120 days, 01/01/2021 to" in words


@pytest.mark.parametrize("name", ["page.html", "brief.docx"])
def test_who_last_saw_the_child_is_told_by_name_and_apart_from_what_is_stated(
    tmp_path: Path, name: str
) -> None:
    sent = tmp_path / "hv.csv"
    sent.write_text(
        "Date,Event,Child seen,Professional\n1/1/2021,Visit,Yes,A Fenn\n"
        "1/3/2021,Home visit. Theo seen and well.,,B Moor HV\n",
        encoding="utf-8",
    )
    words = _words_written(sent, tmp_path / name)
    assert "01/03/2021, HV, B Moor HV" in words
    assert "Stated or confirmed: 01/01/2021, HV, A Fenn" in words
    assert "Last recorded as heard" in words
