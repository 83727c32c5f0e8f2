"""How several names stand in one line."""

from chronology.ordering import listed


def test_names_are_parted_by_commas() -> None:
    assert listed(["Police", "GP"]) == "Police, GP"


def test_names_that_hold_commas_are_parted_by_semicolons() -> None:
    assert listed(["Police", "Fen NHS Trust, Health Visiting"]) == (
        "Police; Fen NHS Trust, Health Visiting"
    )
