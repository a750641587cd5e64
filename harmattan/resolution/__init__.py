"""Which actor, which place, which incident: comparisons with reasons, and clusters of judgements."""
