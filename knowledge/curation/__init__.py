"""Keeping the knowledge in order: what deserves a second look, what a change would change."""
