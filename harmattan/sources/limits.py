"""How much a source may be asked to hold; generous for reporting, small enough for a laptop.

A novel of 100,000 words is about 600 KiB; the largest of 181 news pages measured has 1.5 MiB of HTML.
"""

from __future__ import annotations

MAX_DOCUMENT_BYTES = 8 * 1024 * 1024
"""One text file or one line of JSON Lines, after decompression."""

MAX_PAGE_BYTES = 4 * 1024 * 1024
"""One web page; a hostile one of this size takes about ten seconds and 300 MB to take apart."""

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
