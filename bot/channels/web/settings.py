"""What a deployment may choose for the web channel: WAYPOINT_WEB_* and credentials.yml.

Everything is checked when the server starts: a mistake here would open or close a door unseen.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, FrozenSet, Mapping, Optional, Tuple

from rasa.shared.exceptions import RasaException

from bot.kept_secret import SECRET_CHARACTERS
from bot.paths import build_dir, records_dir

JWT_ALGORITHMS = tuple(f"{kind}{bits}" for kind in ("HS", "RS", "ES", "PS") for bits in (256, 384, 512))
QUESTIONS_A_MINUTE = 30
TOKEN_DAYS = 30.0
TOKEN_DAYS_SIGNED_IN = 1.0  # the host page's sign-in ends some day, too
PERSON_DAYS = 400.0  # made anew with each conversation; longer than what was saved is kept unused

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|\[[0-9a-f:]+\]"
_ORIGIN = re.compile(rf"https?://(?:{_HOST})(?::\d{{1,5}})?", re.IGNORECASE)
_ANCESTOR = re.compile(rf"https?://(?:\*\.)?(?:{_HOST})(?::(?:\d{{1,5}}|\*))?", re.IGNORECASE)


class WrongSetting(RasaException):
    """A setting that cannot be meant as it is written; says which, and what to write."""


@dataclass(frozen=True)
class WebSettings:
    """One deployment's choices; the default is the closed one."""

    files: Path  # what the widget's build made
    secret: str = ""  # signs conversation tokens; empty: made once and kept in secret_file
    secret_file: Optional[Path] = None
    origins: FrozenSet[str] = frozenset()  # other sites whose scripts may call the API
    embed_on: Tuple[str, ...] = ()  # other sites whose pages may hold the frame
    proxies: int = 0  # trusted proxies in front, each of which appends to X-Forwarded-For
    questions_a_minute: float = QUESTIONS_A_MINUTE  # of one conversation; 0: no limits at all
    token_days: float = TOKEN_DAYS
    jwt_key: str = ""  # the host page's key; empty: anyone may begin a conversation
    jwt_algorithm: str = "HS256"

    @property
    def person_days(self) -> float:
        """How long a person's token is good: of who is signed in, as long as the sign-in counts."""
        return self.token_days if self.jwt_key else max(PERSON_DAYS, self.token_days)

    @classmethod
    def read(
        cls, credentials: Optional[Mapping[str, Any]], environment: Optional[Mapping[str, str]] = None
    ) -> WebSettings:
        """Read the channel's entry of credentials.yml and the environment, which comes first.

        Raises:
            WrongSetting: One of them makes no sense.
        """
        values = os.environ if environment is None else environment
        entry: Dict[str, Any] = dict(credentials or {})
        named = str(entry.pop("jwt_key", None) or "")
        jwt_key = values.get("WAYPOINT_WEB_JWT_KEY") or named
        algorithm = str(entry.pop("jwt_algorithm", None) or "HS256")
        default_days = TOKEN_DAYS_SIGNED_IN if jwt_key else TOKEN_DAYS
        days = _number("token_days", entry.pop("token_days", None), default_days)
        if entry:
            raise WrongSetting(f"credentials.yml: the web channel does not know {', '.join(sorted(entry))}.")
        if days <= 0:
            raise WrongSetting("credentials.yml: token_days must be more than 0.")
        return cls(
            files=build_dir() / "web",
            secret=_secret(values.get("WAYPOINT_WEB_SECRET") or ""),
            secret_file=records_dir() / "web.secret",
            origins=frozenset(_sites("WAYPOINT_WEB_ORIGINS", values, _ORIGIN)),
            embed_on=_sites("WAYPOINT_WEB_EMBED_ON", values, _ANCESTOR),
            proxies=int(_number("WAYPOINT_WEB_PROXIES", values.get("WAYPOINT_WEB_PROXIES"), 0)),
            questions_a_minute=_number("WAYPOINT_WEB_RATE", values.get("WAYPOINT_WEB_RATE"), QUESTIONS_A_MINUTE),
            token_days=days,
            jwt_key=_jwt_key(jwt_key, algorithm),
            jwt_algorithm=algorithm,
        )


def _secret(text: str) -> str:
    if text and len(text) < SECRET_CHARACTERS:
        raise WrongSetting(
            f"WAYPOINT_WEB_SECRET has {len(text)} characters; it needs {SECRET_CHARACTERS} that nobody can guess,"
            " such as `openssl rand -base64 32` gives."
        )
    return text


def _jwt_key(key: str, algorithm: str) -> str:
    """Return the key if it fits the algorithm ("none" is no algorithm here)."""
    if key and algorithm not in JWT_ALGORITHMS:
        raise WrongSetting(f"jwt_algorithm is {algorithm!r}; it must be one of {', '.join(JWT_ALGORITHMS)}.")
    if key and algorithm.startswith("HS") and len(key) < SECRET_CHARACTERS:
        raise WrongSetting(f"jwt_key needs {SECRET_CHARACTERS} characters or more for {algorithm}.")
    return key


def _sites(name: str, values: Mapping[str, str], form: re.Pattern[str]) -> Tuple[str, ...]:
    """Return the sites of a variable, parted by spaces or commas, in lower case."""
    sites = [site.rstrip("/").lower() for site in re.split(r"[\s,]+", values.get(name) or "") if site]
    for site in sites:
        if not form.fullmatch(site):
            raise WrongSetting(f"{name} names {site!r}; write sites such as https://clinic.example.")
    return tuple(dict.fromkeys(sites))


def _number(name: str, value: Any, default: float) -> float:
    if value in (None, ""):
        return default
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = -1.0
    if not 0 <= number < 1_000_000:
        raise WrongSetting(f"{name} is {value!r}; it must be a number, 0 or more.")
    return number
