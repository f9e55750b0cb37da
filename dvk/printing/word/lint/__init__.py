"""What is wrong with a template before any data exist: looked for in a process of its own."""
