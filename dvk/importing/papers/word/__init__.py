"""Word documents read as printed: automatic numbers, fields' results, text boxes; nothing hidden, nothing tracked."""
