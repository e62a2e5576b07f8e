#!/usr/bin/env python3
"""Checks that a line is in a journal, by the line, a C2SP tlog-proof and the journal's note key, with no code of the project.

Exit status: 0 it holds, 1 it does not, 64 the command line is wrong, 65 a file is not what it says, 66 missing.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from journalcheck import notes, proofs, tree  # noqa: E402

USAGE, DATA, NO_INPUT = 64, 65, 66


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: error: {message}\n")


def parse(arguments):
    parser = Parser(prog="check_proof.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--proof", metavar="P", type=Path, required=True, help="the .tlog-proof")
    parser.add_argument("--line", metavar="L", type=Path, required=True, help="the line; one LF at its end is passed over")
    parser.add_argument("--key", metavar="VKEY", action="append", default=[], required=True, help="a note key; repeatable")
    parser.add_argument("--witness", metavar="VKEY", action="append", default=[], help="a witness's key; repeatable")
    parser.add_argument("--quorum", metavar="N", type=int, help="how many witnesses must have cosigned; otherwise all")
    return parser.parse_args(arguments)


def main(arguments) -> int:
    options = parse(arguments)
    try:
        keys = [notes.verifier_key(each) for each in options.key]
        witnesses = [proofs.witness_key(each) for each in options.witness]
    except notes.BadNote as error:
        print(f"check_proof.py: error: {error}", file=sys.stderr)
        return USAGE
    quorum = len(witnesses) if options.quorum is None else options.quorum
    try:
        data, line = options.proof.read_bytes(), options.line.read_bytes()
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return NO_INPUT
    try:
        proof = proofs.proof(data)
    except proofs.BadProof as error:
        print(f"{options.proof}: {error}", file=sys.stderr)
        return DATA
    try:
        proof.verify(tree.leaf_hash(line.removesuffix(b"\n")), keys)
        times = proofs.cosignatures(proof.checkpoint, witnesses)
        if len(times) < quorum:
            raise proofs.BadProof(f"{len(times)} witnesses have cosigned, {quorum} are wanted")
    except (proofs.BadProof, notes.BadNote) as error:
        print(f"the proof does not hold: {error}")
        return 1
    print(f"line {proof.index} of {proof.checkpoint.size} of {proof.checkpoint.origin!a}, root {proof.checkpoint.root.hex()}")
    for spelling, time in times.items():
        print(f"  cosigned by {spelling.split('+')[0]!a} at {time}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
