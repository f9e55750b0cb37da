"""Who may change which file: the people whom units name, and what is wrong with a change of somebody else."""

from dvk.trust.owners.judging import findings_of_actor, ownership_of
from dvk.trust.owners.ownership import Newcomer, Ownership

__all__ = ["Newcomer", "Ownership", "findings_of_actor", "ownership_of"]
