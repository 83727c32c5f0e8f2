"""Who saw the child in a carer's own record: foster and other carers are counted apart.

Foster carer's log        Theo ate all his tea.             seen by a carer
                          SW visited, Theo showed his room. seen by a professional
                          SW rang. Theo upset at bedtime.   seen by a carer
                          Took Theo to the dentist.         seen by a professional
Fostering agency, by FC   Theo upset at bedtime.            seen by a carer
Young carers' project     Theo came to the group.           seen by a professional

The words that say so stand in seen/carers.toml.
"""

from __future__ import annotations

from dataclasses import replace

from chronology.model import SIGHTED, Seen
from chronology.seen.wording.cues import Own
from chronology.seen.wording.tables import Told
from chronology.seen.wording.words import split

_TABLE = "carers.toml"
_BY_ANOTHER = ("came-here", "seen-by", "seen-at-a-clinic", "saw-a-clinician")
_NEAR, _NEAR_A_CLINIC = 8, 6
"""Words at most between a professional and what was done, between "took" and where to."""


def credited(seen: Seen, *, professional: str, agency: str, event: str, cues: Own = ()) -> Seen:
    """What is said of a child, with the carer whose record it is as the one who saw the child where
    nobody else is told of. Who writes the row says it first, then the name of the agency."""
    writer = professional or agency
    if seen.value not in SIGHTED or seen.by or not _is_carer(writer, cues):
        return seen
    if _by_another(event, cues):
        return seen
    return replace(seen, by=f"carer: {writer.strip()}")


def _is_carer(writer: str, cues: Own) -> bool:
    told = Told(_TABLE, split(writer), cues)
    if told.of("no-carer"):
        return False
    by_name = told.leading("carer-by-name", 0, after=2)
    return bool(told.of("surely-a-carer") or told.leading("carer", 0) or by_name)


def _by_another(event: str, cues: Own) -> bool:
    """Whether a professional came, or the child was taken to one."""
    told = Told(_TABLE, split(event), cues)
    return any(
        _tells_of_another(told, sentence)
        and _is_then(told, sentence)
        and not (told.of("away", sentence) or told.of("away", sentence + 1))
        for sentence in range(told.words.sentences)
    )


def _tells_of_another(told: Told, sentence: int) -> bool:
    opens = told.words.within(sentence).start
    visitors, taken = told.of("professional", sentence), told.of("took", sentence)
    return (
        any(told.of(group, sentence) for group in _BY_ANOTHER)
        or any(hit.first > opens for hit in told.of("met-theirs", sentence))
        or bool(told.leading("at-the-clinic", sentence))
        or bool(told.near(visitors, told.of("came", sentence), _NEAR))
        or bool(told.near(taken, told.of("to-a-clinic", sentence), _NEAR_A_CLINIC))
    )


def _is_then(told: Told, sentence: int) -> bool:
    """Not cancelled nor only told of, and not a visit that is still to come."""
    tells, what = told.of("told", sentence), told.of("what-had-been", sentence)
    if told.near(tells, what, _NEAR) or told.of("not-then", sentence):
        return False
    return bool(told.of("has-come", sentence)) or not told.of("to-come", sentence)
