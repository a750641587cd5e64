"""Time expressions: a grammar, their values, and the times that claims rest on."""
