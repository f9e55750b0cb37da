"""The printed form: a plan, a registration, a report or a roll-up as a Word document.

Data first (``plans``, ``registrations``, ``reports``, ``rollups``: texts, lists and mappings, nothing else), then a
template filled with it in a process of its own (``guard`` starts it, ``worker`` is it). What is printed is always in
Vietnamese.
"""
