"""JSON as the store writes it: one spelling for one value."""

from __future__ import annotations

import json
from typing import Any


def encoded(value: Any) -> str:
    """Compact JSON, text unescaped, fields in the order of the value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def decoded(text: str) -> Any:
    """The value that `encoded` was made of."""
    return json.loads(text)
