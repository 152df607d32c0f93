"""Publishing while answers are asked for, interrupted anywhere, and taken back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from actions.find_roles import ActionFindRoles
from actions.report_polls import ActionReportPolls
from actions.services import Services
from cli import publishing
from cli.publishing import addition, preview, publish, removal
from index.errors import PassageIndexError
from index.files import locked
from knowledge.errors import ArticleFormatError, KnowledgeError
from knowledge.language.names import Names
from knowledge.settings import ROOT
from knowledge.store import load_knowledge, stored_version
from tests.actions.chat import Chat
from tests.cli.workplace import DERMATOLOGY, NEW_KINDS, workplace


@pytest.fixture
def settings(tmp_path):
    made = workplace(tmp_path)
    publish(made)
    return made


def dermatology(settings, text=DERMATOLOGY):
    return addition(settings, "dermatology-paths", text, NEW_KINDS)


SURGERY = (
    DERMATOLOGY.replace("dermatology-paths", "surgery-paths").replace("https://www.example.org/dermatology", "null")
    .replace("specialties: [dermatology]", "specialties: [surgery]").replace("slide-reader", "instrument-adviser")
    .replace("Other paths for dermatologists", "Other paths for surgeons").replace("dermatolog", "surg")
)
SURGERY_KINDS = """\
- id: instrument-adviser
  title: Instrument adviser
  names: [instrument advice, surgical tool adviser]
"""


def state(settings) -> dict:
    """Everything that publishing may change, by file."""
    folders = (settings.articles_dir, settings.roles_file.parent)
    files = [f for folder in folders for f in folder.glob("*.*") if f.is_file()] + [settings.names_file]
    return {f.name: f.read_text(encoding="utf-8") for f in files} | {"": stored_version(settings.database_url)}


def test_only_passages_that_are_new_are_encoded(settings):
    done = publish(settings, dermatology(settings))
    new = sum(i.startswith("dermatology-paths") for i in done.knowledge.passages)
    assert (done.built.encoded, done.built.removed) == (new, 0) and new == 4
    assert {c.verb for c in done.diff.changes} == {"added"}


def test_a_new_role_and_specialty_are_answered_without_code_or_training(settings):
    services = Services(settings)
    before = services.current()
    assert "dermatology" not in {s for a in before.knowledge.articles.values() for s in a.specialties}
    publish(settings, dermatology(settings))
    # The NLU reads the names of the file, the actions those of their snapshot: both must know the role.
    for names in (Names.load(settings.names_file), services.current().names):
        chat = Chat(services.current(), names)
        roles = chat.say("remote slide reading jobs for a dermatologist", ActionFindRoles)["roles"]
        assert [r["title"] for r in roles] == ["Remote slide reading"]
        assert roles[0]["figures"][0]["as_written"] == "$41 per case"
        polls = chat.say("what share of dermatologists is worn down by cosmetic competition", ActionReportPolls)
        assert [p["percent"] for p in polls["polls"]] == [37]
    assert services.current().knowledge.version == done_version(settings) != before.knowledge.version


def done_version(settings) -> str:
    return load_knowledge(settings.database_url).version


def test_kinds_that_are_there_are_not_declared_twice(settings):
    publish(settings, dermatology(settings))
    text = settings.roles_file.read_text(encoding="utf-8")
    publish(settings, dermatology(settings))
    assert settings.roles_file.read_text(encoding="utf-8") == text
    assert text.startswith((ROOT / "knowledge" / "roles.yml").read_text(encoding="utf-8").rstrip())


def test_a_mistake_publishes_nothing(settings):
    before = state(settings)
    with pytest.raises(ArticleFormatError, match="holds no number"):
        publish(settings, dermatology(settings, DERMATOLOGY.replace('as_written: "$41 per case"', "as_written: no")))
    with pytest.raises(ArticleFormatError, match="unknown kind of work"):
        publish(settings, addition(settings, "dermatology-paths", DERMATOLOGY))
    assert state(settings) == before


def test_publications_prepared_side_by_side_both_succeed(settings):
    """The second put back roles.yml as it was before the first, and was told of an unknown kind of work."""
    one = dermatology(settings)
    other = addition(settings, "surgery-paths", SURGERY, SURGERY_KINDS)
    publish(settings, one)
    in_force = publish(settings, other).knowledge
    assert {"dermatology-paths", "surgery-paths"} <= set(in_force.articles)
    assert {"slide-reader", "instrument-adviser"} <= set(in_force.kinds)
    text = settings.roles_file.read_text(encoding="utf-8")
    assert text.count("- id: slide-reader\n") == text.count("- id: instrument-adviser\n") == 1


def test_an_article_that_is_gone_by_its_turn_cannot_be_removed_again(settings):
    twice = removal(settings, "sermo-oncology")
    publish(settings, twice)
    with pytest.raises(KnowledgeError, match='no article "sermo-oncology"'):
        publish(settings, twice)


def test_what_nobody_was_shown_is_not_published(settings):
    """Another publication of the same article between the look and the word."""
    seen, _ = preview(settings, dermatology(settings))
    publish(settings, dermatology(settings, DERMATOLOGY.replace("41", "43")))
    before = state(settings)
    with pytest.raises(KnowledgeError, match="changed since you looked; nothing was changed"):
        publish(settings, dermatology(settings), seen=seen)
    assert state(settings) == before
    again, _ = preview(settings, dermatology(settings))
    publish(settings, dermatology(settings), seen=again)
    publish(settings, addition(settings, "surgery-paths", SURGERY, SURGERY_KINDS), seen=preview(
        settings, addition(settings, "surgery-paths", SURGERY, SURGERY_KINDS))[0])


def test_another_publication_does_not_stand_in_the_way_of_what_was_shown(settings):
    seen, _ = preview(settings, dermatology(settings))
    publish(settings, addition(settings, "surgery-paths", SURGERY, SURGERY_KINDS))
    assert "dermatology-paths" in publish(settings, dermatology(settings), seen=seen).knowledge.articles


def test_who_waits_for_another_publication_is_told(settings):
    steps, entered = [], threading.Event()
    with locked(settings.build_dir / ".publish.lock"):
        waiting = threading.Thread(target=publish, args=(settings, dermatology(settings)),
                                   kwargs={"step": lambda text: (steps.append(text), entered.set())})
        waiting.start()
        assert entered.wait(10)
        assert steps == ["Waiting for another publication to finish"]
    waiting.join()
    assert "dermatology-paths" in load_knowledge(settings.database_url).articles


@pytest.mark.parametrize("broken", ["prepare_search", "write_names", "build_database"])
def test_an_error_at_any_step_leaves_everything_as_it_was(settings, monkeypatch, broken):
    services = Services(settings)
    held, before = services.current(), state(settings)
    monkeypatch.setattr(publishing, broken, lambda *a, **k: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises((OSError, KnowledgeError)):
        publish(settings, dermatology(settings))
    assert state(settings) == before
    assert services.current() is held
    monkeypatch.undo()
    publish(settings, dermatology(settings))
    assert "dermatology-paths" in services.current().knowledge.articles


KILLED = """
import os, sys
from cli import publishing
from knowledge.curation import files
from knowledge.settings import Settings
from tests.cli.workplace import DERMATOLOGY, NEW_KINDS
module, name, when, calls = (publishing if sys.argv[1] != "_put" else files), sys.argv[1], sys.argv[2], int(sys.argv[3])
real, count = getattr(module, name), 0
def killed(*a, **k):
    global count
    count += 1
    if when == "after":
        made = real(*a, **k)
    if count == calls:
        os._exit(9)
    return made if when == "after" else real(*a, **k)
setattr(module, name, killed)
settings = Settings.from_environment()
publishing.publish(settings, publishing.addition(settings, "dermatology-paths", DERMATOLOGY, NEW_KINDS))
"""


@pytest.mark.parametrize("at", [
    ("prepare_search", "before", "1"), ("prepare_search", "after", "1"), ("_put", "after", "1"), ("_put", "after", "2"),
    ("write_names", "after", "1"), ("build_database", "after", "1"), ("drop_other_versions", "after", "1"),
], ids=" ".join)
def test_killed_at_any_step_the_bot_answers_and_publishing_again_finishes(settings, at):
    services = Services(settings)
    before = services.current().knowledge.version
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "WAYPOINT_BUILD_DIR": str(settings.build_dir),
        "WAYPOINT_ARTICLES_DIR": str(settings.articles_dir), "WAYPOINT_ROLES_FILE": str(settings.roles_file),
    }
    killed = subprocess.run([sys.executable, "-c", KILLED, *at], env=environment, cwd=ROOT, check=False)
    assert killed.returncode == 9
    # A bot that ran on and one that is started anew: each has one whole version.
    for bot in (services, Services(settings)):
        snapshot = bot.current()
        switched = at[0] in ("build_database", "drop_other_versions")
        assert (snapshot.knowledge.version == before) is not switched
        assert set(snapshot.retriever._index.ids) == set(snapshot.knowledge.passages)
    publish(settings, dermatology(settings))
    assert "dermatology-paths" in services.current().knowledge.articles
    assert (settings.articles_dir / "dermatology-paths.md").read_text(encoding="utf-8") == DERMATOLOGY


def test_answers_never_mix_versions_while_articles_are_published(settings):
    consistent_while_publishing(settings, rounds=6)


def consistent_while_publishing(settings, rounds: int) -> None:
    """Publishes in a loop while threads ask; every answer must be of one version."""
    fees = [41 + n for n in range(rounds + 1)]
    texts = [DERMATOLOGY.replace("$41", f"${fee}").replace("amount: 41", f"amount: {fee}").replace(
        "$41 per case", f"${fee} per case") for fee in fees]
    versions = {publish(settings, dermatology(settings, texts[0])).knowledge.version: fees[0]}
    services, over, answers, errors = Services(settings), threading.Event(), [], []

    def ask() -> None:
        while not over.is_set():
            try:
                chat = Chat(services.current(), services.current().names)
                chat.services = services  # each answer takes the snapshot of its own moment
                answers.append(chat.say("slide reading for dermatologists", ActionFindRoles))
            except Exception as error:  # a thread must hand on what it saw
                errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for text, fee in zip(texts[1:], fees[1:]):
            versions[publish(settings, dermatology(settings, text)).knowledge.version] = fee
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert not errors
    assert len(answers) > rounds
    seen = set()
    for payload in answers:
        fee = versions[payload["knowledge_version"]]
        (role,) = payload["roles"]
        cited = {c["n"]: c["excerpt"] for c in payload["citations"]}
        (figure,) = role["figures"]
        assert (figure["low"], figure["as_written"]) == (fee, f"${fee} per case")
        assert f"${fee} per case" in cited[figure["citation"]]
        assert f"${fee}" in payload["text"]
        seen.add(fee)
    assert len(seen) > 1
    assert services.current().knowledge.version == stored_version(settings.database_url)


def test_old_versions_do_not_pile_up(settings):
    for fee in (42, 43, 44):
        publish(settings, dermatology(settings, DERMATOLOGY.replace("41", str(fee))))
    folders = [f for f in settings.published_dir.iterdir() if f.is_dir() and not f.is_symlink()]
    assert len(folders) == 2
    files = [f.name for f in settings.published_dir.iterdir() if f.is_file()]
    assert len(files) <= 1, files  # one lock, not one a version


def test_what_is_in_force_stays_where_the_build_folder_is_behind_a_link(settings, tmp_path):
    """The folder of the version just published was deleted: its two paths were not seen to be one."""
    (tmp_path / "link").symlink_to(settings.build_dir)
    linked = replace(settings, build_dir=tmp_path / "link")
    for fee in (42, 43):
        done = publish(linked, dermatology(linked, DERMATOLOGY.replace("41", str(fee))))
        assert list((linked.published_dir / done.knowledge.version).iterdir())
    assert Services(linked).current().knowledge.version == done.knowledge.version


@pytest.mark.parametrize("name", ["..", "../escaped", "readme", "", "A b"])
def test_an_article_is_written_into_its_folder_and_under_a_name_that_is_read(settings, name):
    with pytest.raises(KnowledgeError, match="cannot name an article"):
        addition(settings, name, DERMATOLOGY)


def test_the_readme_is_no_article_to_remove(settings):
    (settings.articles_dir / "README.md").write_text("How to write articles.", encoding="utf-8")
    with pytest.raises(KnowledgeError, match='no article "README"; there are '):
        removal(settings, "README")


def test_a_removed_article_without_its_index_is_not_answered_from_memory(settings):
    """Another machine on the same database: it has no index of the new version yet."""
    services = Services(settings)
    services.current()
    from knowledge.article_file import read_articles
    from knowledge.store import build_database

    after = read_articles(settings.articles_dir, settings.roles_file, removal(settings, "sermo-oncology")())
    build_database(after, settings.database_url)
    with pytest.raises(PassageIndexError):
        services.current()


_FIGURES = DERMATOLOGY[DERMATOLOGY.index("figures:") : DERMATOLOGY.index("```\n\n## Why")]
_NOTE = "pay_note: by the case\npay_note_passage: slide-reading-pay\n"
NO_FIGURE = DERMATOLOGY.replace(_FIGURES, _NOTE).replace(
    "Lab Jobs Weekly puts the average fee at $41 per case.", "Labs pay by the case.")


def test_a_figure_that_was_dropped_is_not_answered_from_memory_either(settings):
    """The same, where the article stays and one of its figures is gone: the old version went on answering."""
    services = Services(settings)
    publish(settings, dermatology(settings))
    services.current()
    from knowledge.article_file import read_articles
    from knowledge.store import build_database

    def elsewhere(text):
        after = read_articles(settings.articles_dir, settings.roles_file, dermatology(settings, text)())
        build_database(after, settings.database_url)

    elsewhere(NO_FIGURE)
    with pytest.raises(PassageIndexError):
        services.current()
    longer = DERMATOLOGY.replace("## Why", "Some of them sit on quality boards. {#boards}\n\n## Why")
    assert longer != DERMATOLOGY
    elsewhere(longer)  # nothing is gone: who has no index of it yet may go on with what there was
    assert "dermatology-paths" in services.current().knowledge.articles


def test_what_a_channel_remembers_is_withheld_once_a_figure_is_dropped(settings, monkeypatch):
    """The article stays, so the answer was shown again to whoever lost the connection."""
    from bot.sources import sources_of

    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(settings.build_dir))
    publish(settings, dermatology(settings))
    services = Services(settings)
    chat = Chat(services.current(), services.current().names)
    of_it = sources_of(chat.say("slide reading for dermatologists", ActionFindRoles))
    of_others = sources_of(chat.say("MSL pay for cardiology", ActionFindRoles))
    assert of_it.editions and of_others.editions
    publish(settings, dermatology(settings, NO_FIGURE))
    assert of_it.outdated and not of_others.outdated
    text = Chat(services.current(), services.current().names).say("slide reading pay", ActionFindRoles)["text"]
    assert "by the case" in text and "41" not in text


def test_a_build_from_make_takes_over_from_what_was_published(settings):
    """`waypoint index build` may bring another encoder: no older folder may stand before it."""
    from index.publication import drop_other_versions, search_folders

    version = stored_version(settings.database_url)
    assert search_folders(settings, version)[0] == settings.published_dir / version
    drop_other_versions(settings, keep=())
    assert search_folders(settings, version) == (settings.index_dir, settings.tokens_dir)
    assert Services(settings).current().knowledge.version == version


@pytest.mark.server
def test_the_same_holds_with_postgresql(tmp_path):
    from tests.knowledge.postgres import NoPostgres, running_postgres

    try:
        with running_postgres() as url:
            settings = workplace(tmp_path, url)
            publish(settings)
            consistent_while_publishing(settings, rounds=4)
            publish(settings, removal(settings, "sermo-oncology"))
            assert "sermo-oncology" not in load_knowledge(url).articles
    except NoPostgres as reason:
        pytest.skip(str(reason))
