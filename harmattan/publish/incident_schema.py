"""The incidents format, version 1, as a JSON Schema (draft 2020-12): `incidents-v1.schema.json`.

The root takes either kind of line; `#/$defs/incident` and `#/$defs/redirect` take one each.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

VERSION = 1


@cache
def incidents_schema() -> dict[str, Any]:
    """The schema that ships with the package; the caller must not change it."""
    file = resources.files("harmattan.publish") / f"incidents-v{VERSION}.schema.json"
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema
