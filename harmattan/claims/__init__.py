"""From statements to cited claims, and the codebook's checks."""
