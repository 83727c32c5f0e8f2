"""The family, read from and written to a workbook, GEDCOM or JSON.

addresses.py       addresses -> homes
calendars.py       other calendars
cellplaces.py      where a part of the family stands in its file
composition.py     a table of family composition
compositionfields.py its headings
data.py            JSON
familydates.py     dates, vague and old
familylist.py      "Mother: Jo Sample, 1990"
gedcom.py          a GEDCOM file, read
gedcomdates.py     dates of GEDCOM
gedcomlines.py     lines of GEDCOM
gedcomreading.py   what is gathered of GEDCOM, and what is left
gedcomties.py      who belongs to whom in GEDCOM
gedcomwords.py     words of GEDCOM
gedcomwriting.py   GEDCOM, written
grownsubject.py    a victim's or adult's family
lifewords.py       "MGF (dec'd 2011)"
otherparent.py     "half-brother (Mum & Gareth)"
parentcolumns.py   columns Mother and Father
relations.py       "MGM", "half-sister (mat)"
relationrows.py    in which row a relative stands
relationwords.py   the words of relations.toml
slips.py           "Maternal grandmoter"
tying.py           relations -> unions and links
tyingparts.py      people and ties of a table
whosechild.py      whose family it is
words.py           words in its cells -> what they mean
workbookreading.py the family workbook, read
workbookrows.py    rows of the family workbook by field
workbookwriting.py the family workbook, written
"""
