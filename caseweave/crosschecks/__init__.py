"""The genogram held against the chronology: one file per kind of thing that may not agree.

Who is spoken of
    rows.py             a row and who is named in it    people.py        the names of the family
    kinship.py          how two people are related
    kin_words.py        words for relations             roles.py         "PGF", "his own dad"
    owners.py           whose relation it is            pronouns.py      "he", "her", nobody
    clauses.py          of whom a verb is said          practitioners.py who is no family
    households.py       who lived where on a day
What is said when
    said_when.py        "last week", "at Christmas"     by_lives.py      "was six when her dad died"
    contradiction.py    what a check finds
Births, ages, deaths
    lives.py            dates of birth                  ages.py          ages
    birthdays.py        "turned four today"             due_dates.py     "due in June"
    stages.py           "revising for her GCSEs"        elders.py        who is older
    deaths.py           deaths                          not_alive.py     seen after death
Homes
    homes.py            who lives where                 home_words.py    words for it
    stays.py            the verb first                  stay_words.py    words for it
    dwelling.py         which home is meant             placements.py    "placed with her nan"
    home_addresses.py   the family's address
Numbers
    counts.py           children, and people in a home  kin_counts.py    somebody's children
    count_words.py      words for both
Relations
    relations.py        who is called what              upbringing.py    adopted, fostered, half
    couples.py          married, parted
Whom the genogram lacks
    strangers.py        by name, or by a role           first_names.py   by a first name alone
    first_name_words.py words for it                    unnamed_kin.py   relations without a name
    unnamed_partners.py partners without a name
"""
