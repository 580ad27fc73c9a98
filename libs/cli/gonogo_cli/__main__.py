"""`python -m gonogo_cli` is the `gonogo` command."""

from gonogo_cli.main import main

main()
