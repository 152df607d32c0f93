"""The headers that keep pages and answers to themselves."""

from __future__ import annotations

from typing import Dict, FrozenSet, Sequence

# No string ever becomes markup or a script: the widget builds every element itself.
TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types 'none'"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

_COMMON = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def frame_headers(embed_on: Sequence[str]) -> Dict[str, str]:
    """Return the headers of the widget's document.

    Args:
        embed_on: Sites whose pages may hold it, beside the bot's own.
    """
    ancestors = " ".join(("'self'", *embed_on))
    policy = f"{_PAGE}; {TRUSTED_TYPES}; frame-ancestors {ancestors}"
    return _page_headers(policy)


def demo_headers() -> Dict[str, str]:
    """Return the headers of the demo page, which holds the frame as any other site does."""
    return _page_headers(f"{_PAGE}; frame-src 'self'; frame-ancestors 'none'")


def plain_headers() -> Dict[str, str]:
    """Return the headers of everything that is no page: nothing in it is ever to be run."""
    return {**_COMMON, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}


def saved_page_headers() -> Dict[str, str]:
    """Return the headers of a page that somebody takes away: it may be styled, and nothing else."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return {**_page_headers(f"{policy}; frame-ancestors 'none'; sandbox"), "Cache-Control": "no-store"}


def script_headers() -> Dict[str, str]:
    """Return the headers of the one file that other sites load: the stub."""
    return {**_COMMON, "Cross-Origin-Resource-Policy": "cross-origin"}


def asset_headers() -> Dict[str, str]:
    """Return the headers of what the frame loads."""
    return {**_COMMON, "Cross-Origin-Resource-Policy": "same-origin"}


def cors_headers(origin: str, allowed: FrozenSet[str], preflight: bool) -> Dict[str, str]:
    """Return what tells a browser that another site's script may call the API.

    Empty for a site that may not. No cookie is used, so credentials are never allowed.
    """
    if origin.lower() not in allowed:
        return {}
    headers = {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "Retry-After"}
    if preflight:
        headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
        headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        headers["Access-Control-Max-Age"] = "600"
    return headers


def _page_headers(policy: str) -> Dict[str, str]:
    return {**_COMMON, "Content-Security-Policy": policy, "Permissions-Policy": PERMISSIONS}
