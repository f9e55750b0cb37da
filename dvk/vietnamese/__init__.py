"""Vietnamese text as offices write it: strict readers and printers, refusing what could mean two things."""
