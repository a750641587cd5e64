"""What is held, from opinions that overrule one another."""
