"""Pages and files: what is served, under which policy, and what never is."""

from __future__ import annotations

import gzip
import http.client
import json
from pathlib import Path
from typing import Dict, Set, Tuple

import pytest

from bot.channels.web.files import PAGES, NotBuilt, WebFiles
from tests.bot.channels.web.conftest import APP, STUB, Serve, Served

PATHS = ("frame", "demo", "widget.js", "assets/app-0123456789.js")


def policy(served: Served, path: str) -> Dict[str, Set[str]]:
    """Return the Content-Security-Policy of a page, by directive."""
    text = served.request("GET", path).headers["content-security-policy"]
    return {words[0]: set(words[1:]) for words in (part.split() for part in text.split(";"))}


def test_the_frame_may_load_and_run_nothing_but_its_own(served: Served) -> None:
    found = policy(served, "frame")
    assert found["default-src"] == found["base-uri"] == found["form-action"] == {"'none'"}
    assert found["script-src"] == found["style-src"] == found["connect-src"] == {"'self'"}
    assert found["img-src"] == {"'self'", "data:"}
    assert found["frame-ancestors"] == {"'self'"}
    assert found["require-trusted-types-for"] == {"'script'"}
    assert found["trusted-types"] == {"'none'"}
    headers = served.request("GET", "frame").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


@pytest.mark.parametrize("path", ["frame", "demo", "/", "health", "widget.js", "nothing-here"])
def test_nothing_is_ever_unsafe(served: Served, path: str) -> None:
    answer = served.request("GET", path)
    assert "unsafe" not in answer.headers.get("content-security-policy", "")
    assert not {"access-control-allow-origin", "set-cookie"} & set(answer.headers)


def test_the_frame_stands_on_the_sites_that_were_named(serve: Serve) -> None:
    served = serve(embed_on=("https://clinic.example", "https://*.hospital.example"))
    ancestors = {"'self'", "https://clinic.example", "https://*.hospital.example"}
    assert policy(served, "frame")["frame-ancestors"] == ancestors
    assert policy(served, "demo")["frame-ancestors"] == {"'none'"}


def test_the_demo_holds_the_frame_and_nothing_else(served: Served) -> None:
    found = policy(served, "demo")
    assert found["frame-src"] == {"'self'"}
    assert found["script-src"] == {"'self'"}
    assert policy(served, "/") == found


@pytest.mark.parametrize("page", ["frame", "demo"])
def test_the_pages_hold_no_inline_script_or_style(page: str) -> None:
    text = (PAGES / f"{page}.html").read_text(encoding="utf-8").lower()
    for part in text.split("<script")[1:]:
        attributes, _, rest = part.partition(">")
        assert "src=" in attributes and rest.startswith("</script>")
    assert "<style" not in text and " style=" not in text
    assert "javascript:" not in text and " onclick" not in text and " onload" not in text


def test_pages_name_the_files_of_the_build_from_where_they_are(served: Served) -> None:
    assert b'"assets/app-0123456789.js"' in served.request("GET", "frame").body
    demo = served.request("GET", "demo").body
    assert b'"assets/demo-0123456789.css"' in demo
    assert b'"webhooks/web/assets/demo-0123456789.css"' in served.request("GET", "/").body
    assert b"{{" not in demo


def test_the_root_shows_the_demo_in_the_place_of_rasas_version(served: Served) -> None:
    answer = served.request("GET", "/")
    assert answer.status == 200
    assert b"3.6" not in answer.body and b"<h1>Waypoint</h1>" in answer.body
    assert served.request("POST", "/").status == 405
    assert served.request("GET", "/webhooks/rest/").json == {"status": "ok"}


def test_files_are_kept_forever_and_the_stub_for_a_short_time(served: Served) -> None:
    asset = served.request("GET", "assets/app-0123456789.js")
    assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert asset.headers["content-type"].startswith("text/javascript")
    assert asset.headers["cross-origin-resource-policy"] == "same-origin"
    stub = served.request("GET", "widget.js")
    assert stub.body == STUB
    assert stub.headers["cache-control"] == "public, max-age=300"
    assert stub.headers["cross-origin-resource-policy"] == "cross-origin"
    assert served.request("GET", "frame").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", PATHS)
def test_a_copy_that_is_still_good_is_not_sent_again(served: Served, path: str) -> None:
    tag = served.request("GET", path).headers["etag"]
    for held in (tag, f"W/{tag}", f'"other", {tag}'):
        again = served.request("GET", path, headers={"If-None-Match": held})
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == tag
    assert served.request("GET", path, headers={"If-None-Match": '"other"'}).status == 200


def test_text_is_compressed_for_those_who_can_read_that(served: Served) -> None:
    path = "assets/app-0123456789.js"
    plain = served.request("GET", path)
    zipped = served.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    assert plain.body == zipped.body == APP
    assert "content-encoding" not in plain.headers
    assert int(zipped.headers["content-length"]) < len(APP) / 10
    assert zipped.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    picture = served.request("GET", "assets/pixel-0123456789.png", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in picture.headers
    assert picture.headers["content-type"] == "image/png"


@pytest.mark.parametrize("path", [*PATHS, "/"])
def test_head_tells_the_headers_alone(served: Served, path: str) -> None:
    answer = served.request("HEAD", path)
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["etag"] == served.request("GET", path).headers["etag"]


TRAVERSAL = [
    "assets/private.txt", "assets/manifest.json", "assets/app.js", "assets/",
    "assets/../private.txt", "assets/..%2fprivate.txt", "assets/%2e%2e%2fprivate.txt",
    "assets/..%252fprivate.txt", "assets/....//private.txt", "assets/..%5cprivate.txt",
    "assets//etc/passwd", "assets/%2fetc%2fpasswd", "assets/app-0123456789.js/../private.txt",
    "assets/app-0123456789.js%00.txt", "assets/./private.txt",
    "assets/%c0%ae%c0%ae%c0%afprivate.txt", "assets/web.secret", "../../../etc/passwd",
]  # fmt: skip


def as_it_is(served: Served, path: str) -> Tuple[int, bytes]:
    """Ask for a path that no client has tidied up."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.putrequest("GET", f"/webhooks/web/{path}", skip_accept_encoding=True)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body


def test_a_slash_at_the_end_of_an_asset_is_no_other_name(served: Served) -> None:
    assert as_it_is(served, "assets/app-0123456789.js/") == (200, APP)


@pytest.mark.parametrize("path", TRAVERSAL)
def test_no_name_leads_out_of_the_manifest(served: Served, path: str) -> None:
    status, body = as_it_is(served, path)
    assert status in (400, 404)
    assert b"not in the manifest" not in body and b"root:" not in body and b"widget-0" not in body


def test_without_a_build_every_page_says_how_to_make_one(serve: Serve, tmp_path: Path) -> None:
    served = serve(files=tmp_path / "nothing")
    for path in ("frame", "demo", "/", "widget.js", "assets/app.js"):
        answer = served.request("GET", path)
        assert answer.status == 503
        assert b"make build" in answer.body
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert served.say(served.begin(), "hi").status == 200


def test_a_new_build_is_served_without_a_restart(served: Served, built: Path) -> None:
    old = served.request("GET", "frame")
    (built / "app-9999999999.js").write_bytes(b"new")
    manifest = json.loads((built / "manifest.json").read_text())
    manifest["app.js"] = "app-9999999999.js"
    replaced = built / "manifest.json.new"
    replaced.write_text(json.dumps(manifest))
    replaced.replace(built / "manifest.json")

    new = served.request("GET", "frame")
    assert b"app-9999999999.js" in new.body and new.headers["etag"] != old.headers["etag"]
    assert served.request("GET", "assets/app-9999999999.js").body == b"new"
    assert served.request("GET", "assets/app-0123456789.js").status == 404


@pytest.mark.parametrize(
    "manifest",
    [
        "", "[]", "{}", '{"app.js": "app-1.js"}', '{"widget.js": "gone.js"}', '{"widget.js": 7}',
        '{"widget.js": "../secret.js"}', '{"widget.js": "a/../../secret.js"}', '{"widget.js": ".hidden.js"}',
        '{"widget.js": "widget-0123456789.js", "x": "private.exe"}', '{"widget.js": "a/b.js"}',
    ],
)  # fmt: skip
def test_a_manifest_that_is_wrong_is_no_build(built: Path, manifest: str) -> None:
    (built / "a").mkdir()
    for there in (built.parent / "secret.js", built / ".hidden.js", built / "a" / "b.js", built / "private.exe"):
        there.write_text("it could be read")
    (built / "manifest.json").write_text(manifest)
    with pytest.raises(NotBuilt):
        WebFiles(built).built()


def test_a_page_that_names_what_was_not_built_is_not_served(built: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "frame.html").write_text('<script src="{{other.js}}"></script>')
    with pytest.raises(NotBuilt, match=r"other\.js"):
        WebFiles(built, pages).page("frame", "")
    with pytest.raises(NotBuilt):
        WebFiles(built, pages).page("demo", "")


def test_what_is_zipped_is_the_same_every_time(built: Path) -> None:
    first, second = WebFiles(built).built(), WebFiles(built).built()
    name = first.names["app.js"]
    assert first.files[name].zipped == second.files[name].zipped
    assert gzip.decompress(first.files[name].zipped) == APP
