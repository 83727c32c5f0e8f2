"""The family, read from and written to a workbook, GEDCOM or JSON.

addresses.py      addresses -> homes
calendars.py      other calendars
composition.py    a table of family composition
data.py           JSON
familybook.py     the family workbook, written
gedcom.py         a GEDCOM file, read
gedcomdates.py    dates of GEDCOM
gedcomlines.py    lines of GEDCOM
gedcomreading.py  what is gathered of GEDCOM, and what is left
gedcomties.py     who belongs to whom in GEDCOM
gedcomwords.py    words of GEDCOM
gedcomwriting.py  GEDCOM, written
places.py         where a part of the family stands in its file
relations.py      "MGM", "half-sister (mat)"
sheets.py         rows of the family workbook by field
tables.py         the family workbook, read
tying.py          relations -> unions and links
whens.py          dates, vague and old
whosechild.py     whose family it is
words.py          words in its cells -> what they mean
"""
