"""Values of the model as text for the terminal."""

from __future__ import annotations

from datetime import date

from rich.text import Text

from harmattan.cli.terminal import one_line
from harmattan.model.readings import Mention, Number, Place
from harmattan.model.text import Span
from harmattan.model.values import Period
from harmattan.publish.wording import count_words


def quoted(value: str, span: Span) -> Text:
    """A value, and the words it was read from where they are not the same."""
    words = one_line(span.quote)
    value = one_line(value)
    return Text(value) if value == words else Text.assemble(value, ("  “" + words + "”", "dim"))


def mention_text(mention: Mention) -> Text:
    """A mention: the best known name, the words, the actor's id."""
    text = quoted(mention.name, mention.span)
    return text.append(f"  [{mention.actor}]", "dim") if mention.actor else text


def place_text(place: Place) -> Text:
    """A place: its name, the words, country and id."""
    known = ", ".join(part for part in (place.country, place.id) if part)
    text = quoted(place.name, place.span)
    return text.append(f"  [{known}]", "dim") if known else text


def number_text(number: Number, unit: str = "") -> Text:
    """A count, what is counted, and the words."""
    return quoted(f"{count_words(number.count)} {unit}".strip(), number.span)


def period_words(period: Period | None) -> str | None:
    """ "2021-06-01 to 2021-06-30 (month)"; None where it is not on the calendar."""
    if period is None or not period.resolved:
        return None
    first, last = day_words(period.earliest) or "…", day_words(period.latest) or "…"
    return first if first == last else f"{first} to {last} ({period.precision.value})"


def years_words(since: int | None, until: int | None) -> str:
    """ " (1998–2007)"; nothing where neither is known."""
    if since is None and until is None:
        return ""
    return f" ({since or '…'}–{until or '…'})"


def day_words(day: date | None) -> str | None:
    """ "2020-02-04"."""
    return day.isoformat() if day else None


def plain(value: str | None) -> Text:
    """A value, or a dash where there is none."""
    return Text(one_line(value)) if value else Text("—", "dim")
