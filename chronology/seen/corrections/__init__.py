"""What may not be said of a child whatever cues, weights and networks hold, and why.

guards.py        the table of all such rules  unknown.py      siblings not of the case
facts.py         lists, plans: no sightings   whose_sight.py  whose sighting, and of whom
deaths.py        that a child had died        no_absence.py   what is no absence
manner.py        on a screen only, or asleep  things.py       things, and grown people
excepted.py      "everyone but Theo"          history.py      sightings of years before
another_day.py   "seen Saturday. Today not"   all_the_same.py refused, but met outside
grown_patient.py whose attendance it was      apart.py        "Theo in. The others out"
what_was_told.py "TC to school. Theo in today"
company.py       "hoped to see alone, nan stayed"
taken_up.py      "offered, and accepted"
"""
