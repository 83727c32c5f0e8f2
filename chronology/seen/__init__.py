"""Reading from a narrative who was seen and heard: words, people, cues, scopes, and weighing.

    words.py     words, clauses, sentences         scene.py    all of it together
    shorthand.py "BIB", "s/b" spelt out
Who is spoken of
    family.py    the children's names, made ready  names.py    a name cut short or misspelt
    wordnames.py names that are words too          mentions.py who is named where
    mention.py   one of them                       pronouns.py he, she, they
    groups.py    "both", "the older two"           roles.py    whom a cue is about
    ages.py      "the 3 year old"                  sexes.py    "the girls", "her brother"
    partly.py    "two of the children"             people.py   the words of people.toml
Cues, in the .toml files
    cues.py      phrases found among the words     matcher.py  as one network of words
    owncues.py   an organisation's own             forms.py    see, sees, saw
    tables.py    tables of phrases by themselves   grammar.py  the data files
    senses.py    kinds of word                     force.py    "not", plans, hearsay
Claims
    claim.py     one cue's claim about one child   sight.py    seen, seen alone
    absence.py   not seen, and why                 views.py    the child's views
    boxes.py     boxes of a form in a cell         answers.py  what is filled in there
    places.py    where its words stand             reading.py  all claims, and which stand
    figures.py   whose weight and blood pressure
A second opinion, learnt
    secondopinion.py  what may be said after it    opinion.py  weights, networks together
    allthesame.py  refused to come, and was met outside
    weighing.py  the weights                       evidence.py what is weighed
    network.py   the networks                      tokens.py   what a network reads
After all of it
    guards.py    what may not be said              unknown.py  siblings not of the case
    facts.py     lists, plans: no sightings        whosesight.py whose sighting, and of whom
    deaths.py    that a child had died             noabsence.py what is no absence
    manner.py    on a screen only, or asleep       things.py   things, and grown people
    excepted.py  "everyone but Theo"               history.py  sightings of years before
    anotherday.py  "seen Saturday. Today not"
"""
