"""The seed from which the random workspaces of the oracle are counted; ``DVK_ORACLE_SEED`` sets another."""

import os

BASE_SEED = int(os.environ.get("DVK_ORACLE_SEED", "20250701"))
