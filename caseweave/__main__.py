"""python -m caseweave"""

from caseweave.cli import main

if __name__ == "__main__":
    main()
