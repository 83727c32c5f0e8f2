"""People's own work, which comes back with an earlier output, and what agencies answered.

answer_files.py      an agency's answered workbook or letter, read back
answers.py           what an agency answered, put with its rows
answers_moved.py     answers beside another row than the one they were asked of
drafts.py            draft numbers, change log
earlier.py           an earlier output, read back
earlier_book.py      an earlier workbook, line by line as it is now
earlier_draft.py     what stood in an earlier draft
earlier_json.py      the JSON, read back
earlier_word.py      the panel's notes in an earlier Word document
panel_notes.py       what a panel's note and a line of the change log are
questions.py         which rows to ask an agency about
renamed_agencies.py  agencies that are called otherwise now
rows_mixed_up.py     the panel's rows that do not hold together any more
typed_over.py        words typed over
word_as_written.py   what Word held as it was written
written_questions.py what else to ask an agency, answered in writing
"""
