"""What can be wrong with a journal. `FROM_THE_PAGE` are the format page's words; the other codes are this reader's."""

from dataclasses import dataclass

VERDICTS = (
    "valid",
    "invalid",
    "key-unknown",
    "key-revoked",
    "not-authorised",
    "algorithm-unsupported",
    "certificate-untrusted",
    "evidence-missing",
)
"""Of one signature (§4). The last three leave the act undecided; this reader never says `certificate-untrusted`."""

UNDECIDED = frozenset(VERDICTS[5:])

FROM_THE_PAGE = VERDICTS[1:] + (
    "disclosure-missing",
    "format-newer-than-reader",
    "history-rewritten",
    "journal-behind-checkpoint",
    "vouched-by-revoked-key",
)

CODES = frozenset(
    FROM_THE_PAGE
    + (
        "act-malformed",  # the envelope (§3), or what a control act says (§5), has another shape than the page gives
        "act-too-long",  # more than 49,152 bytes
        "at-after-recorded",
        "checkpoint-bad",  # not a checkpoint of this journal, or not signed by a note key in force
        "checkpoint-name",  # a file of x.checkpoints is not named by its size
        "digest-twice",  # a commitment (§8) occurs a second time
        "disclosure-mismatch",  # a disclosure's file does not hold what the commitment says
        "id-outside-window",
        "id-twice",
        "journal-closed",  # a line after journal.closed
        "key-master-missing",  # fewer signers with the role keyMaster than the act wants
        "key-twice",  # a key that has been enrolled already
        "line-malformed",  # not canonical JSON (§2) of exactly the members of §1
        "line-too-long",  # more than 65,535 bytes
        "line-torn",  # bytes after the last LF
        "opening-mismatch",  # line 0 is not the one that the auditor knows
        "opened-twice",  # a second journal.opened
        "other-journal",  # the act names another journal
        "predecessor-mismatch",  # the journal that this one continues is not as line 0 says
        "predecessor-missing",  # the journal that this one continues was not given
        "prev-mismatch",
        "recorded-backwards",
        "revocation-void",  # of an unknown key, of too late a line, or raising an earlier revocation
        "seen-missing",  # policy.seenRequired
        "seq-mismatch",
        "signer-missing",  # a key that must sign has not
        "signers-mismatch",  # signatures are not one per signer in that order
        "timestamp-bad",  # a token beside a checkpoint is not over it, or no authority that is trusted made it
        "target-unknown",  # a key or note key that is named is not there
    )
)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: at which line, at which byte of the file."""

    seq: int | None
    offset: int | None
    code: str
    text: str

    def __post_init__(self):
        if self.code not in CODES:
            raise ValueError(f"no such code: {self.code}")
