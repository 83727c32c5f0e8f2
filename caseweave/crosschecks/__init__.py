"""The genogram held against the chronology: one file per kind of thing that may not agree."""
