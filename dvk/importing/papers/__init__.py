"""Files of offices as papers: Word, old Word, PDF with text, plain text and Markdown."""

from dvk.importing.papers.files import paper_of

__all__ = ["paper_of"]
