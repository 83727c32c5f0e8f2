"""Words that tie somebody told of by a first name alone to the family or its home.

cue, then name    "door opened by Stuart", "an older son from before, Dayo, now 17"
name, then cue    "Leon was asleep on the settee", "Carl, elder brother of Lee", "Rowan, who rents"
of an adult       "Mum's mate Kev", "Iwona's lad Oskar", "Colin came with Len, his pal"

Of each, `name` is the name, `said` the words that tie, `owner` or `whose` the one they belong to.
"""

from __future__ import annotations

import re

NAME = (
    r"(?-i:(?P<name>[A-Z][a-z\u00e0-\u017f][\w'\u2019-]*(?<!['\u2019]s)(?:\s+[A-Z][\w'\u2019-]+)?))"
    r"(?!\w|['\u2019]s?\b)"
)
_FOLLOWS = (
    r"(?=\s*(?:[.,;)]|$|who|while|when|and|overnight|until|for|at|in|on|since|all|to|as)\b|[.,;])"
)
_ADULT = (
    r"(?:the\s+)?(?P<owner>(?-i:[A-Z][\w-]+)|pt|patient|client|tenant|mummy|daddy|mum|mother|mam|dad|father|nan|gran\w*|mgm|mgf|pgm|pgf|aunt\w*|"
    r"uncle)"
)
_TIE = (
    r"(?P<tie>(?:(?:live[- ]in|adult|grown[- ]up|current|best|lady|gentleman|man|close|"
    r"family|old|new|boy|girl|drinking|school|work|"
    r"college|flat|house|room)[\s-]*)*(?:friend|mate|"
    r"pal|buddy|companion|associate|acquaintance)|eldest|oldest|youngest|middle\s+(?:one|child)|"
    r"(?:new\s+|big\s+|little\s+|other\s+|live-in\s+|paid\s+)?(?:lad|lass|boy|girl|man|woman|fella|feller|bloke|chap|"
    r"partner|boyfriend|girlfriend|wife|husband|lodger|tenant|flatmate|housemate|son|daughter|"
    r"ex|child|kid|baby|carer|godson|goddaughter|stepson|stepdaughter))"
)
_KIN = (
    r"(?:child|baby|son|daughter|(?:half|step)?[\s-]?(?:brother|sister|sibling)|stepson|"
    r"stepdaughter|stepdad|stepmum|cousin|uncle|aunt(?:ie|y)?|nephew|niece|partner|boyfriend|"
    r"girlfriend|husband|wife|fianc\u00e9e?|lodger|foster\s+(?:child|brother|sister))"
)
_CUE_THEN_NAME = (
    rf"(?P<said>(?:door\s+(?:was\s+)?(?:answered|opened)|let\s+in)\s+by)\s+(?:an?\s+)?{NAME}",
    r"(?P<said>(?:collected|dropped(?:\s+off)?|picked\s+up|fetched|minded|baby-?sat|looked\s+after|"
    r"cared\s+for|pushed|bathed|put\s+to\s+bed|walked\s+(?:home|in|to\s+school)|brought\s+(?:in|"
    r"home|"
    r"to\s+\w+)|babysitting(?:\s+done)?|accompanied|being\s+minded)(?:\s+(?:in|from)\s+(?:the|a|"
    r"his|her)?\s*\w+)?"
    rf"(?:\s+(?:today|again|late))?\s+by)\s+{NAME}",
    r"(?:child(?:ren)?|kids|baby|boys|girls|(?-i:[A-Z][a-z]+))\s+(?:\w+\s+){0,2}"
    rf"(?P<said>left\s+(?:alone\s+)?(?:with|in\s+the\s+care\s+of))\s+{NAME}",
    r"(?:children|kids|baby|(?-i:[A-Z][a-z]+)(?=\s+(?:is|was)))\s+(?:(?:are|were|is|was|at\s+home|"
    r"alone|all|both)\s+"
    r")*(?P<said>with)\s+"
    rf"{NAME}(?=\s+(?:who|while|until|overnight|aged)\b|,\s+(?:who|aged|\d))",
    r"(?P<said>(?:in\s+a\s+)?relationship\s+with|(?:been|is|now|started)\s+(?:seeing|dating)|"
    r"going\s+out\s+with|engaged\s+to|married\s+to|affair\s+with|back\s+(?:together\s+)?with|"
    r"pregnant\s+by|mum\s+(?:was|is)\s+with|moved\s+in\s+with|new\s+(?:man|fella|bloke|woman|"
    r"partner|"
    rf"boyfriend|girlfriend)(?:\s+is|,|\s+called)?)\s+(?:a\s+\w+\s+(?:called|named)\s+)?{NAME}",
    rf"(?P<said>gave\s+(?:his|her|a|the)?\s*name\s+(?:of|as)|call(?:ed|s|ing)\s+(?:himself|"
    rf"herself)|said\s+s?he\s+was)\s+{NAME}",
    rf"(?P<said>call(?:s|ed|ing))\s+{NAME}\s+(?:['\u2018\u201c]?)(?:daddy|dad|mummy|mum|nan\w*|"
    r"gran\w*|uncle|aunt\w*|step\w+)\b",
    r"\b(?<!new\s)(?P<said>girl|boy|man|woman|lad|male|female|lady|teenager|youth|baby-?sitter|sitter|"
    r"nanny)\b"
    rf"(?!\s+in\s+(?:her|his|the)\s+(?:class|school|group|year))(?-i:[^.;A-Z]{{0,25}}),\s+{NAME}(?!\w|\s+(?-i:[a-z]+)s\b)",
    r"\ban?\s+(?!new\s+(?:girl|boy|child)\b)(?:(?:new|baby|first|second|third|older|elder|younger|"
    r"other|grown[- ]up|"
    r"little|big|half|step)[\s-]+)*(?P<said>child|boy|girl|stepson|stepdaughter|cousin|brother|"
    r"sister|"
    rf"son|daughter|nephew|niece|partner|"
    rf"boyfriend|girlfriend|uncle|aunt)\s*,?\s+(?:called\s+)?{NAME}",
    r"\b(?P<said>(?:new|newborn)\s+baby|(?-i:baby)(?:\s+(?:boy|girl|brother|sister|son|daughter))?|"
    r"newborn(?:\s+(?:son|daughter|brother|sister))?)\s*,?\s+(?:called\s+|named\s+)?"
    rf"{NAME}(?!\w|\s+(?-i:(?:group|clinic|massage|unit|bank|class)))",
    r"\b(?P<said>(?:third|fourth|other|another|extra|unknown|second)\s+(?:adult|person|male|female|man|"
    r"woman|child))\b"
    rf"(?-i:[^.;A-Z]{{0,40}}),\s+(?:(?:mr|mrs|ms|miss)\s+)?{NAME}(?!\w)",
    rf"{_ADULT}['\u2019]s?\s+(?:new\s+)?(?P<said>(?:partner|boyfriend|girlfriend|husband|wife|"
    r"lodger|fianc\u00e9e?))\s+is\s+(?:called\s+|named\s+)?"
    rf"{NAME}(?!\w)(?<!ish)(?<!ese)(?<!ian)(?<!lim)(?=\s*(?:[.,;)(]|$|and\b|who\b|aged\b))",
    rf"\b(?:an?|another|one|her|his|their)\s+(?:(?:older|elder|younger|grown[- ]up|adult|new|other|"
    rf"first|second|third|little|big|baby|secret)[\s-]+)*(?P<said>(?P<kin>{_KIN}))\b(?!['\u2019])"
    r"(?-i:[^.;A-Z]{0,50}?)(?:,|\b(?:called|named|by\s+the\s+name\s+of))\s+"
    rf"(?:(?:mr|mrs|ms|miss)\s+)?{NAME}(?=\s*(?:[,.;)]|$|who\b|aged\b|now\b|is\b|was\b|lives\b))",
    rf"(?P<said>next\s+of\s+kin|emergency\s+contact)\b(?-i:[^.;A-Z]{{0,30}}){NAME}",
    rf"(?P<said>occupant|lodger|tenant)\s*,?\s+(?:a\s+)?(?:mr\s+|ms\s+|mrs\s+)?{NAME}",
    rf"{_ADULT}\s+(?:is|was)\s+(?:also\s+)?(?P<said>(?:the\s+)?(?:father|mother|dad|mum|parent|"
    rf"grandfather|"
    rf"grandmother)\s+(?:to|of))\s+{NAME}",
    rf"(?P<said>(?:at\s+)?home\s+with|spent\s+the\s+(?:weekend|night|day)\s+with)\s+"
    rf"{NAME}{_FOLLOWS}",
)
_AGED = (
    r"(?:,?\s+(?:aged\s+)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|(?:twen|thir|for|fif|six)ty)(?:\s+(?:months?|weeks?|years?|yrs?)(?:\s+old)?)?,?)?"
)
_THEN = (
    r"(?:\s+(?:is|was|has|had|been|be|also|now|still|often|always|sometimes|usually|who|there|"
    r"and|just))*"
)
_NAME_THEN_CUE = (
    rf"{NAME},?(?:\s+who)?\s+(?P<said>(?:has|rents|is\s+renting|is\s+in|sleeps\s+in|sleeping\s+"
    rf"in)\s+"
    r"(?:the|a|her|his|their|our)\s+(?:\w+\s+)?(?:room|bedroom|sofa|settee|couch|attic|loft|"
    r"lounge))",
    rf"{NAME}{_AGED},?{_THEN}\s+(?P<said>placed\s+(?:with|here|there|alongside)|(?:sleeps|slept|sleeping|asleep)\s+(?:in|on|at|with|over|"
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
    rf"{NAME},(?:\s+\d{{1,2}},)?\s+(?:says|said|states|stated)\s+(?:that\s+)?s?he\s+is\s+"
    rf"(?P<said>{_ADULT}['\u2019]s\s+{_TIE})\b",
    rf"{NAME},\s+(?:(?:who\s+)?(?:is|was)\s+)?(?P<said>(?P<whose>his|her|a|an|the|"
    rf"{_ADULT}['\u2019]s)\s+"
    rf"{_TIE})\b(?!['\u2019]s)(?P<of>\s+of\s+(?:the\s+family|mum\w*|dad\w*|hers|his|"
    rf"(?-i:[A-Z])\w+))?",
    rf"{NAME}\b[^.;]{{0,40}}\.\s+(?:He|She)\s+is\s+(?P<said>{_ADULT}['\u2019]s\s+{_TIE})\b",
    rf"{NAME}{_AGED},?\s+(?:(?:who\s+)?(?:is|was)\s+)?(?P<said>(?:the\s+|an?\s+|her\s+|his\s+)?"
    rf"(?:(?:older|elder|eldest|younger|youngest|big|little|twin|half|step)[\s-]+)*{_KIN}\s+"
    r"(?:of|to)\s+(?:the\s+(?:child|boys|girls|patient|pt|above|family|deceased|tenant)|mum|dad|"
    r"mother|father|(?-i:[A-Z][\w-]+)))\b",
    rf"{NAME},\s+(?P<said>(?:the|their|her|his|another)\s+(?:other|new|older|younger|little|eldest|"
    r"youngest|middle|foster)\s+(?:(?:foster|little|young|step|teenage)\s+)?(?:one|child|girl|boy|"
    r"baby|lad|placement|sibling|brother|sister|son|daughter)(?!\s+(?:in|from|at|on|involved|who\s+"
    r"(?:bull|hit|push))))\b",
    rf"{_ADULT}\s+and\s+{NAME},?\s+(?P<said>(?:were|are|both)\s+(?:drinking|asleep|arguing|"
    rf"fighting|"
    r"shouting|in\s+the|upstairs|there|at\s+home|living|smoking))\b",
)
_OF_AN_ADULT = rf"(?P<said>(?P<whose>his|her|{_ADULT}['\u2019]s)\s+{_TIE}),?\s+(?:called\s+)?{NAME}"
PATTERNS = tuple(re.compile(p, re.I) for p in (*_CUE_THEN_NAME, *_NAME_THEN_CUE, _OF_AN_ADULT))
NO_NAMES = re.compile(
    r"^(?:Mum|Dad|Mummy|Daddy|Mother|Father|Nan|Nana|Nanny|Gran|Granny|Grandad|Granda|Aunt\w*|"
    r"Uncle|Child|"
    r"Children|Baby|Boy|Girl|Male|Female|Man|Woman|Unborn|Newborn|School|Nursery|Police|Staff|Social|Health|"
    r"Family|Home|"
    r"Parents?|Carer|Foster|Both|All|Two|Three|Some|Nobody|None|Somebody|Someone|Friend|Neighbour|"
    r"He|She|They|This|That|The|There|Then|When|While|Who|His|Her|It|We|You|An?|And|But|For|From|"
    r"At|On|In|To|By|As|So|No|Not|Now|Says?|Said|Told|Was|Has|Had|If|Or|Hospital|Ward|Hotel|Team|"
    r"Duty|"
    r"Taxi|Uber|Transport|Easter|Christmas|Polish|English|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Covid|Mr|Mrs|Ms|Miss|Dr|Sister|Brother|Stepdad|Cousin|Twins?|Partner|Ambulance|"
    r"Paramedics?|"
    r"Reception|Year|Room|Court|Council|Landlord|Housing|Midwife|Doctor|Nurse|Teacher|Agency|One|"
    r"Yes|Later|Today|Yesterday|Toddler|Maternal|Paternal|Dog|Cat|Key|Mam|Mama|Papa|Mom|Client|"
    r"Patient|"
    r"Tenant|Caller|Occupant|Resident|Suspect|Victim|Informant)\b"
)
STAFF_BESIDE = re.compile(
    r"^,?\s*(?:\([^)]*|,\s*(?:the\s+|a\s+|our\s+|duty\s+|student\s+)?(?:\w+\s+)?)?\b(?:from\s+"
    r"(?:[A-Z]|the\b)|"
    r"in\s+[A-Z]|at\s+(?:the\s+)?(?:school|surgery|office|[A-Z])|on\s+(?:nights|duty|the\s+ward)|"
    r"(?:\w+\s+)?"
    r"(?:worker|visitor|teacher|officer|nurse|doctor|midwife|manager|assistant|practitioner|SENCO|"
    r"consultant|driver|interpreter|escort|paramedic|solicitor|advocate|volunteer|receptionist|"
    r"carer|childminder|TA|SW|HV|DSL|PC|CSW|IDVA)\b)",
)
