"""Old documents in: what a Word, PDF or text file says, as a draft in which each value names its words and line."""
