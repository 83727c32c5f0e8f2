"""The same event told twice: accounts compared, and where they differ.

accounts.py            what is compared of an entry
agencies.py            how agencies are called
agency_staff.py        an agency named by its people
births_and_deaths.py   dates of birth that differ, sightings out of a life
body_side.py           left or right, of which part of the body
comparing.py           all comparing of one account with another, in order
contradictions.py      seen, and not seen
differing_addresses.py house numbers that differ
differing_days.py      days that differ
differing_details.py   side, weight, category of a plan, who came
discharged.py          to whom a child went from hospital or into a placement
incident_details.py    level of risk, number of children, whose enquiry, which house
initials.py            whom an entry is headed with
injuries.py            fractures, overdoses, weeks at birth, attendances
lenses.py              the numbers behind the lenses
named_days.py          days that a text names
pair_measures.py       what speaks for and against one event
particulars.py         what an account says of each thing
partners.py            what a parent's partner is called
rarity.py              how rare words, kinds of event and times are
referrals.py           unanswered, closed early
relatives.py           what relatives and carers are called
scoring.py             what the measures of a pair are worth together
streets.py             how streets are called
whereabouts.py         where a child was said to be, and what is recorded there
who_came.py            who came to a meeting
who_brought.py         who of the family brought a child to hospital
wording.py             kinds of event, and synonyms
"""
