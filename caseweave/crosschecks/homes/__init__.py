"""Who lives where, against the households of that day.

who_lives_where.py the check: all that rows say of it
stays.py           the verb first: "moved in", "moved out"
stay_words.py      words for it
with_whom.py       "placed with her nan"
which_home.py      which home is meant
home_words.py      "her room", "for a while"
households.py      who lived in which on a day
addresses.py       the family's address
"""
