"""People told of by a first name alone, in words that tie them to the family or its home.

cue, then name    "door opened by Stuart", "left with Donna while", "in a relationship with Darren"
name, then cue    "Leon was asleep on the settee", "Carl will collect", "Rowan, who rents a room"
of an adult       "Mum's mate Kev", "Iwona's lad Oskar", "Colin came with Len, his pal"

A child's friends, and whoever any row gives for a practitioner, are left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.kin_words import relation_of
from caseweave.crosschecks.people import Known, Row, sentence
from caseweave.crosschecks.spoken import subject_of

_NAME = (
    r"(?-i:(?P<name>[A-Z][a-z\u00e0-\u017f][\w'\u2019-]*(?<!['\u2019]s)(?:\s+[A-Z][\w'\u2019-]+)?))"
    r"(?!['\u2019]s?\b)"
)
_FOLLOWS = (
    r"(?=\s*(?:[.,;)]|$|who|while|when|and|overnight|until|for|at|in|on|since|all|to|as)\b|[.,;])"
)
_ADULT = (
    r"(?P<owner>(?-i:[A-Z][\w-]+)|mum|mother|mam|dad|father|nan|gran\w*|mgm|mgf|pgm|pgf|aunt\w*|"
    r"uncle)"
)
_TIE = (
    r"(?P<tie>(?:(?:best|lady|gentleman|man|close|family|old|new|boy|girl|drinking|school|work|"
    r"college|flat|house|room)[\s-]*)*(?:friend|mate|"
    r"pal|buddy|companion|associate|acquaintance)|eldest|oldest|youngest|middle\s+(?:one|child)|"
    r"(?:new\s+|big\s+|little\s+|other\s+)?(?:lad|lass|boy|girl|man|woman|fella|feller|bloke|chap|"
    r"partner|boyfriend|girlfriend|wife|husband|lodger|tenant|flatmate|housemate|son|daughter|"
    r"ex|child|kid|baby|carer|godson|goddaughter|stepson|stepdaughter))"
)
_CUE_THEN_NAME = (
    rf"(?P<said>(?:door\s+(?:was\s+)?(?:answered|opened)|let\s+in)\s+by)\s+(?:an?\s+)?{_NAME}",
    r"(?P<said>(?:collected|dropped(?:\s+off)?|picked\s+up|fetched|minded|baby-?sat|looked\s+after|"
    r"cared\s+for|pushed|bathed|put\s+to\s+bed|walked\s+(?:home|in|to\s+school)|brought\s+(?:in|"
    r"home|"
    r"to\s+\w+)|babysitting(?:\s+done)?|accompanied|being\s+minded)(?:\s+(?:in|from)\s+(?:the|a|"
    r"his|her)?\s*\w+)?"
    rf"(?:\s+(?:today|again|late))?\s+by)\s+{_NAME}",
    r"(?:child(?:ren)?|kids|baby|boys|girls|(?-i:[A-Z][a-z]+))\s+(?:\w+\s+){0,2}"
    rf"(?P<said>left\s+(?:alone\s+)?(?:with|in\s+the\s+care\s+of))\s+{_NAME}",
    r"(?:children|kids|baby|(?-i:[A-Z][a-z]+)(?=\s+(?:is|was)))\s+(?:(?:are|were|is|was|at\s+home|"
    r"alone|all|both)\s+"
    r")*(?P<said>with)\s+"
    rf"{_NAME}(?=\s+(?:who|while|until|overnight|aged)\b|,\s+(?:who|aged|\d))",
    r"(?P<said>(?:in\s+a\s+)?relationship\s+with|(?:been|is|now|started)\s+(?:seeing|dating)|"
    r"going\s+out\s+with|engaged\s+to|married\s+to|affair\s+with|back\s+(?:together\s+)?with|"
    r"pregnant\s+by|mum\s+(?:was|is)\s+with|moved\s+in\s+with|new\s+(?:man|fella|bloke|woman|"
    r"partner|"
    rf"boyfriend|girlfriend)(?:\s+is|,|\s+called)?)\s+(?:a\s+\w+\s+(?:called|named)\s+)?{_NAME}",
    rf"(?P<said>gave\s+(?:his|her|a|the)?\s*name\s+(?:of|as)|call(?:ed|s|ing)\s+(?:himself|"
    rf"herself)|said\s+s?he\s+was)\s+{_NAME}",
    rf"(?P<said>call(?:s|ed|ing))\s+{_NAME}\s+(?:['\u2018\u201c]?)(?:daddy|dad|mummy|mum|nan\w*|"
    r"gran\w*|uncle|aunt\w*|step\w+)\b",
    r"\b(?P<said>girl|boy|man|woman|lad|male|female|lady|teenager|youth|baby-?sitter|sitter|"
    r"nanny)\b"
    rf"(?!\s+in\s+(?:her|his|the)\s+(?:class|school|group|year))(?-i:[^.;A-Z]{{0,25}}),\s+{_NAME}",
    rf"\ba\s+(?:(?:new|baby|first|second|third|older|elder|younger|other|grown[- ]up|"
    r"little|big|half|step)[\s-]+)*(?P<said>child|boy|girl|stepson|stepdaughter|cousin|brother|"
    r"sister|"
    rf"son|daughter|nephew|niece|partner|"
    rf"boyfriend|girlfriend|uncle|aunt)\s*,?\s+(?:called\s+)?{_NAME}",
    rf"(?P<said>next\s+of\s+kin|emergency\s+contact)\b(?-i:[^.;A-Z]{{0,30}}){_NAME}",
    rf"(?P<said>occupant|lodger|tenant)\s*,?\s+(?:a\s+)?(?:mr\s+|ms\s+|mrs\s+)?{_NAME}",
    rf"{_ADULT}\s+(?:is|was)\s+(?:also\s+)?(?P<said>(?:the\s+)?(?:father|mother|dad|mum|parent|"
    rf"grandfather|"
    rf"grandmother)\s+(?:to|of))\s+{_NAME}",
    rf"(?P<said>(?:at\s+)?home\s+with|spent\s+the\s+(?:weekend|night|day)\s+with)\s+"
    rf"{_NAME}{_FOLLOWS}",
)
_THEN = (
    r"(?:\s+(?:is|was|has|had|been|be|also|now|still|often|always|sometimes|usually|who|there|"
    r"and|just))*"
)
_NAME_THEN_CUE = (
    rf"{_NAME},?(?:\s+who)?\s+(?P<said>(?:has|rents|is\s+renting|is\s+in|sleeps\s+in|sleeping\s+"
    rf"in)\s+"
    r"(?:the|a|her|his|their|our)\s+(?:\w+\s+)?(?:room|bedroom|sofa|settee|couch|attic|loft|"
    r"lounge))",
    rf"{_NAME},?{_THEN}\s+(?P<said>(?:sleeps|slept|sleeping|asleep)\s+(?:in|on|at|with|over|"
    rf"upstairs|"
    r"there|here|downstairs)|(?:lives|living|staying|stays|stayed|stopping|lodging|lodges|dossing|"
    r"residing|moved\s+in)\s+(?:with\s+(?:them|mum|him|her|us|the)|here|there|in\s+the|at\s+the|"
    r"for\s+tea|"
    r"over|the\s+night)|baby-?sits|(?:minding|minds|watching|looking\s+after|looks\s+after)\s+"
    r"(?:the|her|"
    r"him|them|his)|(?:answered|opened)\s+the\s+(?:front\s+)?door|let\s+(?:me|us)\s+in|came\s+"
    r"(?:for|to\s+(?:collect|fetch|get))\s+(?:him|her|them|the)|(?:will|would|can)\s+(?:collect|"
    r"fetch|pick)|(?:down|allowed|able)\s+to\s+collect|does\s+(?:the\s+)?(?:school\s+run|pick\s*up|"
    r"bedtime)|"
    r"moved\s+in|(?:gives|tucks|puts|bathes|feeds)\s+(?:her|him|them)|(?:shouts|hits|hit|smacks|"
    r"smacked)\s+(?:at\s+)?(?:her|"
    r"him|them|mum\w*)|"
    r"(?:has|had)\s+(?:taken|got|moved\s+into)\s+(?:her|his|their)\s+(?:room|bed)|now\s+shares|"
    r"from\s+(?:next\s+door|upstairs|downstairs|across\s+the\s+road)\s+(?:has|minds|collects|"
    r"watches)|"
    r"(?:was|is)\s+(?:at\s+tea|round|at\s+(?:our|the)\s+house|there\s+again|in\s+(?:the\s+)?bed\s+"
    r"with)|"
    r"has\s+a\s+(?:bed|mattress)|pays\s+rent)\b",
    rf"{_NAME},(?:\s+\d{{1,2}},)?\s+(?:says|said|states|stated)\s+(?:that\s+)?s?he\s+is\s+"
    rf"(?P<said>{_ADULT}['\u2019]s\s+{_TIE})\b",
    rf"{_NAME},\s+(?:(?:who\s+)?(?:is|was)\s+)?(?P<said>(?P<whose>his|her|a|an|the|"
    rf"{_ADULT}['\u2019]s)\s+"
    rf"{_TIE})\b(?!['\u2019]s)(?P<of>\s+of\s+(?:the\s+family|mum\w*|dad\w*|hers|his|"
    rf"(?-i:[A-Z])\w+))?",
    rf"{_NAME}\b[^.;]{{0,40}}\.\s+(?:He|She)\s+is\s+(?P<said>{_ADULT}['\u2019]s\s+{_TIE})\b",
    rf"{_ADULT}\s+and\s+{_NAME},?\s+(?P<said>(?:were|are|both)\s+(?:drinking|asleep|arguing|"
    rf"fighting|"
    r"shouting|in\s+the|upstairs|there|at\s+home|living|smoking))\b",
)
_OF_AN_ADULT = (
    rf"(?P<said>(?P<whose>his|her|{_ADULT}['\u2019]s)\s+{_TIE}),?\s+(?:called\s+)?{_NAME}"
)
_PATTERNS = tuple(re.compile(p, re.I) for p in (*_CUE_THEN_NAME, *_NAME_THEN_CUE, _OF_AN_ADULT))
_NO_NAMES = re.compile(
    r"^(?:Mum|Dad|Mummy|Daddy|Mother|Father|Nan|Nana|Nanny|Gran|Granny|Grandad|Granda|Aunt\w*|"
    r"Uncle|Child|"
    r"Children|Baby|Boy|Girl|Male|Female|Man|Woman|School|Nursery|Police|Staff|Social|Health|"
    r"Family|Home|"
    r"Parents?|Carer|Foster|Both|All|Two|Three|Some|Nobody|None|Somebody|Someone|Friend|Neighbour|"
    r"He|She|They|This|That|The|There|Then|When|While|Who|His|Her|It|We|You|An?|And|But|For|From|"
    r"At|On|In|To|By|As|So|No|Not|Now|Says?|Said|Told|Was|Has|Had|If|Or|Hospital|Ward|Hotel|Team|"
    r"Duty|"
    r"Taxi|Uber|Transport|Easter|Christmas|Polish|English|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Mr|Mrs|Ms|Miss|Dr|Sister|Brother|Stepdad|Cousin|Twins?|Partner|Ambulance|"
    r"Paramedics?|"
    r"Reception|Year|Room|Court|Council|Landlord|Housing|Midwife|Doctor|Nurse|Teacher|Agency|One|"
    r"Yes|Later|Today|Yesterday|Toddler|Maternal|Paternal|Dog|Cat|Key|Mam|Mama|Papa|Mom|Client|"
    r"Patient|"
    r"Tenant|Caller|Occupant|Resident|Suspect|Victim|Informant)\b"
)
_STAFF_BESIDE = re.compile(
    r"^,?\s*(?:\([^)]*|,\s*(?:the\s+|a\s+|our\s+|duty\s+|student\s+)?(?:\w+\s+)?)?\b(?:from\s+"
    r"(?:[A-Z]|the\b)|"
    r"in\s+[A-Z]|at\s+(?:the\s+)?(?:school|surgery|office|[A-Z])|on\s+(?:nights|duty|the\s+ward)|"
    r"(?:\w+\s+)?"
    r"(?:worker|visitor|teacher|officer|nurse|doctor|midwife|manager|assistant|practitioner|SENCO|"
    r"consultant|driver|interpreter|escort|paramedic|solicitor|advocate|volunteer|receptionist|"
    r"carer|childminder|TA|SW|HV|DSL|PC|CSW|IDVA)\b)",
)
_FRIEND = re.compile(r"friend|mate|pal|buddy|associate|acquaintance|boy|girl|companion", re.I)
_GROWN = dt.timedelta(days=16 * 365)


_OCCUPANTS = re.compile(
    r"\b(?:occupants?|household(?:\s+\w+)?|residents?|(?:in|at)\s+the\s+(?:home|house|flat|"
    r"household|"
    r"property|address))\s*(?:are|is|now|:|comprises|includes|consists\s+of)[\s:]+(?P<list>[^.;]*)",
    re.I,
)


def first_names(known: Known, row: Row) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Names that stand alone and mean nobody of the family: the name, what is said, where."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(row.text):
            if _may_be_family(known, row, found):
                said = re.sub(r"\s+", " ", found["said"].strip())
                yield found["name"], said, found.span()

    for found in _OCCUPANTS.finditer(row.text):
        for one in re.finditer(_NAME, found["list"]):
            start = found.start("list") + one.start()
            known_one = any(m.start < start + len(one[0]) and start < m.end for m in row.mentions)
            if not known_one and not _NO_NAMES.match(one["name"]) and row.mentions:
                yield one["name"], "in the household", (start, start + len(one[0]))


def _may_be_family(known: Known, row: Row, found: re.Match[str]) -> bool:
    start, end = found.span("name")
    if any(m.start < end and start < m.end for m in row.mentions):
        return False
    if known.is_short(found["name"]):
        return False
    if _NO_NAMES.match(found["name"]) or _STAFF_BESIDE.match(row.text[end:]):
        return False
    if found["name"].isupper() or _also_a_word(known, found["name"]):
        return False
    told = found.groupdict()
    if told.get("tie") is None and told.get("owner") is None:
        return True
    return _of_an_adult(known, row, found) or bool(told.get("of"))


def _also_a_word(known: Known, name: str) -> bool:
    """Whether the chronology has the first word with a small letter too: "Will", "Rose" apart."""
    return f" {name.split()[0].casefold()} " in known.all_words


def _of_an_adult(known: Known, row: Row, found: re.Match[str]) -> bool:
    """Whether the one they belong to is grown up: a child's friends are no part of the family."""
    told = found.groupdict()
    friend = told.get("tie") is None or _FRIEND.search(told["tie"])
    if told.get("owner"):
        person = row.only(*found.span("owner"))
        if not person:
            return found["owner"].casefold() in relation_of()
        return not friend or _grown(known, row, person)
    first, _ = sentence(row.text, found.start())
    before = [m.person for m in row.mentions if first <= m.start < found.start("said")]
    person = before[-1] if before else subject_of(known, row)
    if not person or (told.get("whose") or "").casefold() not in ("his", "her"):
        return False
    return not friend or _grown(known, row, person)


def _grown(known: Known, row: Row, person: str) -> bool:
    born = known.kin.people[person].born
    if born is None or born.end is None or row.day is None:
        return person not in known.children
    return row.day - born.end > _GROWN
