"""`python -m lettersmith` is the same as `lettersmith`."""

from lettersmith.cli import main

main()
