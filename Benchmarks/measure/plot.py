"""A plot of cost per act against the size of the journal, as SVG."""

import math

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 420, 60, 50, 200, 50
COLOURS = ["#1b6ca8", "#d1495b", "#2e7d32", "#8e5ea2", "#b26a00"]


def growth(series, limit):
    """Cost per act relative to the smallest journal; `series` has for each name its (lines, seconds per act)."""
    sizes = sorted({size for points in series.values() for size, _ in points})
    low, high = math.log10(sizes[0]), math.log10(sizes[-1])
    relative = {name: [(size, cost / points[0][1]) for size, cost in points] for name, points in series.items()}
    top = max(1.5, 0.1 + max(value for points in relative.values() for _, value in points))

    def x(size):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(size) - low) / ((high - low) or 1)

    def y(value):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top

    def text(at, over, content, anchor="start", colour="#333"):
        return f'<text x="{at:.1f}" y="{over:.1f}" text-anchor="{anchor}" fill="{colour}">{content}</text>'

    def line(x1, y1, x2, y2, style):
        return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {style}/>'

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        text(LEFT, 24, "Cost per act, relative to that in the smallest journal")]
    steps = range(0, int(top * 4) + 1)
    parts += [line(LEFT, y(n / 4), WIDTH - RIGHT, y(n / 4), 'stroke="#ddd"') for n in steps]
    parts += [text(LEFT - 8, y(n / 4) + 4, f"{n / 4:.2f}", "end") for n in steps]
    parts += [text(x(size), HEIGHT - BOTTOM + 20, f"{size:,}", "middle") for size in sizes]
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "lines in the journal", "middle"))
    parts.append(line(LEFT, y(limit), WIDTH - RIGHT, y(limit), 'stroke="#000" stroke-dasharray="6 4"'))
    parts.append(text(WIDTH - RIGHT + 8, TOP, f"dashes: the limit, {limit}"))
    for index, (name, points) in enumerate(relative.items()):
        colour = COLOURS[index % len(COLOURS)]
        path = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(size):.1f}" cy="{y(value):.1f}" r="3" fill="{colour}"/>' for size, value in points]
        first, last = series[name][0][1] * 1e6, series[name][-1][1] * 1e6
        over = TOP + 30 + 40 * index
        parts.append(text(WIDTH - RIGHT + 8, over, name, colour=colour))
        parts.append(text(WIDTH - RIGHT + 8, over + 16, f"{first:.2f} to {last:.2f} µs", colour=colour))
    return "\n".join(parts + ["</svg>", ""])
