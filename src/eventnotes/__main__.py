"""`python -m eventnotes`."""

from eventnotes.cli import main

if __name__ == "__main__":
    main()
