"""Measures everything, or with `growth` the growth alone, prints the table and writes RESULTS.md, the README's table and growth.svg."""

import os
import pathlib
import sys

import again
import growth
import plot
import report
import rows

lines, rounds = int(sys.argv[1]), int(os.environ.get("BENCH_ROUNDS", 5))
sizes = [size for size in (10_000, 100_000, 1_000_000, 10_000_000) if size < lines] + [lines]
journals = [rows.Journal(size) for size in sizes]
# The issue's own size where it is there: ten million lines are for the growth alone.
judged = journals[min(2, len(journals) - 1)]
sections = []
if "growth" not in sys.argv[2:]:
    for measure in (
        lambda: rows.start(41), lambda: rows.register(judged, rounds), lambda: rows.verification(judged, rounds),
        lambda: again.snapshots(judged, rounds), lambda: again.verifications(judged, rounds),
        lambda: rows.appending(rounds)):
        sections.append(measure())
        print(f"measured: {sections[-1].title}", file=sys.stderr)
growth.measure(journals, min(rounds, 3))
grown, series = growth.section()
text = "\n".join(report.markdown([*sections, grown], lines, rows.versions()))
print(text)
if sections:
    pathlib.Path("Benchmarks/RESULTS.md").write_text(text)
    report.into_readme(report.limits([*sections, grown]))
pathlib.Path("Benchmarks/growth.svg").write_text(plot.growth(series, 1.3))
