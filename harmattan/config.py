"""Where things are, by default and by a project's own settings (`harmattan.toml`)."""

from __future__ import annotations
