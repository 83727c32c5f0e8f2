"""The command line, the case folder, and what needs both chronology and genogram.

    cli.py         the command line             commands/       one file for each command
    console.py     the terminal, and the one error boundary
    opening.py     what a command may be given  outputs.py      merge: suffix -> writer
    case_folder.py the folder of a review       storage.py      the case JSON, both parts
    case/          its files, settings, notes and passwords

What a command does, under its name
    new.py         a new case folder            demo.py         the fictional one, and Windows
    template.py    a blank chronology           columns.py      how headings are read
    check.py       findings, in words           checked_book.py findings, beside the rows
    compare.py     two submissions              queries.py      what agencies are asked
    crosscheck.py  genogram and chronology      crosschecks/    one file for each kind
    coverage/      terminal, files, page        family/         what genogram draws and writes
    report.py      the pack                     pack/           its parts
The page
    page.py        the chronology as a page     pages/          its sections
    templating.py  templates of pages (templates/)
"""


def version(otherwise: str = "from a checkout") -> str:
    """The version of caseweave that is running; `otherwise` in a checkout that is not installed."""
    from importlib import metadata  # late: it is slow, and few commands say it

    try:
        return metadata.version("caseweave")
    except metadata.PackageNotFoundError:
        return otherwise
