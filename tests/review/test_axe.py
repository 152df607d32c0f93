"""axe-core finds nothing to object to, light or dark, narrow or wide."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.drafts.conftest import finish
from tests.web.test_axe import RUN, SCHEMES, axe_source

NAME = "careers-beyond-the-clinic"
SIZES = ((390, 844), (1024, 768), (1440, 900))


def assert_accessible(page):
    # Given to the page by the browser's own tools, which its policy does not concern.
    page.evaluate(f"() => {{ {axe_source()} }}")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(RUN) == [], (width, scheme)


def nothing(page):
    pass


def deciding(page):
    page.keyboard.press("a")
    page.locator(".card.accepted").first.wait_for()
    page.keyboard.press("r")
    page.locator(".card.rejected").first.wait_for()


def correcting(page):
    page.keyboard.press("c")
    page.locator("form").get_by_label("Percent", exact=True).fill("many")
    page.keyboard.press("Control+Enter")
    page.locator("[aria-invalid]").wait_for()


def rewriting(page):
    page.keyboard.press("w")
    page.locator(".words .bad").wait_for()
    page.locator("summary").first.click()


def choosing(page):
    page.locator(".sentence").nth(2).click()
    page.locator(".chosen-bar").wait_for()


def adding(page):
    choosing(page)
    page.get_by_role("button", name="Pay", exact=True).click()
    page.get_by_role("dialog").wait_for()


def keys(page):
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()


def front(page):
    page.keyboard.press("f")
    page.get_by_role("dialog").wait_for()


def publishing(page):
    page.keyboard.press("p")
    page.get_by_role("dialog").wait_for()


@pytest.mark.parametrize("state", [nothing, deciding, correcting, rewriting, choosing, adding, keys, front, publishing])
def test_a_draft(bring, open_page, state):
    bring()
    page = open_page(NAME)
    state(page)
    assert_accessible(page)


def test_a_finished_draft(bring, open_page):
    finish(bring())
    assert_accessible(open_page(NAME))


def test_the_list(bring, open_page):
    from tests.knowledge.importing.drafts import sources

    bring()
    bring(sources.document(name="second.html", title="Another", url=None))
    assert_accessible(open_page())
