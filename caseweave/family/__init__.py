"""The family: what `caseweave genogram` writes, and the genograms of other outputs.

drawings.py one drawing, several sheets, two days compared
file.py     the family's own file  in_documents.py genograms in Word and PDF
"""
