"""The same event told twice: accounts compared, and where they differ.

accounts.py       what is compared of an entry
addresses.py      house numbers that differ
agencies.py       how agencies are called
agencystaff.py    an agency named by its people
beside.py         the whole comparing, in order
bodyside.py       left or right, of which part of the body
contradictions.py seen, and not seen
initials.py       whom an entry is headed with
lenses.py         the numbers behind the lenses
likeness.py       the measures weighed
measures.py       what speaks for one event
named_days.py     days that a text names
particulars.py    weight and plan's category
referrals.py      unanswered, closed early
streets.py        how streets are called
told_days.py      days that differ
whocame.py        who came to a meeting
wording.py        kinds of event, and synonyms
"""
