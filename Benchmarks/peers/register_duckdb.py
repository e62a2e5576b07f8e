"""The register by DuckDB on two threads: JOURNAL UNTIL SQL-FILE. Says how long the SQL took, without Python's start."""

import json
import pathlib
import sys
import time

import duckdb

journal, until, script = sys.argv[1:]
sql = pathlib.Path(script).read_text()
database = duckdb.connect(config={"threads": 2})
began, cpu = time.perf_counter(), time.process_time()
answer = database.execute(sql.format(journal=journal, until=until)).fetchone()
seconds, cpu = time.perf_counter() - began, time.process_time() - cpu


def plain(number):
    """A decimal without trailing zeros, as the journal writes it."""
    return f"{number.normalize():f}"


standing, excluded, hash_rate, power = answer
print(json.dumps({
    "standing": standing, "excluded": excluded, "hashrateTHs": plain(hash_rate), "powerKW": plain(power),
    "seconds": seconds, "cpu": cpu, "version": duckdb.__version__}))
