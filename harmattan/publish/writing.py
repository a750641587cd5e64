"""Files written whole or not at all, and left alone where they already hold the same bytes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from harmattan.errors import PublishError


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
