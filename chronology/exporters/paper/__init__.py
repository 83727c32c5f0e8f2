"""What is on paper: Word and PDF print the same blocks.

    blocks.py           headings, paragraphs, tables
The printed chronology
    chapters.py         the chapters, in order  brief.py        at a glance
    entries.py          the entries             coverage.py     coverage
    findings_sources.py findings and sources    pdf_parts.py    parts of a long PDF
    word_parts.py       a Word file's styles, headers, footer
The letter to an agency
    query_letter.py     the letter              asked_tables.py what its tables say
    letter_table.py     how they look
"""
