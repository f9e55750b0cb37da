"""The command line: a lazy table of commands, one file each: options → call → print → exit code."""
