"""Prepares a machine: finds Pythons, installs both environments, runs the build steps.

Runs with whatever python3 make finds, before anything is installed: standard library only,
written for Python 3.8 and later.
"""
