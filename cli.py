"""Run caseweave from a checkout: python cli.py ..."""

from caseweave.cli import main

if __name__ == "__main__":
    main()
