"""How many of a force are said to be where."""
