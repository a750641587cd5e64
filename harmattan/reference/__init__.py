"""What is known beforehand: codebook, predicate lexicon, actors, gazetteer. Data in TOML, versioned."""
