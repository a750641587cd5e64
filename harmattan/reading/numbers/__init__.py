"""Numbers: numerals, and counts with their bounds."""
