"""One file per command. `COMMANDS` lists them in the order of the day's work."""

# name -> what it does, in a few words. The command `name` is the function `name` in name.py here.
COMMANDS = {
    "new": "make a case folder",
    "template": "a blank chronology for one agency to fill in",
    "check": "what to put right in your own chronology before sending it",
    "columns": "how each column of a file is read, and why",
    "merge": "weave the agencies' files into one chronology",
    "compare": "what an agency's corrected file changed",
    "coverage": "who was recorded as seen, alone and heard",
    "queries": "what to ask each agency, as a workbook and a letter",
    "genogram": "the family, its households and generations, as a drawing",
    "crosscheck": "what the entries say of the family, beside the genogram",
    "report": "the whole pack for a panel, in one folder",
    "demo": "a fictional case, and the day's work done on it",
}
