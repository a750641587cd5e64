"""What the text says: each pass over the encoder's marks adds one kind of thing."""
