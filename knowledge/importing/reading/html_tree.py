"""HTML source to a tree that holds words only: nothing in it can run, load or hide."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import SAVE_LESS, Unreadable

# Never text: programs, styles, other documents, drawings and what stands in for them.
_NEVER = (
    "script style template iframe frame frameset noframes object embed applet svg canvas audio video map "
    "noscript head link meta base param source track"
).split()
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parsed(text: str, limits: Limits) -> lxml.html.HtmlElement:
    """The document's root element, scripts and all.

    Raises:
        Unreadable: It nests too deep, or holds no element.
    """
    # Without huge_tree the parser stops in silence at 256 levels, which real pages reach.
    parser = lxml.html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    # The parser refuses text that declares an encoding of its own.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    try:
        root = lxml.html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("holds no text that can be read", "open it in a browser and save the page again") from error
    deepest, elements = _measured(root)
    if elements > limits.elements:
        raise Unreadable(f"has more than {limits.elements:,} elements", SAVE_LESS)
    if deepest > limits.depth or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(f"nests elements more than {limits.depth} deep", SAVE_LESS)
    return root


def words_only(root: lxml.html.HtmlElement) -> tuple[lxml.html.HtmlElement, list[str]]:
    """The body without what is never text, and the texts that the page hides."""
    body = root.find("body")
    if body is None:
        body = root
    for element in list(body.iter(*_NEVER)):
        if element is not body:
            _remove(element)
    hidden: list[str] = []
    for element in list(body.iter(etree.Element)):
        if element is not body and _is_hidden(element) and element.getroottree().getroot() is root:
            hidden.append(clean(" ".join(element.itertext())))
            _remove(element)
    return body, [text for text in hidden if text]


def names_of(element: lxml.html.HtmlElement) -> list[str]:
    """Its class names and its id, in lower case."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower().split()


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    return bool(_INVISIBLE.search(element.get("style", "")))


def _remove(element: lxml.html.HtmlElement) -> None:
    """Take it out; the text after it stays."""
    if element.getparent() is None:
        return
    # A page that puts a word between two scripts means two words.
    if element.tail is None:
        element.tail = " "
    element.drop_tree()


def _measured(root: lxml.html.HtmlElement) -> tuple[int, int]:
    """How deep its elements nest, and how many there are."""
    deepest = depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    return deepest, elements
