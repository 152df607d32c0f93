"""Files to read, made for the tests: pages with all that surrounds an article, Word files, PDF files."""

from __future__ import annotations

import io
import zipfile

MENU = [
    "Home", "Jobs", "Surgery", "Pediatrics", "Cardiology", "Dermatology", "Neurology", "Oncology", "Psychiatry",
    "Radiology", "Urology", "Salary guide", "About", "Contact", "Blog", "Podcast", "Courses", "Books", "Log in",
]  # fmt: skip
_MENU_LIST = "".join(f'<li><a href="/m/{n}">{entry}</a></li>' for n, entry in enumerate(MENU + MENU + MENU))
BANNER = "We use cookies to improve your experience. By continuing you accept our policy."
TEASER = "Remote radiologists earn $450,000 to $600,000."
COMMENT = "Bob writes: I make $800,000 in this job!"


def page(main: str, head: str = "", after: str = "") -> str:
    """A page with a banner, a menu of more than forty entries, teasers, comments and a footer around `main`."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Careers for psychiatrists | Crossroads</title>
<style>.x {{color: red}}</style><script>var salary = "$999,999";</script>{head}</head>
<body class="single has-sidebar"><div id="cookie-banner" class="cookie-consent"><p>{BANNER}</p>
<button>Accept</button></div><header class="site-header"><nav><ul>{_MENU_LIST}</ul></nav></header>
{main}
<section class="related-posts"><h3>Related posts</h3><ul><li><a href="/a">Reading scans from home</a>
<p>{TEASER}</p></li></ul></section>
<section id="comments"><h3>2 comments</h3><ol><li><p>{COMMENT}</p></li></ol></section>{after}
<footer><p>© 2025 Crossroads. All rights reserved.</p><ul><li><a href="/p">Privacy</a></li></ul></footer>
</body></html>"""


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLES = (
    f'<?xml version="1.0"?><w:styles {_W}>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
    )
    + '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
)
_STYLE_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
    'Target="styles.xml"/></Relationships>'
)


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    """A paragraph of a Word file."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{properties}<w:r>{run}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def word_file(body: str, before: str = "", **parts: str) -> bytes:
    """A Word file; `before` stands above the root element, `parts` are further parts below word/."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr("word/_rels/document.xml.rels", _STYLE_RELATIONS)
        document = f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return packed.getvalue()


def margin_part(kind: str, text: str) -> str:
    """A page head ("hdr") or foot ("ftr") of a Word file."""
    return f'<?xml version="1.0"?><w:{kind} {_W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'
