"""The family to be shown: on which day, how much of it, and by which names.

as_of.py        the family on one day
changes.py      what changed between two days
cutting.py      a part of it
describing.py   the genogram in words
details.py      the lines under a symbol
homes.py        Home 1, Home 2
last_homes.py   of those who moved often the last home
naming.py       by initials or roles
showing.py      how what is drawn is chosen
show_options.py drawn only if asked for
uncertain.py    who is not certain
unnamed.py      who has no name
"""
