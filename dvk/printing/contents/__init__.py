"""What is printed, in words: of each kind of document and of a roll-up the values of its tags; nothing of Word."""
