"""Somebody present, seen or spoken to after their death or before their birth.

who does something    "Wendy turned up", "Mum, Wendy and Colin came", "Nan now has them on Tuesdays"
from, by, with who    "voicemail from Wendy", "brought by her nan", "spoken to Wendy"
who is there          "Wendy at the gate", "Present: Tamsin, Wendy", "asleep on Wendy's lap"

A sentence that looks back on the dead, or forward to a birth, tells of no dealings.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Mention, Row, sentence
from caseweave.crosschecks.said_when import DATE
from caseweave.crosschecks.who.kin_words import relation_of
from caseweave.crosschecks.who.kinship import parents
from caseweave.crosschecks.who.roles import by_role, related, subject_of
from chronology.dates import in_words, parse_when
from genogram.model import Person, Pregnancy

_DEAD, _NOT_YET_BORN = "after their death", "before their birth"

# What somebody does or did: any verb in -s, -ed or -ing, the irregular ones, and "was" with a
# place or a state. "Wendy had COPD" and "Wendy was a dinner lady" tell of a life, not of a day.
_ADVERBS = (
    r"(?:(?:also|both|all|then|now|again|later|still|just|usually|always|often|never|already|"
    r"kindly|who|today|yesterday|did|will|does)\s+)*"
)
_IRREGULAR = (
    "came|sat|rang|said|told|brought|took|gave|met|spoke|drove|went|saw|made|got|put|let|held|fed|"
    "read|sent|wrote|stood|left(?!\\s+school)|ran|slept|woke|drank|spent|paid|sang|swore|hit|"
    "thought|felt|kept|"
    "did|chose|taught|bought|caught|fell|lay|sought|shook|cut|set|lent|dealt|hid|threw|broke|wore"
)
_NO_DEED = (
    "died|passed|used|loved|needed|lives?ed|buried|cremated|deceased|lived|missed|knitted|"
    "this|his|is|was|has|as|its|during|morning|evening|nothing|something|anything|being|killed|"
    "being|thing|worked|suffered|bed|red|clothes|things|shoes|was"
)
_STATE = (
    r"(?:(?:is|are)\s+(?!(?:now\s+)?(?:buried|dead|deceased|gone|survived|remembered|missed|recorded|counted|listed|named|noted|included|mentioned|unknown|"
    r"unidentified|not\s+(?:known|identified|named|recorded)|with\s+the|a)\b)"
    r"\w+|(?:was|were|being|been|has\s+been)\s+(?:also\s+|both\s+|not\s+|very\s+|now\s+|still\s+)*"
    r"(?:in|at|there|here|on|out|with|up|away|outside|upstairs|downstairs|present|drunk|home|able|"
    r"happy|keen|upset|angry|late|worried|well|tired|asleep|awake|calm|aware|pleased|due|to|"
    r"unable|unwell|abusive|tearful|(?!died|buried|killed|cremated|missed|being\s+missed)"
    r"\w{2,}(?:ed|ing)|seen|spoken|told|given|taken|driven|brought|sent))\b"
)
_PLURAL = (
    "say|want|come|go|take|have|think|feel|agree|ask|bring|collect|help|report|attend|visit|mind|"
    "live|"
    "stay|look|do|can|will|work|know|see|need|plan|hope|plus"
)
_DOES = re.compile(
    rf"^\)?,?\s+(?:\([^)]*\),?\s*)?{_ADVERBS}(?:(?P<verb>(?!(?:{_NO_DEED})\b)(?:\w{{2,}}(?:ed|ing|"
    rf"[^s\W]s)|"
    rf"{_IRREGULAR}))|{_STATE}|(?:has|have)\s+(?:now\s+|also\s+|just\s+)?"
    rf"(?:\w+ed|{_IRREGULAR}|come|spoken|gone|been\s+(?:seen|in|at)|given|taken|the\s+\w+|"
    r"him|her|them|(?-i:[A-Z]\w+)\s+(?:on|at|every))|"
    r"to\s+(?:be\s+(?:invited|asked|told|seen|\w{3,}ed)|attend|have|collect|bring|ring|supervise|"
    r"fetch|"
    r"come|sign|visit|meet|take|keep|help)|"
    r"had\s+(?:the|both|all|him|her|them)\s+(?:\w+\s+){0,3}?(?:overnight|yesterday|today|while|"
    r"for\s+the)|"
    r"had\s+(?:come|brought|taken|rung|called|phoned|been\s+(?:in|at|there|here|seen|asked)))\b",
    re.I,
)
_AGE_OR_ROLE = re.compile(
    r"^,\s+(?:\d{1,2}|[A-Z]{2,4}|(?:the\s+|her\s+|his\s+)?[\w-]+(?:\s+\w+)?),"
)
_THERE = re.compile(
    r"^,?\s+(?:and\s+\S+\s+)?(?:both\s+|also\s+)?(?:at|in|on|from)\s+(?:the|a|home|school|court|"
    r"hospital|clinic|attendance|reception|my|our|her|his)\b|^\s+(?:both\s+|all\s+)?(?:there|here|present|home)\b|"
    r"^['\u2019]s\s+(?:lap|arms|knee|car|phone|side|hand|house\s+today|care|turn|shift)\b|"
    r"^\s+(?:both\s+|all\s+)?(?:in|home|out|there)(?=\s*(?:[.,;]|$))|^\s+in\s+charge\b|"
    r"^\s+(?:both\s+|all\s+)?(?:asleep|awake|upstairs|in\s+bed|seen|well)\b|"
    rf"^\s+(?:both\s+|all\s+|also\s+)?(?:{_PLURAL})\s+(?!died)\w|"
    r"^,?\s+(?:the\s+)?(?:caller|informant|witness|victim|suspect|aggressor|driver|passenger|"
    r"interpreter|"
    r"volunteer|helper|appropriate\s+adult)\b|"
    r"^:\s|^,?\s+(?:and|&)\s+[\w ]{2,25}?\s+(?:both\s+|all\s+)?(?:came|were|are|at|attended|"
    r"present|in|can|will|want|"
    r"there|have|brought|collected|seen|visited|arrived|rang|met|told|said|say|took|agreed)\b"
)
_KIN = (
    r"(?:the|his|her|their|my|our|both|"
    r"maternal|paternal|grand\w+|great[- ]\w+|aunt\w*|uncle|nan\w*|gran\w*|mum|dad|"
    r"mother|father|(?:half[- ]|step[- ]?)?(?:brother|sister|sibling)|twin|cousin|son|"
    r"daughter|nephew|niece|husband|wife|partner|toddler|baby|little|mr|mrs|ms|miss|[A-Z]{2,4}|dziadek|babcia|nain|taid|"
    r"patient|driver|passenger|victim|witness|caller|informant|suspect|complainant|tenant|occupant|"
    r"(?:mum|dad|mother|father|baby|child|(?-i:[A-Z])[\w-]+)['\u2019]s)\s+"
)
_OPENS = re.compile(  # before the one who does something: a clause begins
    r"(?:^|[.,;:!?\u2013(]|\b(?:and|&|but|as|because|that|when|while|then|where|so|says|say|said|"
    r"told\s+(?:me|us)|states|reports|today|by|from|with)|\s\.)\s*"
    rf"(?:(?:[A-Z][\w-]+|mum|dad|mother|father)['\u2019]s\s+)?(?:{_KIN}){{0,3}}$",
    re.I,
)
_REPORTED = re.compile(r"\b(?:said|told|says|talk\w+|spoke)\b[^.;]*$", re.I)
_OF_NOW = re.compile(
    r"\b(?:today|yesterday|tonight|last\s+night|this\s+\w+|tomorrow|on\s+\w+day|at\s+the\s+weekend|"
    r"now|every\s+\w+)\b",
    re.I,
)
_PRESENT = re.compile(r"(?:[^s]s|ing)$")
_BEFORE_NAME = re.compile(
    r"\b(?:(?:spoke|spoken|speaking|talked|talking|chatted|conversation|discussion)\b[^.;,]{0,30}?\s(?:to|"
    r"with)|discussed\s+with|"
    r"agreed\s+with|"
    r"met(?:\s+with)?|seen(?:\s+by)?|saw|interviewed|phoned|rang|texted|emailed|visited|asked|"
    r"(?:brought|collected|accompanied|attended|held|minded|supervised|made|let\s+in|"
    r"answered|opened|signed|completed|cared\s+for|looked\s+after|fetched|dropped(?:\s+off)?|"
    r"picked\s+up|reported|called|carried|driven|given|witnessed|confirmed|provided|taken|walked|"
    r"pushed|supported|handed\s+over)(?:\s+(?:in|home|to\s+\w+|today|over|up|off))?\s+(?:by|to|"
    r"with)|"
    r"(?!(?:left|knitted|made|owned|painted|followed|loved)\b)\w+(?:ed|ne|en|ght)\s+(?:(?:off|up|"
    r"in|out|home|down)\s+)?by|"
    r"(?:pick\s*-?up|drop\s*-?off|collection|handover|visit|call)\s+by|"
    r"(?:gave|given|handed|showed|shown|passed|read)\b[^.;]{0,20}?\s+to|"
    r"(?:ran|run|went|goes|gone|walked|clung|waved|turned)(?:\s+up)?\s+to|"
    r"(?:contact|letter|call|text|e-?mail|voicemail|card|message|note|referral|parcel|cake|present|"
    r"handover|lift|visit|reply|request|phone\s+call|complaint|apolog\w+|help|support|pounds?|"
    r"come)\b[^.;,]{0,30}?\b(?:from|by|with)|call(?:\s+made)?\s+to|attended\s+with|attends\s+with|(?:was|were|is|are|"
    r"home|in|out|here|"
    r"came|shopping|arrived|left|staying|living|stopping)\s+with|with|present:?|attendees:?)\s+"
    rf"(?:{_KIN}){{0,3}}$",
    re.I,
)
_DONE_WITH = re.compile(  # "came for Kit", "busy feeding baby Kit"
    r"\b(?:came\s+for|collect(?:s|ed|ing)|fetch(?:es|ed|ing)|pick(?:s|ed|ing)\s+up|dropp(?:ed|ing)\s+off|"
    r"(?:brought|bringing|brings)(?:\s+in)?|dress(?:ed|ing)|feeding|fed|feeds|bath(?:ed|ing)|chang(?:ed|ing)|"
    r"weigh(?:ed|ing)|immunis(?:ed|ing)|examin(?:ed|ing)|holding|held|holds|carrying|cuddl(?:ed|ing)|"
    r"rocking|winding|pushing|minding|minded|settling|comforting|comforted|escorted|accompanied|"
    r"hugg(?:ed|ing)|smack(?:ed|ing)|hit|slapp?(?:ed|ing)|shouting\s+at|shouted\s+at|argu(?:ed|ing)\s+with|"
    r"look(?:s|ed|ing)\s+after|play(?:s|ed|ing)\s+with|row\s+with)\s+"
    rf"(?:(?:baby|little|newborn)\s+|{_KIN})*$",
    re.I,
)
_AMONG_THOSE = re.compile(  # "Present: Ann, Lee": everybody named after it was there
    r"\b(?:present|attendees|attended|attendance|seen|those\s+there|occupation|occupants?|residents?|"
    r"household|at\s+home|in\s+the\s+(?:home|house|flat|property))\b[^:.;]{0,25}:[^.;]*$",
    re.I,
)
_LISTED = re.compile(  # "came with Bryony, Jonah and Kit"
    r"(?:\b(?:with|and|saw|seen|by|from|were|are|are:)\s+|[,:]\s+(?=[A-Z][\w'-]+,\s))"
    r"(?:[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?(?:,\s+|\s+and\s+|\s+&\s+))+(?:baby\s+|little\s+)?$"
)
_LOOKS_BACK = re.compile(
    r"\b(?:(?:his|her|their|the|my|our)\s+late|late\s+(?=(?:husband|wife|partner|father|mother|mum|"
    r"dad|nan|gran\w*|uncle|aunt\w*|brother|sister|son|daughter|Mr|Mrs)\b)|died|dying|death|dead|"
    r"deceased|funeral|bereave\w*|grave|ashes|memor\w+|anniversary|passed\s+(?:away|on)|griev\w+|"
    r"grief|estate|probate|will\s+left|widow\w*|buried|cemetery|crematorium|cremat\w+|heaven|"
    r"stars?|angel|"
    r"photo\w*|pictures?|draw\w*|drew|miss(?:es|ed|ing)?(?!\s+(?:slot|appointment|visit|call|session|dose|bus|contact|meeting)s?\b)|remember\w*|remind\w*\s+(?:\w+\s+){0,2}of|used\s+to|would\s+"
    r"have(?!\s+(?:her|him|them|the\s+\w+|both|(?-i:[A-Z])\w+)(?:\s+(?:till|until|overnight|tonight|tomorrow|"
    r"for|on|at|while|after|if|instead)\b|\s*[.,;]|\s*$))|inherit\w*|"
    r"(?:lost|losing|loss)\b(?!\s+(?:of\s+)?(?:weight|interest|consciousness|control|blood|touch|patience|"
    r"appetite|sleep|confidence|(?:(?:his|her|their|a|the)\s+)?(?:temper|keys?|phone|job|purse|wallet|bag|"
    r"coat|shoe|tooth|place|way|tenancy|card|book|voice))\b)|without|candle|asks\s+(?:if|whether|when|where|why)|stillb\w+|old\s+\w+|"
    r"records?\s+(?:of|for)|history|years\s+"
    r"ago|lived\s+(?:with|together)|before\s+(?:she|he|they)\s+met|were\s+together|"
    r"it\s+was|as\s+a\s+child|childhood|always\s+(?:did|had|was)|never\s+met)\b",
    re.I,
)
_SINCE_THEN = re.compile(
    r"\b(?:since|before|after|until|when|about|named\s+after)\s+(?:\w+\s+){0,2}$", re.I
)
_UNBORN = re.compile(
    r"\b(?:unborn|pregnan\w+|due|antenatal|expect\w+|weeks|bump|scan|booking|pre-birth|trimester|"
    r"to\s+be\s+(?:called|named)|ready\s+for|cot|names?|nursery\s+for)\b",
    re.I,
)
_OUT_IN_THE_WORLD = re.compile(  # what is done with a child, not with a pregnancy
    r"^.{0,20}?\b(?:weighed|weighs|played|playing|asleep|crawling|walking|smiling|smiles|dressed|"
    r"fed|"
    r"immunised|collected|bathed|crying|cried|spoke|said|told|jabs|imms)\b",
    re.I,
)


_DONE_TO_A_BABY = re.compile(  # "Kit's heel prick done"
    r"^['\u2019]s\s+(?:[\w-]+\s+){1,3}?(?:done|given|checked|plotted|taken|due\s+today|completed|brought|"
    r"attended|normal)\b|^['\u2019]s\s+(?:nappy|bottle|feed|cough|rash|temperature)\b",
    re.I,
)
_OWN_PARENTS = re.compile(
    r"\b(?P<owner>[A-Z][\w-]+|[Mm]um|[Dd]ad)['\u2019]s\s+"
    r"parents\b(?!['\u2019])"
)
_BOTH = re.compile(
    r"\b(?:both|(?P<side>maternal|paternal))\s+(?:the\s+)?(?P<whom>grandparents|parents)\b", re.I
)


def _pairs(known: Known, row: Row) -> Iterator[Mention]:
    """Each of "both parents", "Ann's parents" and "maternal grandparents"."""
    for found in _OWN_PARENTS.finditer(row.text):
        owner = row.only(*found.span("owner"))
        for parent in parents(known.kin, owner) if owner else ():
            yield Mention(people=frozenset([parent]), start=found.start(), end=found.end())
    subject = subject_of(known, row)
    to = (subject,) if subject in known.children else known.children
    for found in _BOTH.finditer(row.text):
        side = f"{found['side'].casefold()} " if found["side"] else ""
        if not side and found["whom"].casefold() == "grandparents":
            continue
        words = ("mother", "father") if found["whom"].casefold() == "parents" else (
            f"{side}grandmother", f"{side}grandfather")  # fmt: skip
        for word in words:
            people = {p for c in to for p in related(known, word, c)}
            if len(people) == 1:
                yield Mention(people=frozenset(people), start=found.start(), end=found.end())


def dealings_with_the_dead(known: Known) -> Iterator[Contradiction]:
    """Somebody present, seen or spoken to after their death or before their birth."""
    for row in known.rows:
        if row.day is None:
            continue
        for mention in (*row.told_of, *_sure_roles(known, row), *_pairs(known, row)):
            if not mention.people:
                continue
            person = known.kin.people[min(mention.people)]
            what = _not_alive(person, row.day)
            if any(_not_alive(known.kin.people[p], row.day) != what for p in mention.people):
                continue
            if what and _deals(row, mention, what) and not _explained(row, mention, person, what):
                yield _dealings(known, row, mention, person, what)


def _sure_roles(known: Known, row: Row) -> Iterator[Mention]:
    """Roles that are no doubt filled: one side's grandmother, a parent, or all that may be meant.

    A mere "nan" may be one whom the genogram lacks, unless it has the nans of both sides. Where a
    row without a subject names children, the role is one of theirs.
    """
    named = {m.person for m in row.mentions if m.person in known.children}
    for mention in by_role(known, row):
        words = row.text[mention.start : mention.end].casefold()
        wide = re.search(r"(?:gran|nan|pa\b|bab|aunt|uncle|cousin)", words)
        sided = re.match(r"(?:mat|pat|mg|pg|mum|mam|mother|dad|father)", words)
        if sided or not wide or len(mention.people) > 1:
            relation = relation_of().get(" ".join(words.split()), "")
            theirs = {p for c in named for p in related(known, relation, c)} & mention.people
            yield replace(mention, people=frozenset(theirs)) if theirs else mention


def _dealings(known: Known, row: Row, mention: Mention, person: Person, what: str) -> Contradiction:
    life = person.died if what == _DEAD else person.born
    word = "died" if what == _DEAD else "born"
    return Contradiction(
        kind="not alive then",
        about=f"{person.id} {what}",
        message=f"Dealings with {known.name(person.id)} are recorded {row.dated}, "
        f"{what} by the genogram.",
        sides=(
            quoted(row, (mention.start, mention.end)),
            drawn_of(known, person.id, f"{word} {in_words(life) if life else ''}"),
        ),
        remedy="Check the date of the entry, and who was meant.",
    )


def _not_alive(person: Person, day: dt.date) -> str:
    if person.died and person.died.end and day > person.died.end:
        return _DEAD
    unborn = person.pregnancy is Pregnancy.UNBORN
    if person.born and person.born.start and day < person.born.start and not unborn:
        return _NOT_YET_BORN
    return ""


def _deals(row: Row, mention: Mention, what: str) -> bool:
    first, last = sentence(row.text, mention.start)
    before, after = row.text[first : mention.start], row.text[mention.end : last]
    if aside := _AGE_OR_ROLE.match(after):
        after = " " + after[aside.end() :].lstrip()
    if any(p.search(before) for p in (_AMONG_THOSE, _BEFORE_NAME, _DONE_WITH, _LISTED)):
        return not re.match(r"['\u2019]s?\b", after)
    if _DONE_TO_A_BABY.match(after) and (what == _NOT_YET_BORN or "today" in after):
        return True
    does = _DOES.match(after) or _THERE.match(after)
    if not does or not _OPENS.search(before):
        return bool(re.match(r"^['\u2019]s\s+(?:lap|arms|knee|car|care|turn|shift)\b", after))
    verb = does.groupdict().get("verb") or ""
    told = _REPORTED.search(before) and not _PRESENT.search(verb)
    return not told or bool(_OF_NOW.search(row.text[first:last]))


_DATED = re.compile(rf"\b(?:dated|written\s+(?:on|in)|received\s+(?:on|in))\s+{DATE}", re.I)


def _dated(person: Person, words: str) -> bool:
    """Whether a letter or statement of somebody is dated before their death."""
    found, died = _DATED.search(words), person.died
    said = parse_when(found[1]) if found else None
    return bool(said and said.start and died and died.end and said.start <= died.end)


def _explained(row: Row, mention: Mention, person: Person, what: str) -> bool:
    """Whether the sentence itself speaks of a death gone by, or of a child to be born."""
    at = mention.start
    first, last = sentence(row.text, at)
    if what == _DEAD:
        back = _LOOKS_BACK.search(row.text[first:last]) or _dated(person, row.text[first:last])
        return bool(back or _SINCE_THEN.search(row.text[first:at]))
    here = _UNBORN.search(row.text[first:last])
    return bool(here or (_UNBORN.search(row.text) and not _OUT_IN_THE_WORLD.match(row.text[at:])))
