#!/usr/bin/env python3
"""Verifies journals of the format registry-journal/1, by the format page alone and with no code of the project.

Exit status: 0 clean, 1 findings, 64 the command line is wrong, 65 not a journal, 66 missing.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from journalcheck import timestamps  # noqa: E402
from journalcheck.journal import NotAJournal  # noqa: E402
from journalcheck.report import Report, verify_all  # noqa: E402

USAGE, DATA, NO_INPUT = 64, 65, 66


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: error: {message}\n")


def parse(arguments):
    parser = Parser(prog="verify.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("journals", metavar="JOURNAL", nargs="+", type=Path)
    parser.add_argument(
        "--checkpoint",
        metavar="F",
        action="append",
        default=[],
        type=Path,
        help="a checkpoint from elsewhere; repeatable, for one journal only",
    )
    parser.add_argument(
        "--tsa-ca",
        metavar="PEM",
        type=Path,
        help="certificates of timestamping authorities: the tokens beside the checkpoints are checked by them",
    )
    parser.add_argument(
        "--opening", metavar="HEX", help="the leaf hash of line 0, known from elsewhere; for one journal only"
    )
    parser.add_argument(
        "--roles",
        metavar="FILE",
        type=Path,
        help='which roles may sign which type: {"apk.included": ["authorisedPerson"], ...}',
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line for each journal")
    options = parser.parse_args(arguments)
    if len(options.journals) > 1 and (options.checkpoint or options.opening):
        parser.error("--checkpoint and --opening are about one journal")
    return options


def role_rules(path: Path | None):
    if path is None:
        return None
    rules = json.loads(path.read_text("utf-8"))
    if type(rules) is not dict or not all(
        type(roles) is list and all(type(role) is str for role in roles) for roles in rules.values()
    ):
        raise ValueError("not an object of arrays of roles")
    return rules


def show(report: Report) -> None:
    facts = report.as_json()
    print(f"{facts['journal']}: {facts['lines']} lines of {facts['origin']!a}")
    print(f"  head        {facts['head']}")
    print(f"  root        {facts['root']}")
    print(f"  signatures  {', '.join(f'{count} {verdict}' for verdict, count in facts['signatures'].items())}")
    print(f"  acts        {', '.join(f'{count} {name}' for name, count in facts['acts'].items())}")
    if facts["kept"]:
        print(f"  kept        {', '.join(f'{count} {name}' for name, count in facts['kept'].items())}")
    if facts["checkpoints"]:
        print(f"  checkpoints {len(facts['checkpoints'])}, the largest of size {facts['checkpoints'][-1]}")
    anchor = facts["anchor"]
    print(f"  anchor      {anchor['file']} of size {anchor['size']}" if anchor else "  anchor      none from elsewhere")
    for each in facts["findings"]:
        place = "" if each["seq"] is None else f"line {each['seq']}, "
        place += "" if each["offset"] is None else f"byte {each['offset']}: "
        print(f"  {place}{each['code']}: {each['text']}")
    for size, time in facts["timestamps"].items():
        print(f"  timestamp   the checkpoint of size {size} at {time}")
    print("  clean" if not facts["findings"] else f"  {len(facts['findings'])} findings")


def main(arguments) -> int:
    options = parse(arguments)
    for path in options.checkpoint + [each for each in (options.roles, options.tsa_ca) if each]:
        if not path.is_file():
            print(f"{path}: missing", file=sys.stderr)
            return NO_INPUT
    try:
        trusted = timestamps.authorities(options.tsa_ca) if options.tsa_ca else None
    except ValueError as error:
        print(f"{options.tsa_ca}: {error}", file=sys.stderr)
        return DATA
    try:
        rules = role_rules(options.roles)
    except ValueError as error:
        print(f"{options.roles}: {error}", file=sys.stderr)
        return DATA
    status = 0
    for path, outcome in zip(
        options.journals, verify_all(options.journals, rules, options.checkpoint, options.opening, trusted)
    ):
        if isinstance(outcome, Report):
            if options.json:
                print(json.dumps(outcome.as_json()))
            else:
                show(outcome)
            status = max(status, 1 if outcome.journal.findings else 0)
        elif isinstance(outcome, NotAJournal):
            print(f"{path}: not a journal: {outcome}", file=sys.stderr)
            status = max(status, DATA)
        else:
            print(f"{path}: {outcome.strerror}", file=sys.stderr)
            status = max(status, NO_INPUT)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
