"""A curve on two logarithmic scales, as an SVG made by hand: seconds by claims, beside what would be proportional."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, BOTTOM, EDGE = 560, 360, 64, 48, 16


def curve(points: Sequence[tuple[float, float]]) -> str:
    """The plot of claims and seconds; the dashed line goes through the first point in proportion to the claims."""
    claims, seconds = [claims for claims, _ in points], [seconds for _, seconds in points]
    ends = claims[-1] * seconds[0] / claims[0]
    across = (floor(log10(claims[0])), ceil(log10(claims[-1])))
    up = (floor(log10(seconds[0])), ceil(log10(max(*seconds, ends))))

    def place(one: float, other: float) -> tuple[float, float]:
        x = LEFT + (log10(one) - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - EDGE)
        y = HEIGHT - BOTTOM - (log10(other) - up[0]) / (up[1] - up[0]) * (HEIGHT - BOTTOM - EDGE)
        return round(x, 1), round(y, 1)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12" fill="#222" role="img" aria-label="Seconds of a processor to resolve, by number of claims">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(across[0], across[1] + 1):
        x, bottom = place(10**power, 10 ** up[0])
        lines.append(f'<path d="M{x} {EDGE}V{bottom}" stroke="#ddd"/>')
        lines.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(up[0], up[1] + 1):
        left, y = place(10 ** across[0], 10**power)
        lines.append(f'<path d="M{left} {y}H{WIDTH - EDGE}" stroke="#ddd"/>')
        lines.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g}</text>')
    lines.append(f'<text x="{(LEFT + WIDTH) / 2}" y="{HEIGHT - 8}" text-anchor="middle">claims</text>')
    lines.append(
        f'<text x="14" y="{HEIGHT / 2}" transform="rotate(-90 14 {HEIGHT / 2})">seconds of a processor</text>'
    )
    straight = " ".join("{},{}".format(*place(*end)) for end in ((claims[0], seconds[0]), (claims[-1], ends)))
    lines.append(f'<polyline points="{straight}" fill="none" stroke="#888" stroke-dasharray="5 4"/>')
    drawn = [place(*point) for point in points]
    joined = " ".join(f"{x},{y}" for x, y in drawn)
    lines.append(f'<polyline points="{joined}" fill="none" stroke="#1f5f99" stroke-width="2"/>')
    for (x, y), (_, took) in zip(drawn, points, strict=True):
        lines.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#1f5f99"/>')
        lines.append(f'<text x="{x - 8}" y="{y - 8}" text-anchor="end">{took:,.0f} s</text>')
    return "\n".join([*lines, "</svg>", ""])
