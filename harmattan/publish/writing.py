"""Files written whole or not at all, and left alone where they already hold the same bytes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from harmattan.errors import PublishError

LIST = "pages.txt"
"""Names every page of the site's last building, so that the next one can take away what is no longer part of it."""

_OURS = re.compile(
    r"(?:actors|countries|digest|documents|incidents|ledger|static)/(?:[0-9]+/)*[a-z0-9-]+\.[a-z]+"
)
"""What a line of the list must look like for the file to be taken away: nothing outside the site's own folders."""


def listed_pages(folder: Path) -> set[str]:
    """The pages of earlier buildings by the list in the folder; empty where there is none, or it cannot be read."""
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {line for line in lines if _OURS.fullmatch(line)}


def write_list(folder: Path, pages: Iterable[str]) -> None:
    """Writes the list."""
    write_page(folder, LIST, "".join(f"{page}\n" for page in sorted(pages)).encode())


def remove_pages(folder: Path, pages: Iterable[str]) -> int:
    """Takes away pages of the site that are no longer part of it; how many there were. Raises PublishError."""
    removed = 0
    for page in pages:
        path = folder / page
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PublishError(
                path, f"cannot be taken away: {error.strerror}", "remove it by hand"
            ) from error
        removed += 1
    return removed


def write_page(folder: Path, page: str, content: bytes) -> bool:
    """Writes `content` to `page` under `folder`; whether anything had to be written.

    The bytes go to a temporary file beside the page, which then takes its name: whoever reads the page meanwhile, or
    ends the program, finds the old page or the new one. Raises PublishError naming the page.
    """
    path = folder / page
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        remedy = "free some space, or choose a folder that can be written to"
        raise PublishError(path, f"cannot be written: {error.strerror or error}", remedy) from error
    return True
