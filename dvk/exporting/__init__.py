"""Facts out: a workspace's years as plain tables for other programs, the rules of dvk already applied.

``tables`` says what is written; each of ``branch``, ``filed``, ``yearly``, ``standing``, ``set_targets`` and ``models``
makes the rows of some tables; ``writing_tables`` puts them on disk, one module a format.
"""
