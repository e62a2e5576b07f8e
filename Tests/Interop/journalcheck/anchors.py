"""The journal held against checkpoints (format page §6): those beside it, and those an auditor has from elsewhere."""

from dataclasses import dataclass, field
from pathlib import Path

from . import notes, timestamps, tree
from .journal import Journal


@dataclass
class Anchors:
    """What the checkpoints have shown: the journal's root, the sizes that hold, the one from elsewhere relied on."""

    root: str
    sizes: list[int] = field(default_factory=list)
    relied_on: dict | None = None
    times: dict[int, str] = field(default_factory=dict)


def check(journal: Journal, given: list[Path], authorities: list | None = None) -> Anchors:
    """Checks the checkpoints beside the journal and the `given`; what does not hold is a finding.

    A timestamp token beside a checkpoint is checked where `authorities` say who may make one.
    """
    folder = journal.beside["checkpoints"]
    files = [(path, True) for path in given]
    if folder.is_dir():
        files += [(path, False) for path in sorted(folder.iterdir()) if path.suffix != ".tsr" and path.is_file()]
    read = []
    for path, elsewhere in files:
        try:
            checkpoint = notes.checkpoint(path.read_bytes())
        except (notes.BadNote, OSError) as error:
            journal.find("checkpoint-bad", f"{path.name}: {error}", None, None)
            continue
        if not elsewhere and path.name != str(checkpoint.size):
            journal.find("checkpoint-name", f"{path.name} is of size {checkpoint.size}", None, None)
        read.append((path, elsewhere, checkpoint))
    roots = tree.roots(journal.leaves, {each.size for _, _, each in read} | {len(journal.leaves)})
    made = Anchors(roots[len(journal.leaves)].hex())
    for path, elsewhere, checkpoint in read:
        if _holds(journal, path, checkpoint, roots):
            made.sizes.append(checkpoint.size)
            if authorities is not None and not elsewhere:
                _check_token(journal, path, checkpoint, authorities, made)
            if elsewhere and (made.relied_on is None or checkpoint.size > made.relied_on["size"]):
                made.relied_on = {"size": checkpoint.size, "root": checkpoint.root.hex(), "file": str(path)}
    made.sizes.sort()
    return made


def _check_token(journal: Journal, path: Path, checkpoint: notes.Checkpoint, authorities: list, made: Anchors) -> None:
    file = path.with_name(path.name + ".tsr")
    if not file.is_file():
        return
    try:
        token = timestamps.token(file.read_bytes())
        token.verify(checkpoint.text, authorities)
    except (timestamps.BadToken, OSError) as error:
        journal.find("timestamp-bad", f"{file.name}: {error}", None, None)
        return
    made.times[checkpoint.size] = token.time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _holds(journal: Journal, path: Path, checkpoint: notes.Checkpoint, roots: dict[int, bytes]) -> bool:
    try:
        if checkpoint.origin != journal.origin:
            raise notes.BadNote("the checkpoint is of another origin")
        checkpoint.verify(journal.control.note_keys_at(checkpoint.size))
    except notes.BadNote as error:
        journal.find("checkpoint-bad", f"{path.name}: {error}", None, None)
        return False
    if checkpoint.size not in roots:
        journal.find("journal-behind-checkpoint", f"{path.name}: the journal is shorter", None, None)
        return False
    if roots[checkpoint.size] != checkpoint.root:
        journal.find(
            "journal-behind-checkpoint", f"{path.name}: the journal has another root at {checkpoint.size}", None, None
        )
        return False
    return True
