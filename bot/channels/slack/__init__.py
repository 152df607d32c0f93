"""Slack, first class: what arrives is verified, answered once, in order, and in Block Kit.

Modules in order of travel: verification, requests, events | commands | interactions, text,
reception (once only), lanes (in order), desk (the turn), privacy, rendering/, delivery; views is
the App Home, messages holds all texts. Knows nothing of knowledge.
"""

from bot.channels.slack.channel import SlackInput

__all__ = ["SlackInput"]
