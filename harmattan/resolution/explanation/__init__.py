"""Why claims were joined to incidents, or not: comparisons, judgements and the chains between them, in plain words."""
