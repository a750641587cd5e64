"""The sentence's tree: what is read apart, mended, and where a phrase begins and ends."""
