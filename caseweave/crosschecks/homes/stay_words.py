"""Verbs of living somewhere and of leaving, and what makes a stay past, passing or lasting."""

from __future__ import annotations

import re

from caseweave.crosschecks.who.clauses import ADVERBS

_STAY = (
    r"(?:stay|sleep|kipp?|stopp?|doss|crash|camp|bunk|squatt?|snor|perch|lodg|sofa[- ]?surf|bedd|"
    r"hunker)"
)
_ROOM = (
    r"(?:(?:the|a|her|his|their|our|mum's|top|bottom|spare|back|front|box|big|small|living|dining|"
    r"guest|sitting|attic)\s+)*(?:room|bedroom|sofa|settee|couch|attic|loft|lounge|bunk|"
    r"conservatory|garage|air\s*bed|mattress)"
)
_BE = rf"(?:is|are|was|were|been|remains|now|all|['\u2019]s)\s+{ADVERBS}"
_CARE = r"(?=(?:in|under|(?:in)?to)\s+the\s+(?:full[- ]time\s+|sole\s+)?care\s+of\b)"
# Each of these says by itself that it is a home.
_SURE = (
    r"(?:live|lives|living|reside|resides|residing|lodges|lodging)\b"
    r"(?!\s+(?:room|conditions?|arrangements?|situation|skills|costs?|space|area|wage))",
    rf"(?:has|have|had|['\u2019]s|['\u2019]ve|always)\s+{ADVERBS}(?:lived|resided|lodged)",
    r"moved\s+(?:(?:himself|herself|themselves|straight|right|permanently|now|also|just|recently|"
    r"since)\s+)?(?:back\s+)?(?:(?:home|over|round|across)\s+)?(?:in\b|(?=(?:into|to|with)\b))",
    r"(?:gone|went|returned|come|came|moved)\s+(?:back\s+)?to\s+(?:live|stay|be)(?=\s+(?:with|at|in)\b)",
    r"gone\s+to\s+live\b",
    r"(?:placed|accommodated|housed|fostered|rehoused|resident|based|registered)"
    r"(?=\s+(?:\w+\s+){0,3}?(?:with|at|in|of|by)\b)",
    r"(?:brought\s+up|raised|being\s+cared\s+for|looked\s+after\s+full[- ]time)"
    r"(?=\s+(?:by|at|in|with)\b)",
    r"(?:made|making)\s+(?:his|her|their)\s+home|taken\s+up\s+residence|squeezed\s+in\b",
    rf"{_BE}(?:back\s+and\s+|\w+\s+)?{_STAY}(?:ing|ed\s+down)|(?:stays|stops|sleeps)(?=\s+(?:at|with|in|on|there|here)\b)",
    r"(?:stayed|stopped)\s+on(?=\s+(?:at|in|with)\b)",
    r"remain(?:s|ed|ing)?(?=\s+(?:at|with|in\s+the\s+care)\b)",
    rf"(?:{_BE}|returned\s+|back\s+|gone\s+|went\s+){_CARE}",
    r"(?:is|are)\s+now\s+(?=(?:with|at)\b)|(?:seen|now|is|are|both)\s+at\s+home(?=\s+(?:in|at|with)\b)",
    r"(?:gone|went|moved|is|was|are|been|now)\s+back\s+(?=(?:to|at|with|in\s+with)\b)",
    rf"{_BE}sharing\s+(?:the|a|his|her|their)\s+(?:house|flat|home)",
    r"(?:gives|gave|has|given)\s+(?:his|her|their)\s+(?:home\s+)?address(?=\s+(?:as|at)\b)",
    rf"(?:has|have|had|took|taken(?:\s+over)?|rents|renting|sharing)\s+{_ROOM}"
    r"(?=\s+(?:now|since|at|here)|\s*[.,;]|\s*$)",
)
# These may be a visit, unless something says that it lasts.
_WEAK = (
    rf"{_STAY}(?:s|ed|ing)|slept|asleep|(?:settled|installed|established)\s+(?=(?:back|in|at|with)\b)",
    rf"(?:{_BE}|(?:got|gone|went|came|come)\s+)(?:back\s+|home\s+)?"
    r"(?=(?:here|there|with|at|in|into|to|home|on|under|round|living)\b)",
    r"back(?=\s+(?:here|there|with|at|in|under)\b)",
    rf"has\s+(?:a|the|his|her)\s+(?:\w+\s+)?(?:room|bed)|(?:in|on)\s+{_ROOM}",
)
# And these, unless a household's address is named.
_PLACED = (
    r"(?:has|have)\s+(?:stayed|stopped|remained)|returned(?=\s+to\b)|at\s+home|"
    r"(?:cared\s+for|looked\s+after)(?=\s+by\b)",
)
# And these are no home but with a dwelling of one's own: "rents a room", "has got her own flat".
_HOMES_OF_MANY = (
    r"(?:(?:an?|the)\s+)?(?:\w+\s+)?(?:(?:care|nursing|residential|children['\u2019]?s)\s+home|hostel|"
    r"refuge|bedsit|supported|sheltered|foster)"
)
_HOLDS = (
    r"(?:has|have|had|got|rent(?:s|ed|ing)|taken|found|took|given|offered|allocated)"
    r"(?=\s+(?:an?|his|her|their)\b)",
    rf"(?:{_BE}|stays\s+|moved\s+|gone\s+|went\s+)(?=(?:\w+\s+)?(?:sofa|homeless|sleeping\s+rough|elsewhere|"
    rf"in\s+(?:foster|residential|local\s+authority|refuge)|(?:in|into|to)\s+{_HOMES_OF_MANY}))",
)
LIVING = re.compile(
    rf"\b(?:(?P<holds>{'|'.join(_HOLDS)})|(?P<sure>{'|'.join(_SURE)})|(?P<placed>{'|'.join(_PLACED)})|"
    rf"(?P<weak>{'|'.join(_WEAK)}))",
    re.I,
)
_AN_HOUR = (
    r"\d{1,2}[:.]\d\d|(?:half\s+past\s+)?\w+\s*(?:am|pm|o['\u2019]clock)|(?:this|yesterday)\s+"
    r"(?:morning|afternoon)|breakfast|lunch|nine\b|ten\b|eleven\b"
)
LASTS = re.compile(
    rf"\b(?:since\s+(?!{_AN_HOUR})|for\s+good|permanent\w*|full[- ]time|these\s+days|"
    r"indefinite\w*|long[- ]term|(?:most|every|all)\s+nights?|nightly|all\s+the\s+time|"
    r"for\s+(?:(?:the\s+(?:last|past)|over|about|nearly|almost|several|some|many|the\s+best\s+part\s+"
    r"of)\s+)*(?:\w+\s+)?(?:months|years|a\s+(?:month|year)|ages)|"
    r"special\s+guardianship|SGO|care\s+order|fostering|residence\s+order|child\s+arrangements|"
    r"gets?\s+(?:his|her|their)\s+(?:post|mail)|all\s+(?:his|her)\s+(?:things|stuff|clothes))\b",
    re.I,
)
_NO_MORE = (
    rf"(?:no\s+longer|not|n['\u2019]t)\s+{ADVERBS}(?:live|lives|living|reside|resides|residing|stay|"
    r"stays|staying)(?!\s+(?:far|near|close|long|up\s|alone|together))",
    r"no\s+longer\s+(?:at\s+(?:the\s+)?(?:home|house|address|property|flat)|in\s+the\s+(?:home|household|"
    r"property)|living\s+there|there)",
)
_NO_ERRAND = r"(?!\s+(?:at\s+\d|for|early|late|when|by\s+(?:car|taxi)|to\s+\w+))"
_A_DAY = (
    r"(?:before|at|after|over)\s+(?:christmas|easter|new\s+year)|in\s+(?-i:[A-Z])[a-z]+\b(?<!day)|last\s+"
    r"(?:month|year|summer|autumn|spring|winter)"
)
_LEFT = (
    rf"walked\s+out(?=\s+(?:on\s+(?:him|her|them|the\s+(?:family|children|kids)|(?-i:[A-Z]))|{_A_DAY}))",
    r"moved\s+(?:out|away)\b(?!\s+of\s+the\s+way)",
    r"(?:been|was|were|got|is|are)\s+(?:\w+\s+)?(?:thrown|kicked|chucked|turfed|moved|put(?=\s+out\s+of))\s+out",
    r"evicted(?=\s+from\b|\s*[.;,]|\s*$)|have\s+separate\s+(?:homes|houses|addresses)",
    rf"left\s+(?:the\s+)?(?:family\s+|marital\s+|parental\s+)(?:home|house){_NO_ERRAND}",
    r"(?P<bare>left)(?=\s*(?:[.,;]|$)|\s+(?:in\s+(?-i:[A-Z])[a-z]+\b(?<!day)|last\s+(?:month|year|summer|"
    r"autumn|spring|winter)|at\s+(?:christmas|easter|new\s+year)))",
    r"(?:given|gave|giving)\s+up\s+(?:his|her|their|the)\s+(?:\w+\s+)?(?:room|place|flat|tenancy|"
    r"home|house)",
    r"(?:cleared|taken|collected|moved)\s+(?:all\s+)?(?:his|her|their)\s+(?:things|belongings|"
    r"stuff|clothes)\s+out",
)
# These leave a home only where one is named.
_FROM = (
    r"left(?=\s+(?:the|his|her|their|(?-i:[A-Z])|\d))|vacated|walked\s+out\s+of|(?:given|gave|giving)\s+up|discharged\s+from|moved\s+from|"
    r"(?:gone|removed)\s+from|no\s+longer\s+(?:at|with)"
)
LEAVING = re.compile(
    rf"\b(?:{'|'.join((*_NO_MORE, *_LEFT))}|(?P<named>{_FROM})(?=\s))(?:\b|(?<=\s))", re.I
)
PAST = re.compile(
    r"\b(?:as\s+a\s+(?:child|boy|girl|teenager)|previously|formerly|originally|at\s+(?:the|that)\s+"
    r"time|used\s+to|in\s+(?:19|20)\d\d\b|years?\s+ago|until|grew\s+up|back\s+then|once|before\s+"
    r"(?:that|moving|they|she|he|the)|when\s+(?:she|he|they|[A-Z]\w+)\s+was|next\s+(?:week|month|"
    r"year)|due\s+to|about\s+to|going\s+to|tomorrow|from\s+(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|weekends?|respite|holidays?|half\s+term|sometimes|occasion\w*|on\s+and\s+off)\b",
    re.I,
)
# "Since half term" says from when; "at half term" that it was for a while.
SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:half[\s-]?term|holidays?|weekend)\b", re.I
)
ERRAND = re.compile(  # "left Mill Road at noon", "left her bag at her nan's"
    r"^\s+[^.;]*?\b(?:at\s+(?:noon|midnight|about|around|half|\d)|for\s+(?:work|school|the\s+day|college|"
    r"court)|by\s+(?:car|taxi)|early|late|this\s+(?:morning|afternoon|evening)|with\s+(?:police|officers)|in\s+"
    r"(?:a|the)\s+(?:taxi|car|ambulance|van))\b|"
    r"^\s+(?:his|her|their|the|a)\s+(?:\w+\s+){1,2}?(?:at|in|with|on|for|to)\b",
    re.I,
)
HAS = re.compile(r"\b(?:has|have|had|since|after|when)\b[^.;,]{0,30}$", re.I)
WHILE = re.compile(r"\b(?:while|whilst|until|when)\b", re.I)
CLAUSE = re.compile(r"[,;:\u2013]\s|\s(?:and|but|where|who|which)\s")
