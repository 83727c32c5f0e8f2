"""The same event told twice: accounts compared, and where they differ.

accounts.py            what is compared of an entry
agencies.py            how agencies are called
agencystaff.py         an agency named by its people
births_and_deaths.py   dates of birth that differ, sightings out of a life
bodyside.py            left or right, of which part of the body
comparing.py           all comparing of one account with another, in order
contradictions.py      seen, and not seen
differing_addresses.py house numbers that differ
differing_days.py      days that differ
differing_details.py   side, weight, category of a plan, who came
incident_details.py    level of risk, number of children, whose enquiry, which house
initials.py            whom an entry is headed with
injuries.py            fractures, overdoses, weeks at birth, attendances
lenses.py              the numbers behind the lenses
named_days.py          days that a text names
pair_measures.py       what speaks for and against one event
particulars.py         what an account says of each thing
rarity.py         how rare words, kinds of event and times are
referrals.py           unanswered, closed early
scoring.py             what the measures of a pair are worth together
streets.py             how streets are called
whereabouts.py         where a child was said to be, and what is recorded there
whocame.py             who came to a meeting
whowith.py             who brought a child, with whom it went, a parent's partner
wording.py             kinds of event, and synonyms
"""
