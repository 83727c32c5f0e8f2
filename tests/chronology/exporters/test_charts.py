"""Charts of coverage: well-formed, told in words, and the same on every machine."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from chronology.contacts.sightings import glances
from chronology.exporters import charts
from chronology.exporters.drawn.axis import axis_of, name_lines, short
from chronology.findings import CaseweaveError
from chronology.model import Child, Chronology
from tests.chronology.small_chronology import THEO, chronology, day, entry, seen, views

SVG = "{http://www.w3.org/2000/svg}"


def told(child: Child = THEO, agency: str = "GP") -> Chronology:
    return chronology(
        entry(1, agency, "1/3/21", seen("seen_alone"), views("recorded"), child=child.label),
        entry(2, agency, "1/6/21", seen("seen", "narrative"), child=child.label),
        entry(3, agency, "2/6/21", seen("not_seen"), child=child.label),
        entry(4, "School", "5/6/21", kind="session", child=child.label),
        entry(5, "School", "6/6/21", seen("seen", manner="remote"), child=child.label),
        child=child,
        incident="1/8/21",
    )


@pytest.mark.parametrize("name", list(charts.CHARTS))
def test_every_chart_is_an_svg_that_says_in_words_what_it_shows(name: str) -> None:
    root = ElementTree.fromstring(charts.CHARTS[name](told(), "Theo"))
    assert root.tag == f"{SVG}svg"
    assert "Theo" in (root.findtext(f"{SVG}title") or "")
    assert root.findtext(f"{SVG}desc")
    words = " ".join(t.text or "" for t in root.iter(f"{SVG}text"))
    assert "A chronology is a selection" in words


def test_each_value_has_a_shape_of_its_own_and_an_unconfirmed_one_is_hollow() -> None:
    svg = charts.swim_lanes(told(), "Theo")
    marks = re.findall(r'<path transform="[^"]*" d="([^"]*)" ([^>]*)><title>([^<]*)', svg)
    by_words = {words.split(": ")[1]: (path, style) for path, style, words in marks}
    assert len({path for path, _ in by_words.values()}) == len(by_words) == 5
    hollow = next(s for w, (_, s) in by_words.items() if "unconfirmed" in w)
    assert 'fill="#FFFFFF"' in hollow
    filled = next(s for w, (_, s) in by_words.items() if w.startswith("Of these, alone"))
    assert 'fill="#FFFFFF"' not in filled


@pytest.mark.parametrize(
    ("draw", "lines"),
    [
        (charts.bars, ["Community", "Paediatrics and", "Therapies Service"]),
        (charts.swim_lanes, ["Community Paediatrics", "and Therapies Service"]),
    ],
)
def test_a_long_name_of_an_agency_stands_in_lines_that_fit_beside_its_lane_or_bars(
    draw: Callable[[Chronology, str], str], lines: list[str]
) -> None:
    named = told(agency="Community Paediatrics and Therapies Service")
    root = ElementTree.fromstring(draw(named, "Theo"))
    words = [t.text for t in root.iter(f"{SVG}text") if t.get("font-weight") == "bold"]
    assert [w for w in words if w in lines] == lines


def test_long_spells_unseen_are_hatched_with_their_days() -> None:
    svg = charts.swim_lanes(told(), "Theo")
    assert "92 days: 01/03/2021 to 01/06/2021" in svg
    assert svg.count('fill="url(#hatch)"') == 2, "one spell and the key"


@pytest.mark.parametrize(
    ("died", "label"),
    [("1/8/21", "died, incident 01/08/2021"), ("3/8/21", "incident 01/08/2021, died 03/08/2021")],
)
def test_an_incident_and_a_death_close_together_share_one_label(died: str, label: str) -> None:
    child = replace(THEO, died=day(died))
    root = ElementTree.fromstring(charts.swim_lanes(told(child), "Theo"))
    words = [t.text or "" for t in root.iter(f"{SVG}text")]
    assert [w for w in words if "incident" in w or "died" in w] == [label]


def test_the_heat_map_keeps_what_was_stated_apart_from_what_was_read() -> None:
    root = ElementTree.fromstring(charts.heat_map(told(), "Theo"))
    words = [t.text for t in root.iter(f"{SVG}text")]
    assert words.count("0+1") == 1
    assert words.count("of 2") == 1


def test_of_many_months_the_heat_map_shows_quarters_so_that_its_figures_can_be_read() -> None:
    long = chronology(
        entry(1, "GP", "1/3/21", seen("seen")), entry(2, "GP", "30/4/26", seen("seen")),
        entry(3, "GP", "1/4/26"), covers="1/3/21-30/4/26",
    )  # fmt: skip
    root = ElementTree.fromstring(charts.heat_map(long, "Theo"))
    told = [(t.text or "", float(t.get("font-size", 0))) for t in root.iter(f"{SVG}text")]
    words = [word for word, _ in told]
    assert "Theo: seen in person, of contacts and sessions, quarter by quarter" in words
    assert words.count("Q1") == words.count("Q2") == 6
    assert [size for word, size in told if word.startswith("of ")] == [9.0, 9.0]
    assert "1 agency, 22 quarters." in (root.findtext(f"{SVG}desc") or "")


def test_a_spell_beside_a_date_that_is_not_exact_has_its_least_and_most_on_the_bar() -> None:
    dated = chronology(
        entry(1, "GP", "1/3/21-31/3/21", seen("seen")), entry(2, "GP", "1/7/21", seen("seen")),
        covers="1/3/21-1/9/21",
    )  # fmt: skip
    svg = charts.swim_lanes(dated, "Theo")
    assert ">92 to 122</text>" in svg
    assert "; 1/3/21-31/3/21 (ref 1) may lie within</title>" in svg
    assert "<title>62 days: 01/07/2021 to 01/09/2021, the last day looked at</title>" in svg
    assert ">62</text>" in svg


def test_on_a_short_bar_the_least_and_the_most_stand_closer() -> None:
    dated = chronology(
        entry(1, "GP", "1/3/21-7/3/21", seen("seen")), entry(2, "GP", "20/4/21", seen("seen")),
        entry(3, "GP", "1/1/24", seen("seen")), covers="1/3/21-1/1/24",
    )  # fmt: skip
    assert ">44\u201350</text>" in charts.swim_lanes(dated, "Theo")


@pytest.mark.parametrize("draw", [charts.swim_lanes, charts.heat_map])
def test_what_a_submission_covers_after_the_incident_is_not_shaded_as_left_out(
    draw: Callable[[Chronology, str], str],
) -> None:
    first, last = entry(1, "GP", "1/3/21", seen("seen")), entry(2, "GP", "2/10/21")
    shaded = []
    for covers in ("1/3/21-31/10/21", "1/3/21-1/5/21"):
        svg = draw(chronology(first, last, covers=covers, incident="1/5/21"), "Theo")
        rects = [r for r in re.findall("<rect[^>]*>", svg) if "url(#outside)" in r]
        shaded.append(sum(float(re.findall(r'width="([\d.]+)"', r)[0]) for r in rects))
    assert shaded[0] < shaded[1]


def test_the_days_end_with_the_death_and_a_whole_year_makes_them_no_longer() -> None:
    child = replace(THEO, died=day("5/5/21"))
    entries = (
        entry(1, "GP", "3/3/21", seen("seen")), entry(2, "HV", "1/1/21-31/12/21"),
        entry(3, "GP", "6/6/21"),
    )  # fmt: skip
    for who, end in ((child, "1/6/21"), (THEO, "1/7/21")):
        case = chronology(*entries, child=who, covers="1/3/21-6/6/21")
        assert axis_of(case, who, glances(case, who)).end == day(end)


def test_names_are_escaped() -> None:
    child = Child(label='<script>"x"</script>')
    for draw in charts.CHARTS.values():
        svg = draw(told(child, agency="<b>GP & co</b>"), child.label)
        ElementTree.fromstring(svg)
        assert "<script" not in svg
        assert "<b>" not in svg


def test_a_png_is_wide_enough_for_a4_in_print_and_the_same_each_time() -> None:
    svg = charts.bars(told(), "Theo")
    made = charts.png(svg)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    wide, _ = struct.unpack(">II", made[16:24])
    assert wide >= 3_000
    assert made == charts.png(svg)


def test_words_are_drawn_with_the_font_that_ships() -> None:
    frame = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{}</svg>'
    words = '<text x="2" y="15" font-family="DejaVu Sans Condensed, DejaVu Sans">Theo</text>'
    assert len(charts.png(frame.format(words), 96)) > len(charts.png(frame.format(""), 96)) + 100


def test_a_child_that_the_case_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(CaseweaveError) as problem:
        charts.swim_lanes(told(), "Ruby")
    assert problem.value.remedy == "Name one of: Theo."


def test_names_that_begin_alike_are_told_apart_by_their_ends() -> None:
    trust = "Fen Community Health NHS Foundation Trust, "
    one, other = f"{trust}Health Visiting", f"{trust}School Nursing"
    assert name_lines(one, 23, 2) == ["Fen Community Health", "\u2026 Health Visiting"]
    assert name_lines(other, 23, 2)[-1].endswith("School Nursing")
    assert short(other) == "Fen \u2026 School Nursing"
    assert max(len(short(one)), len(short("Llanfairpwllgwyngyllgogerychwyrndrobwll"))) <= 26
    assert short("Health visiting") == "Health visiting"
