"""The command line, the case folder, and what needs both chronology and genogram."""
