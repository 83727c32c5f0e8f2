"""The family, read from and written to a workbook, GEDCOM or JSON.

addresses.py          addresses -> homes
calendars.py          other calendars
cell_places.py        where a part of the family stands in its file
composition.py        a table of family composition
composition_fields.py its headings
data.py               JSON
family_dates.py       dates, vague and old
family_list.py        "Mother: Jo Sample, 1990"
gedcom.py             a GEDCOM file, read
gedcom_dates.py       dates of GEDCOM
gedcom_lines.py       lines of GEDCOM
gedcom_reading.py     what is gathered of GEDCOM, and what is left
gedcom_ties.py        who belongs to whom in GEDCOM
gedcom_words.py       words of GEDCOM
gedcom_writing.py     GEDCOM, written
grown_subject.py      a victim's or adult's family
life_words.py         "MGF (dec'd 2011)"
other_parent.py       "half-brother (Mum & Gareth)"
parent_columns.py     columns Mother and Father
relations.py          "MGM", "half-sister (mat)"
relation_rows.py      in which row a relative stands
relation_words.py     the words of relations.toml
slips.py              "Maternal grandmoter"
tying.py              relations -> unions and links
tying_parts.py        people and ties of a table
whose_child.py        whose family it is
words.py              words in its cells -> what they mean
workbook_reading.py   the family workbook, read
workbook_rows.py      rows of the family workbook by field
workbook_writing.py   the family workbook, written
"""
