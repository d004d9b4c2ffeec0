"""Run swotcli with `python -m swotcli`."""

from swotcli.cli import main

if __name__ == "__main__":
    main()
