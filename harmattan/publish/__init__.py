"""Dossiers, digest, feeds: each file makes one kind of page."""
