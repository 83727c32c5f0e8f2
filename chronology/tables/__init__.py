"""The tables of an agency's file, each under its headings.

agenciesacross.py a column for each agency
agencyparts.py    a sheet for each agency in one workbook
bycontent.py      headings that are not known: by what stands below
columncheck.py    which field a column holds, by its cells
forms.py          blocks of labels, no table
grouped.py        headings over two rows
headed.py         which tables are read, and how
longrows.py       more cells than headings
misspelt.py       headings that are spelt a little otherwise
ofthewhole.py     what is said of a sheet as a whole
othertables.py    tables that are none
outside.py        dated lines between the tables
personparts.py    a part for each child
sheets.py         a table row by row
stacked.py        tables below each other
tablesabreast.py  tables beside each other
turned.py         headings down the side
twodates.py       which of two columns is the date
wordsbelow.py     the account in rows below its date
yesandno.py       ticks under Yes and under No
"""
