from __future__ import annotations

from pathlib import Path

from knowledge.settings import ROOT, Settings


def test_defaults_lie_in_the_repository():
    settings = Settings.from_environment({})
    assert settings.build_dir == ROOT / "build"
    assert settings.database_url == f"sqlite:///{ROOT / 'build' / 'knowledge.db'}"
    assert settings.encoder == "all-MiniLM-L6-v2"
    assert settings.articles_dir == ROOT / "knowledge" / "articles"
    assert settings.roles_file == ROOT / "knowledge" / "roles.yml"
    assert settings.records_url == f"sqlite:///{ROOT / 'var' / 'waypoint.db'}"


def test_everything_built_moves_with_the_build_folder(tmp_path):
    settings = Settings.from_environment({"WAYPOINT_BUILD_DIR": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path / 'knowledge.db'}"
    built = (
        settings.names_file,
        settings.encoder_dir,
        settings.index_dir,
        settings.tokens_dir,
        settings.models_dir,
        settings.logs_dir,
    )
    assert [path.relative_to(tmp_path).as_posix() for path in built] == [
        "names.json",
        "encoder",
        "index",
        "tokens",
        "models",
        "logs",
    ]


def test_records_do_not_lie_in_the_build_folder_that_is_thrown_away(tmp_path):
    built_elsewhere = Settings.from_environment({"WAYPOINT_BUILD_DIR": str(tmp_path)})
    assert str(tmp_path) not in built_elsewhere.records_url
    moved = Settings.from_environment({"WAYPOINT_RECORDS_DIR": str(tmp_path)})
    assert moved.records_url == f"sqlite:///{tmp_path / 'waypoint.db'}"
    named = Settings.from_environment({"WAYPOINT_RECORDS_URL": "postgresql+psycopg://localhost/x"})
    assert named.records_url == "postgresql+psycopg://localhost/x"


def test_each_variable_is_read(tmp_path):
    settings = Settings.from_environment(
        {
            "WAYPOINT_DATABASE_URL": "postgresql+psycopg://localhost/x",
            "WAYPOINT_ENCODER": "another-model",
            "WAYPOINT_ARTICLES_DIR": str(tmp_path / "a"),
            "WAYPOINT_ROLES_FILE": str(tmp_path / "r.yml"),
        }
    )
    assert settings.database_url == "postgresql+psycopg://localhost/x"
    assert settings.encoder == "another-model"
    assert settings.articles_dir == tmp_path / "a"
    assert settings.roles_file == tmp_path / "r.yml"


def test_an_empty_variable_is_not_set():
    names = ("DATABASE_URL", "BUILD_DIR", "ENCODER", "ARTICLES_DIR", "ROLES_FILE", "RECORDS_DIR", "RECORDS_URL")
    empty = {f"WAYPOINT_{name}": "" for name in names}
    assert Settings.from_environment(empty) == Settings.from_environment({})


def test_a_relative_folder_starts_where_the_command_runs(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment({"WAYPOINT_BUILD_DIR": "made"})
    assert settings.build_dir == Path.cwd() / "made"
