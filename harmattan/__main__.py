"""`python -m harmattan` is `harmattan`."""

from __future__ import annotations

from harmattan.cli import main

if __name__ == "__main__":  # worker processes import this file too
    main()
