"""What a drawing shows only where it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Show(StrEnum):
    """What has to be asked for."""

    RELATIONSHIPS = "relationships"
    ALLEGATIONS = "allegations"
    LOSSES = "losses"
    LEGAL = "legal"
    PLACEMENTS = "placements"
    RESPONSIBILITY = "responsibility"
    ETHNICITY = "ethnicity"
    DISABILITY = "disability"


SHOW_WORDS: Mapping[Show, str] = {
    Show.RELATIONSHIPS: "relationships",
    Show.ALLEGATIONS: "allegations",
    Show.LOSSES: "stillbirths, miscarriages, terminations",
    Show.LEGAL: "legal status",
    Show.PLACEMENTS: "dates of placements",
    Show.RESPONSIBILITY: "parental responsibility",
    Show.ETHNICITY: "ethnicity",
    Show.DISABILITY: "disability",
}
