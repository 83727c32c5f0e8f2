"""Births, ages and deaths, against the genogram's dates.

births.py    dates of birth
ages.py      ages
birthdays.py "turned four today"
due_dates.py "due in June"
stages.py    "revising for her GCSEs"
elders.py    who is older
deaths.py    deaths
not_alive.py seen after death or before birth
"""
