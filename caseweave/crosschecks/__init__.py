"""The genogram held against the chronology: one folder per kind of thing that may not agree.

contradiction.py what a check finds
rows.py          a row and who is named in it  people.py   the names of the family
said_when.py     "last week", "at Christmas"   by_lives.py "was six when her dad died"
who/             who is spoken of              lives/      births, ages, deaths
homes/           who lives where               numbers/    how many
kin/             who is whose                  lacking/    whom the genogram lacks
"""
