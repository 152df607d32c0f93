from __future__ import annotations

import json
import os
import shutil

import pytest
from click.testing import CliRunner

from cli.main import main
from cli.publishing import publish
from knowledge.store import load_knowledge
from tests.cli.workplace import DERMATOLOGY, NEW_KINDS, workplace
from tests.knowledge.importing.drafts import sources
from tests.knowledge.importing.drafts.conftest import finish


@pytest.fixture
def settings(tmp_path, monkeypatch):
    made = workplace(tmp_path)
    for name, value in {
        "BUILD_DIR": made.build_dir, "ARTICLES_DIR": made.articles_dir, "ROLES_FILE": made.roles_file,
    }.items():
        monkeypatch.setenv(f"WAYPOINT_{name}", str(value))
    monkeypatch.delenv("WAYPOINT_DATABASE_URL", raising=False)
    publish(made)
    return made


def waypoint(*arguments, answer=None):
    return CliRunner().invoke(main, ["knowledge", *arguments], prog_name="waypoint", input=answer)


def test_without_changes_diff_says_so(settings):
    shown = waypoint("diff")
    assert (shown.exit_code, shown.output) == (0, "Nothing would change for the people who ask.\n")


def test_diff_shows_old_and_new_figures_and_publish_puts_them_in_force(settings):
    file = settings.articles_dir / "sermo-cardiology.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("$357,482", "$360,000").replace("amount: 357482", "amount: 360000"), encoding="utf-8")
    shown = waypoint("diff").output
    assert "What changes for the people who ask: 1 figure changed, 1 passage changed." in shown
    assert "~ Telecardiology" in shown and "$357,482" in shown and "-> average salary $360,000" in shown
    as_json = json.loads(waypoint("diff", "--json").output)
    assert [c["part"] for c in as_json["changes"]] == ["figure", "passage"]
    declined = waypoint("publish", answer="n\n")
    assert declined.exit_code == 1
    assert waypoint("diff").output == shown
    done = waypoint("publish", answer="y\n")
    assert done.exit_code == 0 and "1 of 160 passages encoded" in done.output
    assert waypoint("diff").output.startswith("Nothing would change")


def test_diff_against_a_folder(settings, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(settings.articles_dir, other)
    os.unlink(other / "sermo-oncology.md")
    shown = waypoint("diff", "--against", str(other)).output
    assert "1 article added" in shown and "removed" not in shown
    missing = waypoint("diff", "--against", str(tmp_path / "nowhere"))
    assert missing.exit_code == 1 and "there is no folder" in missing.output


def test_remove_shows_what_vanishes_and_asks(settings):
    before = load_knowledge(settings.database_url)
    declined = waypoint("remove", "sermo-oncology", answer="n\n")
    assert declined.exit_code == 1 and "1 article removed" in declined.output
    assert load_knowledge(settings.database_url) == before
    done = waypoint("remove", "sermo-oncology", "--yes")
    assert done.exit_code == 0
    after = load_knowledge(settings.database_url)
    assert set(before.articles) - set(after.articles) == {"sermo-oncology"}
    assert not (settings.articles_dir / "sermo-oncology.md").exists()
    assert after.kinds == before.kinds
    again = waypoint("remove", "sermo-oncology", "--yes")
    assert again.exit_code == 1 and 'there is no article "sermo-oncology"' in again.output


def test_the_last_article_stays(settings):
    for file in list(settings.articles_dir.glob("*.md"))[1:]:
        file.unlink()
    (last,) = settings.articles_dir.glob("*.md")
    refused = waypoint("remove", last.stem, "--yes")
    assert refused.exit_code == 1 and "there is no article in this folder" in refused.output
    assert last.exists()


def test_kinds_that_a_draft_declares_and_its_article_does_not_use_are_left_out(settings):
    from cli.publishing import addition

    more = NEW_KINDS + "- id: unused\n  title: Unused\n  names: [never used]\n"
    related = more.replace("names: [slide reading", "related: [unused, telemedicine]\n  names: [slide reading")
    wanted = addition(settings, "dermatology-paths", DERMATOLOGY, related)
    text = wanted()[settings.roles_file]
    assert "slide-reader" in text and "unused" not in text
    assert publish(settings, wanted).knowledge.kinds["slide-reader"].related == ("telemedicine",)


def reviewed_draft(folder, settings):
    """A draft of a source with a kind of work that is new, accepted and written in own words."""
    from knowledge.importing.drafts import Origin, import_source, load_draft

    known = load_knowledge(settings.database_url).kinds
    document = sources.document()
    made = import_source(folder / "drafts", document, sources.extraction(document), Origin("paraphrased"), known)
    return load_draft(made.folder)


def test_a_reviewed_draft_is_published_with_its_new_kind(settings, tmp_path):
    draft = reviewed_draft(tmp_path, settings)
    refused = waypoint("publish", str(draft.folder), "--yes")
    assert refused.exit_code == 1 and "article.md:" in refused.output
    assert not (settings.articles_dir / f"{draft.folder.name}.md").exists()
    finish(draft)
    done = waypoint("publish", str(draft.folder), "--yes")
    assert done.exit_code == 0, done.output
    in_force = load_knowledge(settings.database_url)
    assert draft.folder.name in in_force.articles and "medical-pun-writer" in in_force.kinds
    assert "medical-pun-writer" in settings.roles_file.read_text(encoding="utf-8")
    assert "rewrite" not in (settings.articles_dir / f"{draft.folder.name}.md").read_text(encoding="utf-8")
    assert waypoint("diff", "--draft", str(draft.folder)).output.startswith("Nothing would change")
