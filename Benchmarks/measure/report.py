"""Writes what was measured as Markdown."""

import os
import pathlib
import re


def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())[1]
    with open("/proc/meminfo") as file:
        memory = int(re.search(r"MemTotal:\s*(\d+)", file.read())[1])
    return f"{os.cpu_count()} cores of {model}, {memory / 2**20:.0f} GiB of memory"


def table(heads, rows):
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "|".join(" --- " for _ in heads) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def span(seconds):
    return f"{seconds:.2f} s" if seconds >= 0.2 else f"{seconds * 1e3:.1f} ms"


def row(figure):
    times = figure.times
    return [
        figure.name, span(figure.median), f"{span(min(times))} to {span(max(times))}", str(len(times)),
        f"{figure.rate:,.0f}" if figure.acts else "", span(figure.cpu), f"{figure.peak / 1e6:.0f} MB",
        "" if figure.others is None else f"{figure.others:.0%}", f"`{' '.join(figure.command).replace(os.getcwd(), '$PWD')}`"]


def verdict(limit, section):
    met = "met" if limit.met else "**missed**"
    return f"{met} (disturbed)" if any(figure.is_disturbed for figure in section.figures) else met


def limits(sections):
    """What was asked, row by row of the issue, and what was reached."""
    return [
        [limit.row, limit.asked, limit.reached, verdict(limit, section)]
        for limit, section in sorted(
            ((limit, section) for section in sections for limit in section.limits), key=lambda pair: pair[0].row)]


def into_readme(rows):
    """Puts the limits, without the rows' numbers, between the marks of the README."""
    path, begin, end = pathlib.Path("README.md"), "<!-- made by make bench -->\n", "<!-- end -->\n"
    before, rest = path.read_text().split(begin)
    made = "\n".join(table(["asked", "reached", ""], [row[1:] for row in rows]))
    path.write_text(f"{before}{begin}{made}\n{end}{rest.split(end, 1)[1]}")


def markdown(sections, lines, versions):
    yield "# What it costs, measured"
    yield ""
    yield f"Written by `make bench LINES={lines}`. Times are wall times, medians of runs that took turns."
    yield ""
    yield f"Machine: {machine()}. " + "; ".join(f"{name} {version}" for name, version in versions.items()) + "."
    yield ""
    yield from table(["row of the issue", "asked", "reached", ""], limits(sections))
    yield ""
    yield (
        "CPU is user and system time of all threads. Peak is the largest resident set; less than about 25 MB cannot be "
        "told, that being the measuring process's own. *Others* is the largest share of the machine that other "
        "processes had during a run that is counted: runs with more than 8 % are made again while patience "
        "(`BENCH_PATIENCE` seconds) lasts. Where it did not, a row is called disturbed: its wall times say little, and "
        "the ratios of CPU times more.")
    for section in sections:
        yield from ["", f"## {section.title}", "", section.fairness, ""]
        heads = ["", "median", "least to most", "runs", "acts/s", "CPU", "peak", "others", "command"]
        yield from table(heads, map(row, section.figures))
    yield ""
