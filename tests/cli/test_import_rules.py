"""Imports go in one direction, and heavy packages stay where they belong."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("actions", "bench", "bot", "cli", "index", "knowledge")
# Modules that both environments load, and that a package may take from another for that reason.
SHARED = ("actions.payload", "knowledge.language", "index.onnx_encoder")

MAY_IMPORT = {
    "knowledge": (),
    "index": ("knowledge",),
    "actions": ("index", "knowledge"),
    "bot": SHARED,
    "cli": ("actions", "bench", "index", "knowledge"),
    "bench": ("actions", "cli", "index", "knowledge"),
}
ONLY_IN = {
    "sqlalchemy": ("knowledge",),
    "spacy": ("knowledge",),
    "faiss": ("index",),
    "sentence_transformers": ("index",),
    "torch": ("index", "knowledge"),  # there only in knowledge/importing/learned, where pages are read
    "rasa_sdk": ("actions",),
    "rasa": ("bot",),
}


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, inside functions, too; of `from x import y` also x.y."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the whole module name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def wrong_imports(package: str, files: list[Path]) -> list[str]:
    allowed = (package, *MAY_IMPORT[package])
    wrong = []
    for path in files:
        for name in imported(path):
            top = name.split(".")[0]
            strange = top in OURS and not within(name, allowed)
            misplaced = top in ONLY_IN and package not in ONLY_IN[top]
            if strange or misplaced:
                wrong.append(f"{path.name} imports {name}")
    return wrong


@pytest.mark.parametrize("package", OURS)
def test_package_imports_only_what_it_may(package: str) -> None:
    files = modules(ROOT / package)

    assert files
    assert wrong_imports(package, files) == []


@pytest.mark.parametrize(
    ("package", "line"),
    [
        ("knowledge", "import index.encoder"),
        ("bot", "from actions import query"),
        ("bot", "def f():\n    from knowledge.store import load_knowledge"),
        ("index", "from sqlalchemy.orm import Session"),
        ("actions", "import torch"),
        ("cli", "import rasa.core"),
    ],
)
def test_wrong_import_is_seen(package: str, line: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(line)

    assert wrong_imports(package, [module])


def test_right_imports_are_not_reported(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("import rasa\nfrom actions.payload import Answer\nimport bot.paths\n")

    assert wrong_imports("bot", [module]) == []


def test_bootstrap_needs_only_the_standard_library() -> None:
    files = [*modules(ROOT / "cli" / "bootstrap"), ROOT / "cli" / "build_steps.py", ROOT / "cli" / "web_build.py"]
    mine = ("cli.bootstrap", "cli.build_steps", "cli.web_build")
    foreign = [
        f"{path.name} imports {name}"
        for path in files
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not within(name, mine)
    ]

    assert foreign == []


def test_bootstrap_is_written_for_python_3_8() -> None:
    for path in [*modules(ROOT / "cli" / "bootstrap"), ROOT / "cli" / "build_steps.py", ROOT / "cli" / "web_build.py"]:
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
