"""Readers that plug in; the only files that load a model library."""
