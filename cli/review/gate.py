"""Who may ask the review server for anything: the page that it opened itself, on this machine.

The server listens on 127.0.0.1 alone. Other pages in the same browser can still send requests there, and a
name of theirs can be made to lead there; the token in the address, the host's name and the origin keep both out.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

ADDRESS = "127.0.0.1"
LARGEST_BODY = 1_000_000  # bytes of one edit

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
# Text of strangers is shown here: nothing of it is ever run, kept by a cache or told to another site.
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Refused(Exception):
    """A request that is not answered: status and a sentence."""

    status: int
    why: str


@dataclass(frozen=True)
class Gate:
    """The rules of one running server."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def hosts(self) -> tuple[str, ...]:
        return f"{ADDRESS}:{self.port}", f"localhost:{self.port}"

    @property
    def url(self) -> str:
        """What the person opens."""
        return f"http://{ADDRESS}:{self.port}/{self.token}/"

    def path_within(self, method: str, path: str, headers: Mapping[str, str]) -> str:
        """The path behind the token.

        Raises:
            Refused: The request is not from the page.
        """
        if headers.get("Host", "").lower() not in self.hosts:
            raise Refused(421, "This server answers for its own name only.")
        token, _, rest = path.split("?", 1)[0].lstrip("/").partition("/")
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise Refused(404, "There is nothing here. Open the address that the command printed.")
        if headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise Refused(403, "Another site asked for this.")
        if method == "POST":
            self._check_post(headers)
        return rest

    def _check_post(self, headers: Mapping[str, str]) -> None:
        if headers.get("Origin", "").lower() not in [f"http://{host}" for host in self.hosts]:
            raise Refused(403, "Another site asked for this.")
        if headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise Refused(415, "Edits are sent as JSON.")
        length = headers.get("Content-Length", "")
        if not length.isdigit():
            raise Refused(411, "An edit says how long it is.")
        if int(length) > LARGEST_BODY:
            raise Refused(413, "This edit is too long.")
