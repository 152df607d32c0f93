from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import COMMANDS, main
from knowledge.store import stored_version

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def waypoint(tmp_path, monkeypatch):
    """Runs `waypoint ...` with its own build folder and gives the result."""
    for name in ("DATABASE_URL", "ARTICLES_DIR", "ROLES_FILE"):
        monkeypatch.delenv(f"WAYPOINT_{name}", raising=False)
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path / "build"))
    monkeypatch.chdir(ROOT)
    return lambda *arguments: CliRunner().invoke(main, arguments, prog_name="waypoint")


@pytest.fixture
def small(article_folder):
    """The options that name the small article and its kinds of work."""
    roles = article_folder.parent / "roles.yml"
    return ("--articles", str(article_folder), "--roles", str(roles))


def test_help_lists_every_command_with_a_sentence(waypoint):
    shown = waypoint("--help")
    assert shown.exit_code == 0
    for name, lazy in COMMANDS.items():
        assert f"{name} " in shown.output
        assert lazy.help in shown.output
        assert lazy.help.endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_listed_command_is_there_and_has_help(waypoint, name):
    shown = waypoint(name, "--help")
    assert shown.exit_code == 0
    assert shown.output.startswith(f"Usage: waypoint {name}")


def test_help_imports_nothing_heavy():
    program = (
        "import sys; from cli.main import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print(sorted({'sqlalchemy', 'torch', 'faiss', 'rasa_sdk', 'markdown_it', 'httpx'}"
        " & set(sys.modules)))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines()[-1] == "[]"


def test_the_module_runs_as_a_program():
    shown = subprocess.run(
        [sys.executable, "-m", "cli.main", "knowledge", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("No mistake found: 4 articles, ")


def test_an_unknown_command_is_wrong_usage(waypoint):
    shown = waypoint("knowlege")
    assert shown.exit_code == 2
    assert "No such command" in shown.output


def test_check_counts_what_it_found(waypoint, small):
    shown = waypoint("knowledge", "check", *small)
    assert (shown.exit_code, shown.output) == (
        0,
        "No mistake found: 1 article, 7 passages, 2 roles (0 without a figure), 4 figures, "
        "2 polls, 1 driver.\n",
    )


def test_check_tells_every_mistake_with_its_line(waypoint, small, article_folder, article_text):
    wrong = article_text.replace("unit: case", "unit: cases").replace("rights: own", "rights: my")
    (article_folder / "small.md").write_text(wrong)
    shown = waypoint("knowledge", "check", *small)
    assert shown.exit_code == 1
    assert shown.stdout == ""
    file = article_folder / "small.md"
    assert shown.stderr.splitlines() == [
        f'{file}:9: "rights" cannot be "my"; write one of own, licensed or paraphrased',
        f'{file}:122: "unit" cannot be "cases"; did you mean case?',
        "2 mistakes to correct.",
    ]


def test_paths_below_the_current_folder_are_shown_from_there(
    waypoint, article_folder, article_text, monkeypatch
):
    monkeypatch.chdir(article_folder.parent)
    (article_folder / "small.md").write_text(article_text.replace("rights: own", "rights: my"))
    shown = waypoint("knowledge", "check", "--articles", "articles", "--roles", "roles.yml")
    assert shown.stderr.startswith("articles/small.md:9: ")


def test_build_writes_database_and_names_and_says_so(waypoint, small, tmp_path):
    shown = waypoint("knowledge", "build", *small)
    assert shown.exit_code == 0
    build = tmp_path / "build"
    version = stored_version(f"sqlite:///{build / 'knowledge.db'}")
    assert json.loads((build / "names.json").read_text())["version"] == version
    assert shown.output.splitlines() == [
        f"Built the knowledge base {version}: 1 article, 7 passages, 2 roles "
        "(0 without a figure), 4 figures, 2 polls, 1 driver.",
        f"Wrote {build / 'knowledge.db'} and {build / 'names.json'}.",
    ]


def test_build_writes_nothing_while_there_is_a_mistake(
    waypoint, small, article_folder, article_text, tmp_path
):
    assert waypoint("knowledge", "build", *small).exit_code == 0
    files = [tmp_path / "build" / name for name in ("knowledge.db", "names.json")]
    before = [file.read_bytes() for file in files]
    (article_folder / "small.md").write_text(article_text.replace("unit: case", "unit: cases"))
    assert waypoint("knowledge", "build", *small).exit_code == 1
    assert [file.read_bytes() for file in files] == before


def test_build_says_why_a_database_cannot_be_written(waypoint, small, tmp_path):
    (tmp_path / "build").write_text("a file in the way")
    shown = waypoint("knowledge", "build", *small)
    assert shown.exit_code == 1
    assert "the knowledge database cannot be written" in shown.stderr
    assert "Traceback" not in shown.output


def test_build_does_not_show_a_password(waypoint, small, monkeypatch):
    monkeypatch.setenv("WAYPOINT_DATABASE_URL", "postgresql+psycopg://a:secret@127.0.0.1:1/b")
    shown = waypoint("knowledge", "build", *small)
    assert shown.exit_code == 1
    assert "secret" not in shown.output


def test_show_before_build_says_how_to_build(waypoint):
    shown = waypoint("knowledge", "show")
    assert shown.exit_code == 1
    assert "run `waypoint knowledge build`" in shown.stderr


def test_show_lists_articles_and_kinds_of_work(waypoint, small):
    waypoint("knowledge", "build", *small)
    shown = waypoint("knowledge", "show")
    assert "  small: A small article (Example Press, 2025-03-01), 2 roles" in shown.output
    assert "  telemedicine        Telemedicine, 1 entry" in shown.output


@pytest.mark.parametrize("name", ["utilization-review", "small#ur", "SMALL#UR"])
def test_show_gives_each_entry_of_a_kind_with_its_passages(waypoint, small, name):
    waypoint("knowledge", "build", *small)
    assert waypoint("knowledge", "show", name).output == (
        "Utilization review  [small#ur]\n"
        "  checks for insurers whether a treatment is needed\n"
        "  pay: unspecified fee at least €300, a case  [small#ur-pay]\n"
        "  Checks whether a treatment is needed.  [small#ur]\n"
        "  No figure is given, but fees can reach €300 and more for each case.  [small#ur-pay]\n"
        "\n"
    )


def test_show_keeps_qualifier_place_and_attribution_with_the_figure(waypoint, small):
    waypoint("knowledge", "build", *small)
    lines = waypoint("knowledge", "show", "telemedicine").output.splitlines()
    assert [line.partition("  [")[0] for line in lines if "pay:" in line] == [
        "  pay: average salary $357,482, a year (inferred), according to ZipRecruiter",
        "  pay: range salary $150k to $400,000, a year (inferred), for most, "
        "according to ZipRecruiter",
        "  pay: average rate $67.49/hour, U.S., according to ZipRecruiter",
    ]


def test_show_of_an_unknown_name_says_where_the_names_are(waypoint, small):
    waypoint("knowledge", "build", *small)
    shown = waypoint("knowledge", "show", "astronaut")
    assert shown.exit_code == 1
    assert 'no kind of work is called "astronaut"' in shown.stderr
