"""How a document holds what it tells, and who says so."""
