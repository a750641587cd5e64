"""What there is to talk about: text, values, readings, claims, judgements, the world. Standard library only."""
