"""What workbooks are made of.

sheets.py        how a sheet looks            entry_sheets.py  Chronology, Undated
confirm_sheet.py To confirm                   coverage_book.py coverage, its workbook
rows_behind.py   the rows behind each figure  query_book.py    questions to an agency
"""
