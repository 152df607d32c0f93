"""Are the articles' addresses still there? The only part of a check that asks the network."""

from __future__ import annotations

import concurrent.futures
from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, Iterator, List, Optional, Sequence

from knowledge.curation.remarks import LINK, Remark, remark
from knowledge.drafts import Drafts

if TYPE_CHECKING:
    import httpx

SECONDS = 10.0  # to connect, and between two parts of an answer
AT_ONCE = 4
GONE = (404, 410)
# Sites that turn away programs answer like this; the page may well be there for people.
NOT_TOLD = (401, 403, 405, 406, 429, 451, 999)
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; link check)", "Accept": "text/html,*/*"}


class NoNetwork(Exception):
    """Nothing could be reached at all."""


@dataclass(frozen=True)
class Reached:
    """What an address answered: a status, or why there is none."""

    status: Optional[int]
    trouble: str = ""
    moved_to: str = ""
    offline: bool = False


def dead_links(drafts: Drafts, seconds: float = SECONDS) -> List[Remark]:
    """Remarks on addresses that are gone, moved for good or do not answer.

    Raises:
        NoNetwork: Not one address could be reached.
    """
    articles = [draft for draft in drafts.articles if draft.fact.url]
    found = reach([draft.fact.url for draft in articles], seconds)
    if found and all(one.offline for one in found.values()):
        raise NoNetwork
    return [made for draft in articles for made in _remarks(draft, found[draft.fact.url])]


def reach(urls: Sequence[str], seconds: float = SECONDS) -> Dict[str, Reached]:
    """Ask each address once."""
    import httpx

    distinct = list(dict.fromkeys(urls))
    with (
        httpx.Client(timeout=seconds, follow_redirects=True, max_redirects=5, headers=_HEADERS) as client,
        concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        return dict(zip(distinct, pool.map(lambda url: _reach(client, url), distinct), strict=True))


def _reach(client: httpx.Client, url: str) -> Reached:
    import httpx

    try:
        with client.stream("GET", url) as answer:  # the page itself is not read
            lasting = [r for r in answer.history if r.status_code in (301, 308)]
            moved = str(answer.url) if lasting and answer.status_code < 400 else ""
            return Reached(answer.status_code, moved_to="" if _same_page(url, moved) else moved)
    except httpx.ConnectError as error:
        return Reached(None, f"it cannot be reached ({error})", offline=True)
    except httpx.TimeoutException:
        return Reached(None, "it does not answer in time", offline=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Reached(None, f"it cannot be read ({error})")


def _same_page(url: str, moved: str) -> bool:
    """Whether two addresses differ only in what does not matter to people."""
    def plain(address: str) -> str:
        return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")

    return plain(url) == plain(moved)


def _remarks(draft, reached: Reached) -> Iterator[Remark]:
    status = reached.status
    if status is not None and (status < 400 or status in NOT_TOLD) and not reached.moved_to:
        return
    if reached.moved_to:
        what = f"the address has moved for good to {reached.moved_to}"
        instead = "see that it is the same text, and write that address"
    elif status in GONE:
        what, instead = f"the address is gone ({status})", "find where it is now, or write url: null"
    else:
        trouble = reached.trouble or f"it answers with status {status}"
        what, instead = f"the address does not work: {trouble}", "try it in a browser; find where it is now"
    yield remark(LINK, draft, "url", (draft.fact.id,), (draft.fact.url,), what, instead)
