"""How well Harmattan reads, measured with the field's own tests: `make quality`."""
