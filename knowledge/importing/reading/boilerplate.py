"""What pages say around their text: names of their parts, headings of what follows the text, set phrases."""

from __future__ import annotations

import re

# Names of page parts that are no main text, as they stand in class and id.
_PARTS = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs footer sidebar cookie cookies consent gdpr ccpa "
    "comments commentlist disqus respond related recommended recommendations recirc share sharing sharer social "
    "newsletter subscribe subscription signup popup modal overlay advert advertisement advertising ad ads adslot "
    "sponsor sponsored promo popular trending pagination pager toolbar skip outbrain taboola toc login search "
    "offcanvas masthead topbar dropdown megamenu sitemap copyright".split()
)
# Words that say where a part stands or what it is made of, and nothing else.
_NEUTRAL = frozenset(
    "section block list posts post articles article container wrapper wrap area box widget widgets bar inner content "
    "contents item items link links top bottom left right site page global header primary secondary main button "
    "buttons icons icon form title stories story reading form banner notice popup to the and of by js is fixed "
    "sticky mobile desktop nav media like also you may more cta row col column group panel thread unit slot "
    "container fluid region module side thread reply replies template comment us our in message msg".split()
)
_SPLIT = re.compile(r"[-_\s:./]+|(?<=[a-z])(?=\d)")

_CONTENTS = r"table of contents|in this (?:article|guide|post)|on this page|contents|jump to"
_COMMENTS = (
    # "Comment" and "Responses" by themselves are sections of a report, too.
    r"leave a (?:reply|comment).*|\d[\d,]*\s+(?:comments?|responses?|repl(?:y|ies))|(?:comments|replies)(?:\s*\(\d+\))?"
    r"|(?:comment|responses?)\s*\(\d+\)"
    r"|reader comments?|join the (?:discussion|conversation)|post a comment"
)
_AFTER_TEXT = (
    r"related (?:posts?|articles?|stories|reading|content|links|guides?|jobs)"
    r"|more (?:from|in|on|articles|stories|like this)\b.*"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested in).*"
    r"|recommended(?: for you| reading| articles| posts| stories)?"
    r"|read (?:next|more|also)|up next|keep reading"
    r"|popular (?:posts?|articles?|now|this week)|most (?:read|popular)|trending(?: now)?"
    r"|latest (?:posts?|articles?|news|jobs)|recent (?:posts?|articles?|comments?)"
    r"|share (?:this|on|the)\b.*|share|follow us\b.*"
    r"|(?:subscribe|sign up)\b.*newsletter.*|(?:subscribe|sign up)(?: now| today| here)?"
    r"|(?:our |the |free )?(?:weekly |daily )?newsletter|about the author|advertisement|sponsored(?: content)?"
    r"|cookie (?:settings|preferences|policy|notice)|we value your privacy"
    r"|categories|tags|archives|site map|quick links"
)
_HEADS_LINKS = re.compile(r"(?:related|more|recommended|read|up next|popular|most|trending|latest|recent)\b.*", re.I)
_HEADS_CONTENTS = re.compile(rf"(?:{_CONTENTS})\s*:?", re.IGNORECASE)
_HEADS_COMMENTS = re.compile(rf"(?:{_COMMENTS})\s*:?", re.IGNORECASE)
_HEADS_ELSE = re.compile(rf"(?:{_AFTER_TEXT}|{_CONTENTS}|{_COMMENTS})\s*:?", re.IGNORECASE)
_PHRASE = re.compile(
    r"(?:this (?:web)?site|we|our partners)\b[^.]{0,40}\b(?:uses?|stores?) (?:\w+ ){0,2}cookies"
    r"|by (?:continuing|using this site),? you (?:accept|agree|consent)"
    r"|^(?:(?:accept|reject|decline)(?: all)?(?: cookies)?|\s"
    r"|(?:manage|cookie) (?:preferences|settings|choices|options))+$"
    r"|all rights reserved|^(?:©|\(c\)|copyright)\s|^skip to (?:main )?content|^back to top$"
    r"|^(?:share|tweet|pin|email|print|save)(?: this)?$|^(?:click|tap) to (?:share|print|email)"
    r"|^(?:facebook|twitter|linkedin|pinterest|reddit|whatsapp|copy link|instagram|youtube)$"
    r"|^(?:story|article) continues below\b|^open (?:this )?(?:photo|image) in gallery\b"
    r"|^listen to this (?:article|story)\b|^(?:read more|related|see also):\s"
    r"|^home\s*[»›>/]\s*\S.{0,80}$"
    r"|^advertisement$|^sponsored$|^subscribe(?: now)?$|^unsubscribe$|^sign (?:up|in)$|^log ?in$"
    r"|^(?:privacy policy|terms of (?:use|service)|terms (?:and|&) conditions)$|^(?:previous|next) (?:post|article)$",
    re.IGNORECASE,
)
_MENU_LINES = frozenset(
    (
        "home|about|about us|contact|contact us|log in|login|sign in|sign up|register|subscribe|menu|main menu"
        "|search|blog|news|jobs|job board|find a job|courses|podcast|podcasts|books|resources|store|shop|cart"
        "|my account|account|faq|faqs|help|support|advertise|newsletter|newsletters|privacy|privacy policy|terms"
        "|terms of use|events|members|membership|join|join now|donate|topics|categories|archive|archives|press"
        "|skip to content|skip to main content|toggle navigation|close|open menu|close menu|all articles|videos"
        "|webinars|community|forum|forums|post a job|for employers|sitemap|employers|careers|write for us"
        "|our team|partners|advertise with us|salary guide|salary guides|start here"
    ).split("|")
)

_BUTTONS = (
    r"share|save|print|e-?mail|tweet|pin|like|copy link|bookmark|follow|listen|gift(?: article)?|comment|facebook"
    r"|twitter|linkedin|whatsapp|reddit|\d[\d,]* (?:comments?|shares?|likes?)|\d+ min(?:utes?)? (?:read|listen)"
)
_LABEL = re.compile(
    rf"(?<![\w’'-])(?:{_BUTTONS}|{'|'.join(sorted(map(re.escape, _MENU_LINES), key=len, reverse=True))})(?![\w’'-])",
    re.IGNORECASE,
)
_LONGEST_ROW = 80  # characters
_LEAST_LABELS = 3  # beside words that are none


def part_named(names: list[str]) -> str | None:
    """How surely names of an element say that it is no main text.

    Returns:
        "only" when one name says nothing else ("related-posts"), "also" when it is said beside
        something else ("hero-share-layout"), None when it is not said.
    """
    found = None
    for name in names:
        words = {word for word in _SPLIT.split(name) if word and not word.isdigit()}
        if not words & _PARTS:
            continue
        if words <= _PARTS | _NEUTRAL:
            return "only"
        found = "also"
    return found


def heads_something_else(heading: str) -> bool:
    """Whether what stands under this heading is no main text: "Related posts", "3 comments"."""
    return bool(_HEADS_ELSE.fullmatch(heading.strip()))


def heads_comments(heading: str) -> bool:
    """Whether readers' comments stand under this heading."""
    return bool(_HEADS_COMMENTS.fullmatch(heading.strip()))


def heads_links(heading: str) -> bool:
    """Whether titles of other articles stand under this heading: "Related stories"."""
    return heads_something_else(heading) and bool(_HEADS_LINKS.fullmatch(heading.strip()))


def heads_contents(heading: str) -> bool:
    """Whether a table of contents stands under this heading."""
    return bool(_HEADS_CONTENTS.fullmatch(heading.strip()))


def is_set_phrase(text: str) -> bool:
    """Whether a short text without amounts is a cookie notice, a copyright line or the label of a button."""
    return len(text) < 400 and not re.search(r"[$€£¥₹%]", text) and bool(_PHRASE.search(text))


def is_row_of_labels(text: str) -> bool:
    """Whether a line is a row of buttons or menu entries: "Share Save Print 114 comments"."""
    if len(text) > _LONGEST_ROW or text.endswith((".", "!", "?", ":", ",", ";")) or "," in _LABEL.sub("", text):
        return False
    labels, rest = len(_LABEL.findall(text)), len(re.findall(r"[^\W_]+", _LABEL.sub(" ", text)))
    return labels >= 2 and (rest == 0 or (labels >= _LEAST_LABELS and rest <= labels))


def is_navigation(line: str) -> bool:
    """Whether a line is an entry that menus of many sites have."""
    return line.strip(" *•·-–>›|").lower() in _MENU_LINES
