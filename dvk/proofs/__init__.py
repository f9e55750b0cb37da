"""Whether commits and stamps are proven by SSH signatures of people whom the main branch trusts."""

from dvk.proofs.asking import Question, Verified, verified
from dvk.proofs.proving import CommitProof, Proofs, StampProof
from dvk.proofs.trusting import SIGNERS, Trusted, trusted_commit

__all__ = [
    "SIGNERS",
    "CommitProof",
    "Proofs",
    "Question",
    "StampProof",
    "Trusted",
    "Verified",
    "trusted_commit",
    "verified",
]
