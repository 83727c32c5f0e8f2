"""Words that tell how many live in a home, or how many children and siblings somebody has.

The first group of each pattern is the number.
"""

from __future__ import annotations

import re

from chronology.number_words import ONE_TO_NINE, ORDINAL

_NUMBER = rf"(?<![\d/.:-])({ONE_TO_NINE})(?![\d/:]|\.\d)"
_KIDS = r"(?:child(?:ren)?|kids|little\s+ones|youngsters|siblings|bairns|minors)"
_SMALL = (
    r"(?:(?:young|small|little|own|dependent|other|school[- ]age|biological|living|grown[- ]up|"
    r"adult|surviving|of\s+the|x)\s+)*"
)
_HOME = (
    r"(?:(?:the|that|this|her|his|their|a|one|same|family|children['\u2019]?s|"
    r"\w+[- ]bed(?:room(?:ed)?)?)\s+)*"
    r"(?:home|household|property|address|house|flat|roof|tenancy|bedsit|caravan|maisonette|terrace|semi|trailer)"
)
_ARE = r"(?:(?:are|is|were|was|now|all|currently|still|have\s+been|there)\s+)*"
# Children in the home: "three children living at the address", "both parents and their three".
_CHILDREN = (
    rf"\b{_NUMBER}\s+{_SMALL}{_KIDS}\s+{_ARE}(?:living\s+|resident\s+|sharing\s+|registered\s+)?"
    rf"(?:in|at|on|under|within)\s+{_HOME}\b",
    rf"\b{_NUMBER}\s+{_SMALL}{_KIDS}\s+{_ARE}at\s+home\b",
    r"\b(?:lives?|living)\s+(?:here\s+|there\s+|alone\s+)?with\s+(?:her|his|their)\s+"
    rf"{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\ball\s+(?:the\s+)?{_NUMBER}\s+(?:of\s+(?:the\s+|her\s+|his\s+|their\s+))?{_SMALL}{_KIDS}\b"
    r"(?!\s+(?:in|from)\s+(?:the\s+)?(?:class|group|room|nursery|school|year))",
    rf"\bhousehold\s+(?:of|has|with)\s+{_NUMBER}\s+{_KIDS}\b",
    r"\b(?:household|family|composition)\s*(?:consists?\s+of|consisting\s+of|comprises?|is|:)\s+"
    rf"(?:[^.;:\d]{{2,40}}?)\b(?:and|plus|&|,|with)\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:parents|mother|mum|father|dad|couple)\s*(?:,|and|&|with)\s+(?:the(?:ir)?|her|his|"
    rf"all)\s+"
    rf"(?:the\s+)?{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:mother|mum),?\s+(?:and\s+)?(?:father|dad)\s+and\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:the|her|their|his)\s+{_NUMBER}\s+{_SMALL}{_KIDS}\s+(?:all\s+)?(?:share|sleep|live)\b",
    rf"\bbenefits?\s+(?:\w+\s+)?for\s+{_NUMBER}\s+{_KIDS}\b",
    rf"\b(?:child(?:ren)?|kids)\s+(?:living\s+|resident\s+)?(?:in|at)\s+"
    rf"{_HOME}\s*[:=]\s*{_NUMBER}\b",
    rf"\bsibling\s+group\s+of\s+{_NUMBER}(?=\s*(?:[.,;]|$))",
)
# Of those there at the time: fewer than live there says nothing, more does.
_THERE = (
    rf"\b{_NUMBER}\s+{_SMALL}(?:children|kids)\s+{_ARE}(?:(?:seen|found|heard)\s+)?"
    r"(?:asleep|upstairs|in\s+bed|sleeping|running|playing|jumping|charging|racing|"
    r"at\s+home|(?:in|about)\s+the\s+(?:house|flat|lounge|living\s+room|garden))\b",
)
# Everybody in the home: "a household of five", "six of them under that roof", "family of seven".
_NOT_PEOPLE = (
    r"(?!\s+(?:\w+\s+)?(?:child|kid|adult|bed|room|year|month|week|day|hour|minute|mile|duck|bear)|"
    r"\s*[/:.-]\s*\d|\s+(?-i:[A-Z]))"
)
_PEOPLE = (
    rf"\bhousehold\s+(?:size\s+)?(?:of|comprises|comprising|consists\s+of|consisting\s+of|contains|"
    rf"is|:)\s+{_NUMBER}\b{_NOT_PEOPLE}",
    rf"\bfamily\s+of\s+{_NUMBER}\b{_NOT_PEOPLE}",
    rf"\b{_NUMBER}\s+(?:people|persons|occupants|members|souls),?\s+{_ARE}(?:in\s+{_HOME}|at\s+"
    rf"{_HOME}|"
    r"(?:liv(?:e|es|ing)|resid\w+)\s+(?:here|there|at|in)\b(?!\s+(?:the|a)\s+(?:terrace|street|"
    r"block|road|close|building|hostel|area))|shar(?:e|ing)\s+(?:the|one|two|a)\b)",
    rf"\b{_NUMBER}\s+of\s+(?:them|us)\s+{_ARE}(?:living\s+|crammed\s+|squeezed\s+|packed\s+)?"
    rf"(?:in|under|at|into)\s+{_HOME}\b(?!\s+when)",
    rf"\b{_NUMBER}\s+in\s+(?:(?:the\s+)?(?:household|family)|a\s+\w+[- ]bed\w*)\b",
    rf"\ball\s+{_NUMBER}\s+of\s+(?:the\s+family|the\s+household)\b",
    rf"\b(?:occupants|people|persons)\s*(?:in\s+{_HOME})?\s*[:=]\s*{_NUMBER}\b{_NOT_PEOPLE}",
    rf"\bovercrowded\W+(?:\w+\s+){{0,2}}?{_NUMBER}\s+(?:in|of|people)\b",
)
_PEOPLE_THERE = (rf"\b{_NUMBER}\s+in\s+(?:the\s+)(?:house|home|flat|property)\b(?!\s+when)",)
_BOTH_SORTS = (
    rf"\b{_NUMBER}\s+{_KIDS}\s*(?:,|and|&|\+|with|/)\s*{_NUMBER}\s+adults?\b",
    rf"\b{_NUMBER}\s+(?:adults?|parents)\s*(?:,|and|&|\+|with|/)?\s*{_NUMBER}\s+(?:\w+\s+"
    rf")?{_KIDS}\b",
)
OF_THE_HOME = re.compile(
    r"\b(?:household|family\s+of|liv(?:e|es|ing)|resid\w+|occup\w+|composition|bedrooms?|bed|tenan\w+|"
    r"overcrowd\w*|house|home|flat|"
    r"roof|rooms?|housed|property|address)\b",
    re.I,
)
_HIS_OR_HER = rf"(?:her|his|their|the)?\s*(?:own\s+)?{_NUMBER}\b\s*{_SMALL}"
_HAS = (
    r"(?:has|have|had|having|raising|raised|reared|parenting|caring\s+for|looking\s+after|"
    r"bringing\s+up|brought\s+up|given\s+birth\s+to|with|responsible\s+for|reports?|reported|"
    r"declare[sd]|discloses?|disclosed|lists?|listed|mentions?|mentioned)"
)
# A parent and a number: "mother of four", "has three children", "her four children".
_PARENT_OF = (
    rf"\b(?:mother|mum|father|dad|parents?|carer)\s+(?:of|to|for)\s+{_HIS_OR_HER}"
    r"(?!other|more|of\b|hours|days|weeks|months|years)",
    rf"\b(?:mother|mum|dad|father|[A-Z][a-z]+)\s+and\s+(?:her|his|all)\s+{_NUMBER}\b"
    r"(?=\s*(?:[.,;]|$|\s(?:children|kids|little\s+ones|live|are|were|at)\b))",
    rf"\b{_HAS}\s+{_HIS_OR_HER}{_KIDS}\b(?!\s+(?:in|with|by|on|from|at|who|there)\b)",
    rf"\b{_NUMBER}\s+{_SMALL}{_KIDS}\s*,?\s+(?:by\s+(?:her|his)\s+own|in\s+all|altogether|"
    r"in\s+total|all\s+told|to\s+(?:her|his)\s+name)\b",
    rf"\b{_NUMBER}\s+(?:previous|prior|past|earlier)\s+(?:\w+\s+)?(?:births?|deliver(?:y|ies)|"
    r"confinements?|babies|children|pregnancies\s+to\s+term)\b",
    r"\bG\d\s?P(\d)\b",
    r"\bpara\s*(\d)\b",
    rf"(?:^|[.,;:]\s+){_NUMBER}\s+living\s+children\b(?!\s+(?:in|at|with|there|here)\b)",
    r"\b(?:one|(?:young|old|eld)est|middle|first|second|third|last|baby)\s+(?:child\s+)?of\s+"
    r"(?:(?:mr|mrs|ms|miss)\s+)?(?:mum|dad|mother|father|(?-i:[A-Z])[\w-]+)['\u2019]s\s+"
    rf"{_NUMBER}\b",
    rf"\b(?:raised|reared|brought\s+up)\s+(?:her\s+|his\s+)?(?:own\s+)?{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:[A-Z][a-z]+|mum|mother|dad|father)['\u2019]s\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b[A-Z][a-z]+\s+and\s+their\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:hands\s+full|struggling|coping|managing)\s+with\s+(?:the\s+|her\s+|his\s+"
    rf")?{_NUMBER}(?=\s*(?:[.,;]|$|under\b))",
    rf"\b(?:said|says|that)\s+(?:his|her)\s+{_NUMBER}\s+{_KIDS}\b",
)
_WITH_SOMEBODY = (
    rf"\b(?:has|have|had)\s+{_NUMBER}\s+{_SMALL}(?:{_KIDS}|sons|daughters|boys|girls)\s+"
    r"(?:together\s+)?(?:with|by|to)\s+(?P<with>(?-i:[A-Z])[\w-]+(?:\s+(?-i:[A-Z])[\w-]+)?)",
)
_OTHER = (
    rf"\b(?:her|his|their|(?-i:[A-Z])[\w-]+['\u2019]s)\s+other\s+{_NUMBER}(?=\s+(?:children|"
    r"kids|little\s+ones|are|were|is|was|live|at|go|remain|have|had|all)\b|[.,;]|$)",
    rf"\b(?:has|have|had)\s+{_NUMBER}\s+other\s+{_KIDS}\b(?!\s+(?:in|at|with|by|to)\b)",
)
_SIBLINGS = (
    rf"\bliv(?:es|ing)\s+with\b[^.;\d]{{2,60}}?(?:\band|&|,|\bplus)\s+{_NUMBER}\s+(?:(?:older|younger|"
    r"elder|little|big|half|half-)\s+)*(?P<sort>siblings|brothers|sisters)\b",
    r"(?:\b(?:her|his)|(?<=[:,])|\bgot)\s+"
    rf"{_NUMBER}\s+(?:(?:older|younger|elder|little|big|half|half-|full)\s+)*(?P<sort>siblings|"
    r"brothers|sisters)\b(?!\s+of\b)",
    rf"\b(?:has|have|and\s+(?:her|his)|with\s+(?:her|his)|(?:parents|mum|dad|mother)\s+and)\s+"
    rf"{_NUMBER}\s+"
    r"(?:(?:older|younger|elder|little|big|half|half-|full|other)\s+)*(?P<sort>siblings|brothers?|"
    r"sisters?)\b",
)
_ONE_OF = (
    r"\b(?:one|first|second|third|fourth|fifth|last|eldest|oldest|youngest|middle|baby)\s+"
    r"(?:child\s+)?of\s+"
    rf"(?:(?:the|her|his|their)\s+)?"
    rf"{_NUMBER}(?:\s+{_SMALL}(?:children|siblings|kids)\b|(?=[.,;]|$|\s+(?:and|but)\b))",
)
THEIR_OWN = re.compile(r"(?:her|his)\b", re.I)
ONLY = re.compile(
    r"\b(?:(?:an|her|his|their|mum['\u2019]s)\s+only\s+child\b(?!['\u2019]|\s+(?:to|in|at|who|not|with|"
    r"of\s+(?!the\s+family))\b)|the\s+only\s+child(?=\s*(?:[.,;]|$|of\s+the\s+family\b)))",
    re.I,
)
LIVES_WITH = re.compile(r"liv(?:es|ing)\b", re.I)
NOW = re.compile(r"\b(?:has|have|of|living|raising|caring|with)\b", re.I)
"""Told of children who live, where "had" and "previous births" count the dead as well."""
_NO = (
    r"\b(?:no|not\s+(?:got\s+|have\s+|has\s+)?any|without(?:\s+any)?|"
    r"n['\u2019]t\s+(?:got\s+|have\s+)any)\s+"
)
NO_SIBLINGS = re.compile(
    rf"{_NO}(?:other\s+)?(?:siblings|brothers\s+(?:or|and)\s+sisters|sisters\s+(?:or|and)\s+"
    r"brothers)\b(?!\s+(?:at|in|present|seen|here|there|known|with|who)\b)",
    re.I,
)
NO_CHILDREN = re.compile(
    rf"{_NO}(?:other\s+)?(?P<what>children|kids)(?=\s*(?:[.,;]|$|of\s+(?:his|her|their)\s+own))|"
    r"\bchildless\b",
    re.I,
)
NTH = re.compile(
    rf"\b(?:her|his|their|['\u2019]s)\s+(?P<nth>{ORDINAL})\s+(?:child|baby|born)\b", re.I
)
TO_COME = re.compile(r"\b(?:expecting|pregnan\w+|due|unborn|antenatal|booked)\b", re.I)
PARENT_WORD = re.compile(r"\b(?:mother|mum|parent|carer|couple|they|she)\b", re.I)


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.I) for p in patterns)


TABLES = {
    "children": _compiled(_CHILDREN),
    "there": _compiled(_THERE),
    "people": _compiled(_PEOPLE),
    "people there": _compiled(_PEOPLE_THERE),
    "both sorts": _compiled(_BOTH_SORTS),
    "parent": _compiled(_PARENT_OF),
    "siblings": _compiled(_SIBLINGS),
    "one of": _compiled(_ONE_OF),
    "with": _compiled(_WITH_SOMEBODY),
    "other": _compiled(_OTHER),
}


_A_NUMBER = rf"(a|an|{ONE_TO_NINE})"
BROTHERS_AND_SISTERS = re.compile(
    rf"\b(?:has|have|with)\s+{_A_NUMBER}\s+(?:\w+\s+)?(?:brothers?|sisters?)\s+and\s+{_A_NUMBER}\s+"
    r"(?:\w+\s+)?(?:brothers?|sisters?)\b",
    re.I,
)
SONS_AND_DAUGHTERS = re.compile(
    rf"\b(?:has|have|had|with|of|her|his|for|raised|(?:mum|dad|(?-i:[A-Z])[\w-]+)['\u2019]s|bring\w*\s+up|brought\s+up)\s+"
    rf"(?:(?:her|his|their)\s+)?(?:own\s+)?{_A_NUMBER}\s+(?:\w+\s+)?(?P<one>sons?|daughters?|boys?|girls?)"
    rf"(?:\s+and\s+{_A_NUMBER}\s+(?:\w+\s+)?(?P<two>sons?|daughters?|boys?|girls?))?\b"
    r"(?!\s+(?:in(?!\s+\d)|from|at|on)\b)",
    re.I,
)
