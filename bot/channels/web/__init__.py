"""The web channel: what the widget in a browser talks to, and the pages that it lives in.

A request's way: channel.py (routes) -> requests.py (who asks, how often, with what body) ->
turns.py (one turn at a time, remembered) -> bot/channels/turn.py. Knows nothing of knowledge.
"""

from bot.channels.web.channel import WebInput

__all__ = ["WebInput"]
