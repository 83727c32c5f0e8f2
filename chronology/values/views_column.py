"""What an agency's own column says of the child's views.

cell   = the words about one child, sentence by sentence; the strongest sentence is the cell's
         recorded > sought and not given > observed > nothing said
nothing: that views are not there ("Not explored", "No record of views", "Not spoken to", "WNB"), a
         plan ("To be sought"), an age ("6 weeks old"), "no concerns", or another adult's account
         ("Mother reports he is happy")
queried: that they are elsewhere, or were got, without what they were ("See entry", "Views shared")
sought : asked and not given ("Would not say", "Declined to talk"), or asked and nothing more
observed: how the child looked or behaved, without the child's words ("Settled on mother")
recorded: anything else, and whatever stands in quotation marks

The order and what each is follow the guidance on wishes and feelings: a professional's description
or a parent's word is not the child's view. The words of each stand in cues/views_column.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chronology import phrases
from chronology.findings import Remark, Severity
from chronology.model import Basis, Child, Views, ViewsValue
from chronology.values.children_named import letters_of
from chronology.values.seen_columns import PLAIN_YES, SILENT
from chronology.values.unclear import nobody_named, unclear


def _one_of(name: str) -> str:
    return phrases.one_of_lists("views_column.toml", name)


_VOICE = _one_of("views")
_DONE_TO_THEM = _one_of("done to views")
_NOTHING = re.compile(
    r"\bnot (?:yet |been |being |directly |specifically |formally |clearly ){0,2}"
    rf"{_DONE_TO_THEM}\b|"
    rf"\b(?:no|nil|lack of|without)\b(?: (?:clear|direct|specific|written))? "
    rf"(?:record|evidence|mention|reference|documentation|indication|{_VOICE})\b(?! (?:to|for)\b)|"
    rf"\b{_VOICE} (?:is |are |was |were )?(?:absent|missing|unknown|unrecorded)\b|"
    r"\b(?:did not|didn.t|unable to|not able to|could not) (?:speak|talk) (?:to|with) "
    r"(?:(?:the )?(?:child|children|baby|him|her|them))\b|"
    r"^(?:no|n|none|nil)(?: (?:noted|recorded|known|stated|given))?$|"
    r"^(?:\w+ )?(?:(?:is|was) )?(?:safe and )?well$|^n ?[/.]? ?a\b|"
    r"^(?:tele)?phone (?:call|contact)(?: only)?$|^(?:texts?|letters?|calls?) only$|"
    r"\b(?:no|nil)(?: \w+)? (?:concerns?|issues?|worries)\b|"
    r"^(?:see|as) above$|^(?:\w+ )?(?:(?:was|were) )?not (?:seen|present)\b",
    re.I,
)
_AGE = re.compile(
    rf"\b{_one_of('too young')}\b|\b(?:due|owing) to (?:\w+ )?age\b|"
    r"^(?:under|aged?|only)? ?(?:\d+|one|two|three|four|five|six) ?"
    r"(?:days?|weeks?|months?|wks?|mths?)(?:'s)?(?: old)?\b|^under (?:\d+|one|two)$|"
    r"^(?:baby|infant|unborn|new ?born|pre-?school(?:er)?)(?: child| baby)?$|"
    r"\b(?:not yet|unable to|cannot|not able to) (?:talk|verbali[sz]e|speak)(?:ing)?$",
    re.I,
)
_ADULT = rf"(?:(?:his|her|the|their) )?{_one_of('another adult')}"
_RELAYED = re.compile(
    rf"^(?:(?:per|via) {_ADULT}\b|{_ADULT} (?:also )?(?:{_one_of('reports')}|"
    r"(?:says?|said) (?:that )?\w+ (?:is|was|has been|seems|seemed) "
    rf"(?:\w+ )?{_one_of('said to be')})\b)",
    re.I,
)
_TOLD_BY = re.compile(
    rf"[,(] ?{_ADULT} (?:says?|said|states?|stated|reports?|reported)\W*$|"
    rf"\b(?:according to|(?:as )?(?:reported|stated|told) by|per|via) {_ADULT}\W*$",
    re.I,
)
_TALK = _one_of("talk")
_SOUGHT = re.compile(
    rf"\b(?:(?:did not|didn.t) (?:wish|want)|declined|refused|reluctant|unwilling)"
    rf"(?: to (?:\w+ )?{_TALK}\b|$)|\b(?:would not|wouldn.t|did not|didn.t) {_TALK}\b|"
    rf"\b{_one_of('no answer')}\b|^(?:declined|refused)\b(?! to)|\bwould only say$",
    re.I,
)
_WATCHED = re.compile(
    r"^(?:\w+ ){0,2}?(?:(?:was|were|is|are|been) )?(?:(?:very|quite|more|seen|to be) ){0,2}"
    rf"(?:{_one_of('watched')}|pointed$|meeting (?:all )?(?:\w+ )?milestones)\b",
    re.I,
)
_SPOKE = re.compile(rf"\b{_one_of('spoke')}\b", re.I)
_NOT_ITS_WORDS = re.compile(r"\bwishes (?:and|&) feelings\b|\bspoke (?:to|with)\b", re.I)
_QUOTED = re.compile(r"[\"\u201c]([^\"\u201d]+)[\"\u201d]?|(?<!\w)['\u2018](.+?)['\u2019](?!\w)")
_NO_WORDS = re.compile(rf"^{_one_of('no words')}$", re.I)
_TRIED = re.compile(r"\b(?:tried|attempt\w*|offered|encouraged|invited)\b", re.I)
_TRIED_TO_TALK = re.compile(
    rf"\b(?:tried|attempt\w*|encouraged|invited)\b(?: \w+){{0,3}} {_TALK}\b", re.I
)
_ASKED = re.compile(
    r"\b(?:was|were) asked\b[^,;]*?(?=$|[,;]| and | but )|^asked$|"
    r"^asked (?:how (?:he|she|they) (?:is|are|was|were|feels?|felt)|"
    rf"(?:for|about) (?:his|her|their) {_VOICE})\b[^,;]*?(?=$|[,;]| and | but )",
    re.I,
)
_ABSENT = re.compile(rf"^{_one_of('not there')}\b(?! (?:on|at) (?:his|her))", re.I)
_PLANNED = re.compile(
    r"\b(?:to be|will be|needs? to be|should be) "
    rf"(?:{_DONE_TO_THEM}|seen|completed|done|undertaken|arranged|revisited|followed up|"
    r"appointed)\b|"
    r"\b(?:planned|pending|outstanding|awaited)$",
    re.I,
)
_ELSEWHERE = re.compile(
    r"^(?:yes\W+)?(?:please )?(?:see|refer to|as per|as in|recorded in)\b(?: [\w/-]+){0,4} "
    rf"{_one_of('where they stand')}\b|"
    r"^(?:yes\W+)?(?:please )?see (?:below|attached|overleaf|narrative|text|entry)\b|"
    r"^(?:no change|unchanged|ditto|(?:\w+ )?as (?:before|previously|previous|written|quoted|"
    r"stated|recorded|described|reported|noted))$",
    re.I,
)
_DONE = re.compile(
    rf"^(?:yes,? )?(?:(?:the )?child(?:'s|ren's)? )?{_VOICE}(?: and {_VOICE})? (?:was |were )?"
    r"(?:sought|obtained|gained|gathered|captured|recorded|considered|shared|heard|discussed|"
    r"explored|noted|taken|represented|included)\b[^:]*$|"
    r"^(?:(?!not\b|never\b)\w+ )?(?:(?:was|were) )?(?:seen and )?spok(?:e|en) (?:to|with)"
    r"(?: (?!about\b)\w+){0,4}$",
    re.I,
)
_ONLY_DONE = re.compile(
    r"^(?:yes,? )?(?:(?:the )?child(?:'s|\u2019s)? )?(?:(?:views|was) )?"
    r"(?:(?:sought|obtained|recorded|gathered|considered|captured)"
    r"(?: and (?:recorded|considered|shared))?(?:\W+(?:see|as per|in)\b.*)?|"
    r"spoken (?:to|with)(?: alone| on (?:his|her|their) own| privately| separately)?)\.?$",
    re.I,
)
_LABELLED = re.compile(r"[\w' ]{1,30}(?::|\s[-\u2013]|[-\u2013]\s)|[\w']+ \(")
"""A name that heads what is said of the child's views."""
_NOT_SPEAKING = re.compile(
    r"\b(?:not|never|won[\u2019']t|can[\u2019']t|(?:do|does|did)n[\u2019']t) "
    r"(?:talk|speak|say|tell)\w*",
    re.I,
)
_ORDER = (ViewsValue.RECORDED, ViewsValue.SOUGHT, ViewsValue.OBSERVED)


def read_views(
    text: str, *, children: Sequence[Child] = (), of: str | None
) -> tuple[dict[str, Views], tuple[Remark, ...]]:
    """Read a views cell: words given are recorded; a bare Yes does not say what they were.

    Sentences that begin with a child's name are that child's; the others are about `of`.
    """
    found: dict[str, Views] = {}
    remarks: list[Remark] = []
    for child, part in _shares(" ".join(text.split()), children):
        if SILENT.match(part):
            continue
        whose = child or of
        if PLAIN_YES.match(part) or _ONLY_DONE.match(part):
            remarks.append(unclear("views", part))
            continue
        value = _value_of(part)
        if value is None:
            remarks += [_relayed(part)] if any(map(_is_relayed, _sentences(part))) else []
            remarks += [unclear("views", part)] if any(map(_leads_off, _sentences(part))) else []
        elif whose is None or _of_a_sibling(part, child, of, value):
            remarks.append(nobody_named(part, "views"))
        else:
            found[whose] = Views(
                value=value, basis=Basis.STATED, evidence=part,
                readings={Basis.STATED: value.value},
            )  # fmt: skip
    return found, tuple(remarks)


def read_plain_views(
    text: str, *, children: Sequence[Child] = (), of: str | None
) -> tuple[dict[str, Views], tuple[Remark, ...]]:
    """The same of words that may be of something else too: recorded only where the child speaks."""
    found, remarks = read_views(text, children=children, of=of)
    sure = {
        child: views
        for child, views in found.items()
        if views.value is not ViewsValue.RECORDED
        or _spoke(views.evidence)
        or _QUOTED.search(views.evidence)
    }
    if len(sure) < len(found):
        remarks = (*remarks, unclear("views", text))
    return sure, remarks


def _of_a_sibling(part: str, child: str, of: str | None, value: ViewsValue) -> bool:
    """Whether words in one child's record may be that child's own, about a brother or sister:
    "Raff doesn't talk because he's scared" under Juno's voice; "Raff: scared" is Raff's."""
    if child in ("", of) or of is None or value is not ViewsValue.RECORDED:
        return False
    if _LABELLED.match(part) or _QUOTED.search(part):
        return False
    return bool(_NOT_SPEAKING.search(part)) or not _spoke(part)


def _shares(text: str, children: Sequence[Child]) -> list[tuple[str, str]]:
    """Each child's part of the words, '' where they begin with no child's name."""
    known = {name.casefold(): c.label for c in children for name in c.all_names}
    letters = letters_of(children)
    shares: dict[str, str] = {}
    child = ""
    for sentence in re.split(r"(?<=[.!?;\u201d\"])\s+", text):
        first = next((n for n in known if re.match(rf"{re.escape(n)}\b", sentence, re.I)), None)
        letter = re.match(r"([A-Z])\s*[:\u2013-]", sentence)
        lettered = letters.get(letter[1].casefold(), "") if letter else ""
        child = known[first] if first else lettered or child
        shares[child] = f"{shares.get(child, '')} {sentence}".strip()
    return list(shares.items())


def _value_of(part: str) -> ViewsValue | None:
    """The strongest that its sentences say; None where they say nothing of the child's views."""
    quotes = [_bare(a or b) for a, b in _QUOTED.findall(part)]
    if any(q and not _NO_WORDS.match(q) for q in quotes):
        return ViewsValue.RECORDED
    told = [(s, _of_sentence(s)) for s in _sentences(_QUOTED.sub(" ", part) if quotes else part)]
    values = {value for _, value in told}
    if ViewsValue.OBSERVED in values:  # what goes on beside it without a word said is behaviour too
        values = {v for s, v in told if v is not ViewsValue.RECORDED or _SPOKE.search(s)}
    return next((v for v in _ORDER if v in values), ViewsValue.SOUGHT if quotes else None)


def _bare(quote: str) -> str:
    return quote.replace("\u2019", "'").strip(" .!?")


def _sentences(part: str) -> Iterator[str]:
    """Its sentences, each without a name or 'Child' and a colon before it."""
    for sentence in re.split(r"[.!?;]+(?:\s+|$)", part):
        bare = re.sub(r"^[\w' ]{1,30}:\s+", "", sentence).strip(" ,-\u2013.")
        if bare:
            yield bare


def _is_relayed(words: str) -> bool:
    """Whether another adult tells it: "Mother reports he is happy", "He likes school, mum says"."""
    return bool(_RELAYED.match(words) or _TOLD_BY.search(words))


def _leads_off(words: str) -> bool:
    """Whether it says where the views are, or that they were got, and not what they were."""
    return not _spoke(words) and bool(_ELSEWHERE.search(words) or _DONE.search(words))


def _spoke(words: str) -> bool:
    """Whether a word tells of the child's saying or wanting something: not what it was asked."""
    return bool(_SPOKE.search(_NOT_ITS_WORDS.sub(" ", _ASKED.sub(" ", words))))


def _of_sentence(words: str) -> ViewsValue | None:
    """What one sentence says; words of the child in it outweigh what it says beside them."""
    if _is_relayed(words) and not re.search(r"\b(?:i|i.m|my|me)\b", words, re.I):
        return None
    asked = _ASKED.search(words) or _TRIED_TO_TALK.search(words)
    spoke = _spoke(words)
    if not spoke and (_ABSENT.search(words) or _PLANNED.search(words) or _leads_off(words)):
        return None
    watched = ViewsValue.OBSERVED if _WATCHED.match(words) and not spoke else None
    if not spoke and (_NOTHING.search(words) or _AGE.search(words)):
        return ViewsValue.SOUGHT if _TRIED.search(words) else watched
    if _SOUGHT.search(words) or (asked and not spoke):
        return ViewsValue.SOUGHT
    return watched or ViewsValue.RECORDED


def _relayed(words: str) -> Remark:
    return Remark(
        code="childs-words-by-another",
        severity=Severity.NOTE,
        message=f"'{words}' is another adult's account. It is not counted as the child's "
        "recorded views.",
        remedy="Consider whether anybody asked the child.",
    )
