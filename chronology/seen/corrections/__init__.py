"""What may not be said of a child whatever cues, weights and networks hold, and why.

guards.py    the table of all such rules       unknown.py   siblings not of the case
facts.py     lists, plans: no sightings        whosesight.py whose sighting, and of whom
deaths.py    that a child had died             noabsence.py what is no absence
manner.py    on a screen only, or asleep       things.py    things, and grown people
excepted.py  "everyone but Theo"               history.py   sightings of years before
anotherday.py "seen Saturday. Today not"       allthesame.py refused, but met outside
grownpatient.py whose attendance it was        apart.py    "Theo in. The others out"
whatwastold.py "TC to school. Theo in today"
"""
