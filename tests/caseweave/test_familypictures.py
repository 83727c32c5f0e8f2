"""The genograms that stand in the Word document and the PDF."""

import datetime as dt
from pathlib import Path

from caseweave.familypictures import family_pictures
from caseweave.newcase import make_case
from chronology.model import Review

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-lane" / "family.xlsx"
REVIEW = Review(incident=dt.date(2024, 10, 18))


def test_the_blank_family_of_a_new_case_is_not_drawn_as_an_empty_genogram(tmp_path: Path) -> None:
    make_case(tmp_path)
    assert family_pictures(tmp_path / "family.xlsx", REVIEW) == ()


def test_the_family_is_drawn_on_the_day_of_the_incident() -> None:
    (picture,) = family_pictures(EXAMPLE, REVIEW)
    assert picture.caption == "Genogram: the family at the incident, 18/10/2024"
    assert "<svg" in picture.svg
