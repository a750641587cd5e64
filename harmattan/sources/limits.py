"""How much a source may be asked to hold; generous for reporting, small enough for a laptop.

A book of 700,000 words is about 4 MiB; the largest news page among 181 measured is 2.6 MiB of HTML.
"""

from __future__ import annotations

MAX_DOCUMENT_BYTES = 8 * 1024 * 1024
"""One file, one web page or one line of JSON Lines, after decompression."""

MAX_EXPANSION = 100
"""How many times its size a compressed file may grow; prose shrinks five-fold, hostile files a thousand-fold."""

MAX_WORD = 5_000
"""Characters without a space between them: longer is encoded data, not a word."""

MAX_FIELD = 500
"""Characters of a title or a source's name; longer ones are cut."""

MAX_URL = 2_000
"""Characters of an address; longer ones are dropped."""

MAX_LINES = 200_000
"""Lines of one document; more are a table or a log."""
