"""Who was recorded as seen, alone and heard: what `caseweave coverage` shows and writes.

terminal.py at the terminal  outputs.py suffix -> writer
page.py     as a page
"""
