from __future__ import annotations

import http.server
import shutil
import threading
from dataclasses import replace

import pytest
from click.testing import CliRunner

from cli.link_check import NoNetwork, dead_links, reach
from cli.main import main
from knowledge.drafts import Drafts
from knowledge.settings import ROOT


@pytest.fixture
def check(monkeypatch):
    monkeypatch.chdir(ROOT)

    def run(*arguments):
        return CliRunner().invoke(main, ["knowledge", "check", "--today", "2026-11-22", *arguments])

    return run


@pytest.fixture
def twice(article_folder):
    """Options for the small article and a copy of it under another id."""
    text = (article_folder / "small.md").read_text(encoding="utf-8")
    (article_folder / "copy.md").write_text(text.replace("id: small", "id: copy"), encoding="utf-8")
    return ("--articles", str(article_folder), "--roles", str(article_folder.parent / "roles.yml"))


def test_remarks_do_not_fail_unless_strict(check, twice):
    seen = check(*twice)
    assert seen.exit_code == 0 and "No mistake found" in seen.output
    assert "to look at again:" in seen.output and "copy.md:5: the article" in seen.output
    assert check(*twice, "--strict").exit_code == 1


def test_mistakes_come_before_remarks_and_always_fail(check, twice, article_folder):
    file = article_folder / "copy.md"
    file.write_text(file.read_text(encoding="utf-8").replace("rights: own", "rights: mine"), encoding="utf-8")
    seen = check(*twice)
    assert seen.exit_code == 1 and "1 mistake to correct." in seen.output and "look at again" not in seen.output


def test_entries_with_reasons_keep_remarks_quiet(check, twice, article_folder):
    entries = check(*twice, "--entries").output
    file = article_folder.parent / "acknowledged.yml"
    file.write_text(entries.replace("reason:", "reason: a copy for a test"), encoding="utf-8")
    quiet = check(*twice, "--strict")
    assert quiet.exit_code == 0 and "acknowledged remarks kept quiet." in quiet.output
    file.write_text(entries, encoding="utf-8")
    missing = check(*twice)
    assert missing.exit_code == 1 and 'this acknowledgement has no "reason"' in missing.output


def test_the_age_can_be_set(check, twice):
    assert "years ago" not in check(*twice).output
    assert "was published 1.7 years ago" in check(*twice, "--max-age-years", "1").output


def test_the_repositorys_list_is_short(check):
    shown = check()
    assert shown.exit_code == 0
    assert "1 thing to look at again:\nknowledge/articles/sermo-oncology.md:153: this poll is of 2022" in shown.output


class _Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = int(self.path.strip("/").split("-")[0] or 200)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/200-new-place")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def articles_at(knowledge_draft, *urls):
    return Drafts(articles=[replace(knowledge_draft, fact=replace(knowledge_draft.fact, id=f"a{n}", url=url))
                            for n, url in enumerate(urls)])


@pytest.fixture
def article():
    from knowledge.checks import read_checked

    drafts, _ = read_checked(ROOT / "tests" / "data" / "articles", ROOT / "tests" / "data" / "roles.yml")
    return drafts.articles[0]


def test_links_that_are_gone_or_moved_are_told(site, article):
    paths = ("/200", "/404", "/410", "/500", "/403", "/301")
    found = dead_links(articles_at(article, *(site + path for path in paths)))
    told = {one.seen.removeprefix(site): one.what for one in found}
    assert told == {
        "/404": "the address is gone (404)", "/410": "the address is gone (410)",
        "/500": "the address does not work: it answers with status 500",
        "/301": f"the address has moved for good to {site}/200-new-place",
    }
    assert all(one.line == 5 for one in found)


def test_one_dead_host_is_told_and_no_network_is_said(site, article):
    nowhere = "http://127.0.0.1:9"
    (dead,) = dead_links(articles_at(article, f"{site}/200", nowhere))
    assert dead.seen == nowhere and "cannot be reached" in dead.what
    with pytest.raises(NoNetwork):
        dead_links(articles_at(article, nowhere))


def test_a_site_that_never_answers_is_given_up(article):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        (reached,) = reach([f"http://127.0.0.1:{silent.getsockname()[1]}"], seconds=0.3).values()
    assert reached.trouble == "it does not answer in time"


def test_without_a_network_the_rest_is_still_checked(check, twice, article_folder):
    for file in article_folder.glob("*.md"):
        text = file.read_text(encoding="utf-8").replace("https://www.example.org/small-article", "http://127.0.0.1:9/")
        file.write_text(text, encoding="utf-8")
    seen = check(*twice, "--links")
    assert seen.exit_code == 0 and "There is no network here" in seen.output and "to look at again" in seen.output


def test_the_network_is_only_asked_with_links(check, twice, monkeypatch):
    import httpx

    monkeypatch.setattr(httpx, "Client", lambda **_: pytest.fail("asked the network"))
    assert check(*twice).exit_code == 0


def test_acknowledgements_are_read_beside_the_kinds_in_force(check, article_folder):
    shutil.copy(ROOT / "knowledge" / "acknowledged.yml", article_folder.parent / "acknowledged.yml")
    options = ("--articles", str(article_folder), "--roles", str(article_folder.parent / "roles.yml"))
    assert "nothing like this is remarked any more; take this entry out" in check(*options).output
