"""Words that say that somebody lives in a home, has left it, or is there for a while only.

Each pattern is matched against what follows the one it is said of.
"""

from __future__ import annotations

import re

_ROOM = (
    r"(?:(?:the|a|her|his|their|our|mum's|top|bottom|spare|back|front|box|big|small|living|dining|"
    r"guest|"
    r"sitting)\s+)*(?:room|bedroom|sofa|settee|couch|attic|loft|lounge|bunk|box\s+room|"
    r"conservatory|"
    r"garage|air\s*bed|mattress)"
)
OF_ADDRESS = re.compile(
    r"^(?:\s+[A-Z]{2,})?,?\s+(?:now\s+|currently\s+)?"
    r"(?:of|(?:home\s+)?address(?:\s+(?:is|as|given\s+as))?:?)\s+"
    r"(?=(?:(?i:flat)\s+)?\d+\w?,?\s+[A-Z])"
)
BED_IS_THERE = re.compile(  # "Hazel's bed is in the front room", "up in the attic, hers since May"
    r"^[^.;,]{0,20}?\bas\s+an?\s+(?:additional\s+)?(?:household\s+member|occupant|resident|member\s+of\s+"
    r"the\s+household)\b|"
    rf"^['\u2019]s\s+(?:bed|mattress|cot|things|clothes|belongings|stuff|room)\s+(?:is|are)\s+"
    rf"(?:now\s+|all\s+)?"
    rf"(?:(?:in|on)\s+)?{_ROOM}|"
    rf"^[^.;,]{{0,45}}?\b(?:in|on)\s+{_ROOM},\s+(?:his|hers)\s+(?:since|now|for)\b",
    re.I,
)
# "Household: Ann, Lee and Mia", "Lives with mum and Lee": everybody named after it lives there.
LISTED = re.compile(
    r"\b(?:(?:occupants|residents)(?:\s+of\s+the\s+\w+)?\s*(?:are|:)\s*|"
    r"household\s*(?:(?:also|now|still)\s+)?(?:members|composition|comprises|comprised|"
    r"consists\s+of|consisted\s+of|includes|included|is|are|:|made\s+up\s+of|at\s+"
    r"[^:.;]{2,30}:)[\s:]*|"
    r"family\s+home\s+(?:are|is)\s+)[^.;]{0,60}$",
    re.I,
)
# Said of a stay that is not a home.
FOR_A_WHILE = re.compile(
    r"\b(?:for\s+(?:the|a|one|two|three)\s+"
    r"(?:night|weekend|week|few|couple|fortnight|days?|nights?|weeks)|temporar\w+|this\s+week(?:end)?|"
    r"(?:at|on|most|some|every(?:\s+other)?|alternate|each)\s+weekends?|(?<=\()weekends?|"
    r"(?:at|on|over)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"last\s+night|overnight|holiday|on\s+bail|after\s+school|for\s+(?:tea|lunch|dinner|the\s+day)|"
    r"(?:while|whilst|until|when)\s+(?:mum|mam|dad|mother|father|her|his|she|he|the|they|"
    r"[A-Z])\w*)\b",
    re.I,
)
# "Lives alone with the children": no other grown-up lives there.
ALONE = re.compile(
    r"^(?:[^.;,]{0,60}?(?:\s|(?=,)))?(?:(?:lives?|living)\s+(?:there\s+|here\s+)?(?:alone|on\s+"
    r"(?:her|his)\s+own|"
    r"by\s+(?:him|her)self)\s+(?:there\s+|here\s+)?with\s+(?:the|them|her|his|all|two|three|four|"
    r"both|(?-i:[A-Z]))|"
    r"(?:(?:is|was)\s+(?:now\s+)?|,\s+(?:who\s+is\s+)?)(?:a|the)\s+(?:single|lone)\s+(?:parent|"
    r"mother|mum|father|dad|carer)|"
    r"(?:is\s+)?(?:on\s+(?:her|his)\s+own|alone)\s+with\s+(?:the\s+)?(?:\w+\s+)?(?:kids|children|"
    r"baby|both|two|"
    r"three|four)\s+since|"
    r"(?:is|was)\s+(?:the\s+)?(?:only|sole)\s+adult\s+(?:in|at)|"
    r"(?:living|lives|lived)\s+apart\s+from)\b",
    re.I,
)
THROWN = re.compile(
    r"\b(?:threw|kicked|chucked|throwing|kicking)\s+$", re.I
)  # "Mum threw Ross out"
OUT = re.compile(r"^\s+out\b(?!\s+of\s+(?:the\s+)?(?:room|pub|car|bed|shop|class|meeting))")
ADDRESS_OF = re.compile(
    r"\baddress\s+(?:for|of)\s+$", re.I
)  # "present address for Colin is 9 Mill Road"
IS = re.compile(r"^\s*(?:is|was|as|:|given\s+as|shown\s+as|now)\s*(?:at\s+)?(?=\d)", re.I)
_DENIED = r"not|no longer|never|denie[sd]|nobody"
_WISHED = (
    r"if|whether|want\w*|would|will|"
    r"(?<!safety )(?<!care )(?<!protection )(?<!need )plan\w*|hope\w*|(?-i:may)|might|used to|"
    r"previously|(?<!since )before|until|offered|asked(?!\s+by\b)|should|wish\w*|allowed|agreed|"
    r"(?:thinking|thought|talk\w*)\s+(?:of|about)|intend\w*|due\s+to|about\s+to|consider\w*|propos\w*|"
    r"applied|applying|appl(?:y|ies)|looking\s+(?:for|into|at)|need\w*|request\w*|hypothetic\w*"
)
NOT = re.compile(rf"\b(?:{_DENIED}|could|{_WISHED})\b", re.I)
DENIED = re.compile(rf"\b(?:{_DENIED})\b", re.I)  # of the verb that it stands beside
WISHED = re.compile(rf"\b(?:could(?!\s+not)|{_WISHED})\b", re.I)  # of all that follows
