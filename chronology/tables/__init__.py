"""The tables of an agency's file, each under its headings.

agencies_across.py a column for each agency
agency_parts.py    a sheet for each agency in one workbook
by_content.py      headings that are not known: by what stands below
column_check.py    which field a column holds, by its cells
forms.py           blocks of labels, no table
grouped.py         headings over two rows
headed.py          which tables are read, and how
long_rows.py       more cells than headings
misspelt.py        headings that are spelt a little otherwise
of_the_whole.py    what is said of a sheet as a whole
other_tables.py    tables that are none
outside.py         dated lines between the tables
person_parts.py    a part for each child
sheets.py          a table row by row
stacked.py         tables below each other
tables_abreast.py  tables beside each other
turned.py          headings down the side
two_dates.py       which of two columns is the date
words_below.py     the account in rows below its date
yes_and_no.py      ticks under Yes and under No
"""
