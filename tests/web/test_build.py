"""What is built: the same bytes each time, small, and with nothing in it from elsewhere."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.web_build import find_node, web_folder
from tests.web.stand_in import PAGES, ROOT

WEB = web_folder(ROOT)


def built_file(built: Path, name: str) -> bytes:
    return (built / json.loads((built / "manifest.json").read_text())[name]).read_bytes()


def zipped(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def test_same_sources_give_the_same_bytes_in_another_place(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "web"
    other.mkdir(parents=True)
    for name in ("build.mjs", "package.json", "tsconfig.json"):
        shutil.copy(WEB / name, other)
    shutil.copytree(WEB / "src", other / "src")
    (other / "node_modules").symlink_to(WEB / "node_modules")
    target = tmp_path / "out"

    subprocess.run([find_node(ROOT).node, str(other / "build.mjs"), str(target)], check=True)

    def content(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    assert content(target) == content(built)


def test_old_files_are_swept_away(tmp_path: Path) -> None:
    (tmp_path / "app-0000000000.js").write_text("old")

    subprocess.run([find_node(ROOT).node, str(WEB / "build.mjs"), str(tmp_path)], check=True)

    names = set(json.loads((tmp_path / "manifest.json").read_text()).values())
    assert {path.name for path in tmp_path.iterdir()} == names | {"manifest.json"}
    assert all(re.fullmatch(r"[a-z]+-[0-9a-f]{10}\.[a-z]+", name) for name in names)


@pytest.mark.parametrize("names, most", [(["widget.js"], 3_000), (["app.js", "app.css"], 40_000)])
def test_weight_stays_small(built: Path, names: list[str], most: int) -> None:
    assert sum(zipped(built_file(built, name)) for name in names) <= most


def test_no_address_and_no_way_to_make_markup_is_in_the_bundles(built: Path) -> None:
    namespaces = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"}
    for name in ("widget.js", "app.js", "app.css", "demo.css"):
        text = built_file(built, name).decode()
        assert {a for a in re.findall(r"https?://[\w./-]+", text) if a not in namespaces} <= {"https://"}, name
        assert not re.search(r"\beval\(|new Function|document\.write|insertAdjacentHTML|outerHTML", text), name


def test_our_sources_never_touch_markup() -> None:
    for path in (WEB / "src").rglob("*.ts*"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bstyle=|\beval\(", text), path


def test_pages_have_no_inline_script_or_style() -> None:
    for page in PAGES.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<style|\bstyle=|\son[a-z]+=|javascript:", text), page.name
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text)), page.name


def test_licence_of_what_is_packed_goes_along(built: Path) -> None:
    assert "Permission is hereby granted" in built_file(built, "licences.txt").decode()
    assert built_file(built, "app.js").startswith(b"/*! Includes Preact")


def test_what_is_installed_has_a_permissive_licence() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = {name.removeprefix("node_modules/"): entry["license"] for name, entry in lock.items() if name}

    # axe-core judges the page in tests; nothing of it is built or served.
    assert licences.pop("axe-core") == "MPL-2.0" and lock["node_modules/axe-core"]["dev"]
    assert set(licences.values()) <= {"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC"}


def test_sources_are_sound_typescript() -> None:
    result = subprocess.run(
        [find_node(ROOT).node, str(WEB / "node_modules" / "typescript" / "bin" / "tsc"), "--noEmit", "-p", str(WEB)],
        capture_output=True, text=True,
    )
    assert result.returncode == 0, result.stdout
