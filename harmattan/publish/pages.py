"""Pages from templates: every value is escaped, and a page may load nothing but the site's own style and script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from harmattan.publish import addresses

if TYPE_CHECKING:
    from jinja2 import Environment

_POLICY = (
    "default-src 'none'; style-src 'self'{hashes}; script-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)


class Pages:
    """Renders templates to bytes."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._environment = _environment()

    def render(self, template: str, page: str, styles: str = "", **values: object) -> bytes:
        """The page at the address `page`. `styles` are rules of its own, allowed by their hash."""
        text = self._environment.get_template(template).render(
            values,
            page=page,
            href=partial(addresses.relative, page),
            to=addresses,
            outside=addresses.outside,
            site_title=self._title,
            styles=styles,
            policy=policy(styles),
        )
        return text.encode("utf-8", "replace")


def policy(styles: str) -> str:
    """The content security policy of a page with these rules of its own."""
    if not styles:
        return _POLICY.format(hashes="")
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return _POLICY.format(hashes=f" 'sha256-{digest}'")


def lighting(names: Iterable[str]) -> str:
    """Style rules that light a claim's words, and its line in the margin, when the page is opened at the claim.

    Nothing but class names made by `addresses.stem` goes into them, so they need no escaping.
    """
    kept = list(names)
    if not kept:
        return ""

    def rule(prefix: str, declarations: str) -> str:
        selectors = ",".join(f":root:has(#{name}:target) .{prefix}-{name}" for name in kept)
        return f"{selectors}{{{declarations}}}"

    return "\n".join(
        (
            rule("e", "background:var(--lit)"),
            rule("f", "background:var(--lit-strong);box-shadow:inset 0 -2px var(--accent)"),
            rule("l", "border-color:var(--accent);background:var(--lit)"),
        )
    )


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - a heavy library, loaded late

    return Environment(
        loader=PackageLoader("harmattan", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
