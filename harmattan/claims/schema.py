"""The claims format, version 1, as a JSON Schema (draft 2020-12): `claims-v1.schema.json`.

The root takes either kind of line; `#/$defs/claim` and `#/$defs/rejection` take one each.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

VERSION = 1


@cache
def claims_schema() -> dict[str, Any]:
    """The schema that ships with the package; the caller must not change it."""
    file = resources.files("harmattan.claims") / f"claims-v{VERSION}.schema.json"
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema
