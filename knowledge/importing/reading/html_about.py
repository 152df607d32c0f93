"""What a page says of itself: title, publisher, address, date."""

from __future__ import annotations

import logging
import re
from urllib.parse import urlsplit

from lxml import etree
from trafilatura.metadata import extract_metadata

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.dates import date_in, iso_date
from knowledge.importing.reading.reading import About, RawBlock

_BETWEEN = re.compile(r"\s+[|·•–—»:-]\s+")
_SIGNS = tuple(
    f"contains(concat(' ', translate(normalize-space(@{kind}), '_', '-'), ' '), ' {name} ')"
    for kind in ("class", "id") for name in ("site-title", "site-name", "logo", "site-logo", "brand", "navbar-brand")
)  # fmt: skip
_LONGEST_NAME = 7  # words

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def about_page(root: etree._Element) -> About:
    """What meta elements, JSON-LD and links say; called before scripts are taken out."""
    try:
        # extensive=False: only dates that are marked as such, none that merely stand on the page.
        said = extract_metadata(root, extensive=False)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, etree.LxmlError):
        said = None
    url = _url(root)
    return About(
        title=_title(root, said.title if said else None),
        publisher=_publisher(root, said.sitename if said else None),
        url=url,
        published=_published(root) or (iso_date(said.date or "") if said else None),
    )


def complete(about: About, blocks: list[RawBlock]) -> About:
    """The same with what only the visible text says: title from the first heading, date from the byline."""
    title = about.title or next((b.text for b in blocks if b.kind == "heading"), None)
    return About(title, about.publisher, about.url, about.published or date_in([b.text for b in blocks[:12]]))


def _title(root: etree._Element, said: str | None) -> str | None:
    headings = [clean("".join(h.itertext())) for h in root.iter("h1")]
    whole = clean("".join(root.xpath("string(//head/title)"))) or clean(_meta(root, "og:title", "twitter:title"))
    for heading in headings:
        if heading and heading.lower() in whole.lower():
            return heading
    return clean(said or "") or whole or next((h for h in headings if h), None)


def _publisher(root: etree._Element, said: str | None) -> str | None:
    names = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher")
    name = clean(_meta(root, *names))
    # trafilatura falls back on the host, which the address says already.
    said = clean(said) if said and not re.fullmatch(r"[\w-]+(\.[\w-]+)+", said) else ""
    return name or said or _behind_title(root) or _sign(root)


def _behind_title(root: etree._Element) -> str | None:
    """The site's name behind the page's own title: "Nine side gigs | The Night Float"."""
    whole = clean("".join(root.xpath("string(//head/title)")))
    parts = _BETWEEN.split(whole)
    headings = {clean("".join(h.itertext())).lower() for h in root.iter("h1")}
    if len(parts) > 1 and (len(parts) > 2 or parts[0].lower() in headings) and parts[-1].lower() not in headings:
        return parts[-1] if 0 < len(parts[-1].split()) <= _LONGEST_NAME else None
    return None


def _sign(root: etree._Element) -> str | None:
    """What the logo of a page says."""
    for element in root.xpath(f"//*[{' or '.join(_SIGNS)}]")[:5]:
        pictured = " ".join(element.xpath(".//img/@alt | self::img/@alt"))
        name = clean(re.sub(r"\b(?:logo|home(?:page)?)\b", "", "".join(element.itertext()) or pictured, flags=re.I))
        if 0 < len(name.split()) <= _LONGEST_NAME:
            return name
    return None


def _url(root: etree._Element) -> str | None:
    links = root.xpath("//link[contains(concat(' ', normalize-space(@rel), ' '), ' canonical ')]/@href")
    for address in (*links, _meta(root, "og:url")):
        parts = urlsplit(address.strip()) if len(address) < 2000 else urlsplit("")
        if parts.scheme in ("http", "https") and parts.netloc:
            return address.strip()
    return None


def _published(root: etree._Element) -> str | None:
    names = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dc.date.issued",
             "citation_publication_date", "publish-date", "pubdate", "article:modified_time", "last-modified")
    for name in names:
        found = iso_date(_meta(root, name))
        if found:
            return found
    for element in root.xpath("//time[@datetime]")[:3]:
        found = iso_date(element.get("datetime"))
        if found:
            return found
    return None


def _meta(root: etree._Element, *names: str) -> str:
    wanted = {name.lower() for name in names}
    for meta in root.iter("meta"):
        said = {(meta.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        if said & wanted and (meta.get("content") or "").strip():
            return meta.get("content")
    return ""
