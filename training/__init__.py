"""How the house reader's encoder is trained, measured and exported. Needs torch; the package never imports it."""
