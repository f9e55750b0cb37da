"""Plain text and Markdown, in whatever encoding they were saved."""
