"""Words that say that somebody lives in a home, has left it, or is there for a while only.

Each pattern is matched against what follows the one it is said of.
"""

from __future__ import annotations

import re

_PLACE = r"(?:family\s+|children['\u2019]?s\s+)?(?:home|house|flat|property|address|household)"
_STAYING = (
    r"(?:living|residing|staying|stopping|sleeping|dossing|kipping|crashing|lodging|based|camping|"
    r"squatting|bunking)"
)
_ROOM = (
    r"(?:(?:the|a|her|his|their|our|mum's|top|bottom|spare|back|front|box|big|small|living|dining|"
    r"guest|"
    r"sitting)\s+)*(?:room|bedroom|sofa|settee|couch|attic|loft|lounge|bunk|box\s+room|"
    r"conservatory|"
    r"garage|air\s*bed|mattress)"
)
_ALSO = (
    r"(?:(?:now|since|still|also|just|been|currently|basically|more\s+or\s+less|all|both|"
    r"permanently)\s+)*"
)
LIVES = re.compile(
    r"^(?:,\s*\d{1,2}\b)?(?:,?\s+who\s+(?:said|says|told\s+\w+|stated)\s+(?:that\s+)?s?he\b)?"
    r"(?:,\s+who)?[^.;,]{0,25}?,?\s*\b(?:"
    r"(?:(?:has|have|had)\s+)?(?:now\s+|since\s+)?moved\s+(?:himself\s+|herself\s+)?"
    r"(?:back\s+)?in\b(?!\s+\d{4})|moved\s+(?:back\s+)?into\s+(?:the|her|his|their)\b|"
    r"(?:(?:has|have)\s+)?(?:moved\s+back|gone\s+back|returned|come(?:\s+back)?)\s+"
    rf"(?:to\s+live|home\b|(?:in)?to\s+the\s+{_PLACE})|"
    rf"(?:is|was|are|now|still|been|currently)\s+(?:\w+\s+)?{_STAYING}\b|"
    r"(?:is|was|are)\s+(?:now\s+|still\s+)?(?:back\s+)?(?:living\s+)?back\s+home\b(?!\s+(?:after|"
    r"from))|"
    rf"{_STAYING}\s+(?:at|with|in|on|there|here|over|back)\b|"
    r"liv(?:es|ed|e)\s+(?:back\s+)?(?:at|with|in|there|here)\b|"
    r"(?:stays|stops|sleeps)\s+(?:at|with|over|in|on|there|here|most|every)\b|"
    r"spends?\s+(?:most|every)\s+nights?|"
    r"gone\s+to\s+live\s+(?:at|with)|taken\s+up\s+residence|"
    r"(?:is|was)\s+back\s+and\s+(?:staying|sleeping|living|stopping)\b|"
    rf"resident\s+(?:at|in)|registered\s+(?:as\s+living\s+)?at|back\s+(?:in|at)\s+the\s+{_PLACE}|"
    rf"back\s+under\s+the\s+same\s+roof|"
    r"(?:in|part\s+of|member\s+of)\s+the\s+household|"
    r"(?:bedded|hunkered|camped|settled|holed)(?:\s+(?:down|up|out|in))?\s+(?:in|on|at)|"
    rf"{_ALSO}squeezed\s+in(?:to)?\s+(?:at|with)?|"
    rf"(?:has|have|had|took|taken(?:\s+over)?|rents|renting|sharing)\s+{_ROOM}(?:\s+now|\s+since|"
    rf"\s+at|\s+here|\s*[.,;]|\s*$)|"
    rf"(?:in|up\s+in|on)\s+{_ROOM},\s+(?:his|hers|theirs)\s+(?:since|now|for)|"
    rf"(?:is|was)\s+{_ALSO}permanently\s+(?:in|on|at)|"
    r"(?:has|have|had)\s+been\s+(?:there|here|with\s+(?:us|them))\s+since\s+(?!\d|one\b|two\b|"
    r"three\b|"
    r"four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|this\s+morning|breakfast|lunch)|"
    rf"been\s+(?:up\s+)?(?:in|on)\s+{_ROOM}\s+(?:since|for)|"
    r"(?:has|have)\s+been\s+(?:at|in)\b(?=[^.;]{3,40}\bsince\s+(?!\d))|"
    r"(?:gives|gave|has)\s+(?:his|her)\s+address\s+(?:as|at))",
    re.I,
)
WITH_THE_FAMILY = re.compile(  # after "lives with"
    r"^\s*(?:(?:all|both)\s+(?:of\s+)?)?(?:them|us|the\s+(?:family|children|kids|boys|girls|"
    r"baby))\b",
    re.I,
)
OF_ADDRESS = re.compile(r"^(?:\s+[A-Z]{2,})?,?\s+of\s+(?=\d)")
BED_IS_THERE = re.compile(  # "Hazel's bed is in the front room", "up in the attic, hers since May"
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
    r"family\s+home\s+(?:are|is)\s+|"
    r"lives?\s+(?:at\s+home\s+)?with\s+(?:(?:his|her|their)\s+)?(?:mum|mother|mam)\b)[^.;]{0,60}$",
    re.I,
)
# Said of a stay that is not a home.
FOR_A_WHILE = re.compile(
    r"\b(?:for\s+(?:the|a|one|two|three)\s+"
    r"(?:night|weekend|week|few|couple|fortnight|days?|nights?|weeks)|temporar\w+|this\s+weekend|"
    r"(?:at|on|most|some|every(?:\s+other)?|alternate|each)\s+weekends?|"
    r"(?:at|on|over)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"last\s+night|overnight|holiday|on\s+bail|after\s+school|for\s+(?:tea|lunch|dinner|the\s+day)|"
    r"(?:while|whilst|until|when)\s+(?:mum|mam|dad|mother|father|her|his|she|he|the|they|"
    r"[A-Z])\w*)\b",
    re.I,
)
_THEN = (
    r"(?:\s+(?:has|have|had|is|was|now|since|also|just|recently|both|who|that|then|again|did|"
    r"does))*"
)
_WORK = (
    r"(?!\s+(?:at\s+\d|for\s+(?:work|school|the|a|an)|early|late|when|in\s+(?:a|the\s+"
    r"(?:car|morning))|by\s+(?:car|taxi)|to\s+\w+))"
)
_HOMES = r"(?:family\s+|marital\s+|parental\s+)?(?:home|house|household|property|address|flat)"
LEFT = re.compile(
    rf"^[^.;,]{{0,25}}?{_THEN}\s+(?:moved\s+out(?!\s+of\s+the\s+way)|left\s+(?:the\s+"
    rf")?{_HOMES}\b{_WORK}|"
    r"left(?=\s*(?:[.;]|$|\s\.\s))|left\s+(?:in\s+(?-i:[A-Z])[a-z]+\b(?<!day)|last\s+(?:month|year|"
    r"summer|autumn|spring|winter)|at\s+(?:christmas|easter|new\s+year))|walked\s+out\s+on|"
    r"no\s+longer\s+"
    r"(?:lives|living|resident|residing|in\s+the\s+(?:home|household)|at\s+the\s+(?:home|address|"
    r"property))|"
    rf"(?:does|did|is)\s+not\s+(?:currently\s+|now\s+)?(?:live|living|reside|residing|stay|"
    rf"staying)\s+"
    rf"(?:with|here|there|at\s+(?:home|the|this|our|her|his|\d)|in\s+the)\b|"
    r"not\s+(?:currently\s+)?living\s+(?:at\s+home|with|here|there)|"
    r"(?:gone|moved|living|staying|stopping|surfing|kipping)\s+(?:(?:in|to\s+(?:live|stay))\s+"
    r")?with\s+"
    r"(?:(?:a|an|his|her|some)\s+)?(?:\w+\s+)?(?:friend|mate|colleague|pal)s?|"
    r"sofa[- ]?surfing|(?:street\s+)?homeless|in\s+(?:a\s+)?(?:hostel|bedsit)|"
    r"(?:has|got|moved\s+(?:in)?to|found)\s+(?:his|her)\s+own\s+(?:flat|place|house|home|tenancy|"
    r"bedsit|room)|"
    r"been\s+(?:evicted|(?:kicked|thrown|put)\s+out)|(?:now\s+)?(?:lives|living|lived|stays|"
    r"staying|sleeps|sleeping)\s+"
    r"(?:elsewhere|(?:alone|by\s+(?:him|her)self)(?!\s+with)|apart)|"
    r"living\s+in\s+(?:his|her|a)\s+(?:van|car|tent)|have\s+separate\s+(?:homes|houses|addresses)|"
    r"(?:is|are|been|now|placed|remains?|living)\s+in\s+(?:foster|residential|local\s+authority)\s+"
    r"care)\b",
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
    r"if|whether|want\w*|would|will|plan\w*|hope\w*|(?-i:may)|might|used to|previously|"
    r"(?<!since )before|until|offered|asked|should|wish\w*|allowed|agreed|consider\w*|propos\w*|"
    r"applied|applying|appl(?:y|ies)|looking\s+(?:for|into|at)|need\w*|request\w*|hypothetic\w*"
)
NOT = re.compile(rf"\b(?:{_DENIED}|could|{_WISHED})\b", re.I)
DENIED = re.compile(rf"\b(?:{_DENIED})\b", re.I)  # of the verb that it stands beside
WISHED = re.compile(rf"\b(?:could(?!\s+not)|{_WISHED})\b", re.I)  # of all that follows
