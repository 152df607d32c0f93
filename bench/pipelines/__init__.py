"""Compares pipelines for intents: on our own lines and on public sets."""
