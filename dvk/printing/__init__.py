"""The printed form: a plan, a registration, a report or a roll-up as a Word document.

Contents first (``contents``: documents as texts, lists and mappings, nothing else), then a template filled with them
in a process of its own (``word``). Neither knows the other: ``data`` is what they share, ``word_files`` puts them
together. What is printed is always in Vietnamese.
"""
