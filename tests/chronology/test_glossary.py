"""Abbreviations that the entries use and the case file does not explain."""

from pathlib import Path

from chronology import merge
from chronology.glossary import glossary_lines, unexplained
from chronology.model import Case, Child, Person


def test_unexplained_abbreviations_are_listed_by_how_often_and_log_capitals_do_not_count(
    tmp_path: Path,
) -> None:
    path = tmp_path / "gp.csv"
    path.write_text(
        "Date,Event\n01/03/2021,HV and SW attended ICPC\n02/03/2021,A&E letter to HV and SW\n"
        "03/03/2021,UNITS DEPLOYED TO ADDRESS\n",
        encoding="utf-8",
    )
    case = Case(glossary={"HV": "health visitor"}, people=(Person(label="Mo", role="father"),))
    woven = merge([path], case)
    assert unexplained(woven) == (("SW", 2), ("A&E", 1), ("ICPC", 1))
    assert glossary_lines(woven)[:2] == (
        "Abbreviations: HV = health visitor.",
        "People: Mo (father).",
    )


def test_a_person_whose_label_is_the_role_is_called_once() -> None:
    assert Person(label="Mother", role="mother").called == "Mother"
    assert Person(label="Mr Tollers", role="mother's partner").called == (
        "Mr Tollers (mother's partner)"
    )


def test_initials_by_which_the_case_file_names_somebody_are_explained(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    path.write_text("Date,Event\n01/03/2021,KF came with TM and DX\n", encoding="utf-8")
    case = Case(
        children=(Child(label="Theo", names=("Theo Marl", "TM"), subject=True),),
        people=(Person(label="Mother", names=("Kerry", "KF"), role="mother"),),
    )
    woven = merge([path], case)
    assert unexplained(woven) == (("DX", 1),)
    assert glossary_lines(woven)[:2] == (
        "People: Mother, in the files KF.",
        "Children: Theo, in the files TM.",
    )
