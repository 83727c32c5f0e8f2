"""Who was seen, alone and heard: contacts counted, spells without, running clocks.

brief.py           the case at a glance
clocks.py          days since, on each entry
key_events.py      key events only
kinds.py           kinds of contact: what counts as a chance to see the child
missed.py          contacts that failed, and runs of them
missed_cues.py     the words that say so (DNA, WNB), and what stands beside them
missed_whose.py    whose contact it was
other_records.py   records of another child
sightings.py       what one entry says of one child
spells.py          spells without a sighting
stretch_of_time.py the entries of some days alone
summary.py         who last saw, saw alone and heard the child
"""
