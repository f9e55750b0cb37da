"""Finished results on their way out: tables as text, csv, Markdown; findings as text; anything as JSON."""
