"""House numbers of which one may be a slip for the other."""

import pytest

from chronology.events.differing_addresses import alike_numbers


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("14", "41", True), ("14", "16", True), ("14", "114", True), ("14", "28", False),
     ("14", "1450", False)],
)  # fmt: skip
def test_a_number_is_a_slip_with_digits_exchanged_or_one_more_less_or_other(
    one: str, other: str, alike: bool
) -> None:
    assert alike_numbers(one, other) is alike
