"""Whole conversations with a running Rasa bot: files, checks, runs and reports."""
