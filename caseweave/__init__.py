"""The command line, the case folder, and what needs both chronology and genogram.

    cli.py            the command line             commands/          one file for each command
    console.py        the terminal, and the one error boundary

A case and its files
    casefolder.py     the folder of a review       casefile.py        case.toml
    casecheck.py      whether it agrees with itself
    newcase.py        a new one                    example.py         the fictional one, and Windows
    opening.py        what a command may be given  folderfiles.py     what is a submission
    panel.py          where the panel's notes are  passwords.py       of protected files
    storage.py        the case JSON, both parts    ownfiles.py        which files we wrote
    manyfiles.py      large files read at once
What a command shows or writes
    checkwords.py     check, in words              checkedbook.py     check, as a workbook
    columnwords.py    columns                      comparewords.py    compare
    coverageview.py   coverage at the terminal     coverageoutputs.py coverage as files
    coveragepage.py   coverage as a page           template.py        template
    crosscheck.py     crosscheck                   crosschecks/       one file for each kind
    queries.py        queries                      outputs.py         merge: suffix -> writer
    genogramfiles.py  genogram                     familyfile.py      the family's own file
    familypictures.py genograms in documents
The page
    page.py           the page                     templating.py      its templates (templates/)
    pagerows.py       entries                      pagefilters.py     filters
    pagesections.py   the other sections           pagefamily.py      the genogram of each day
The pack
    report.py         the pack                     reportparts.py     its parts
    reportpages.py    method and self-check        selfcheck.py       the case against the outline
"""


def version() -> str:
    """The version of caseweave that is running."""
    from importlib import metadata  # late: it is slow, and few commands say it

    try:
        return metadata.version("caseweave")
    except metadata.PackageNotFoundError:
        return "from a checkout"
