"""PDF files with text: letters with their places, put together into rows, and rows into paragraphs."""
