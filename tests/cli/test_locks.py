"""What every lock must be: whole, plain, and free of any machine's settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
PIN = re.compile(r"^[a-z0-9][a-z0-9-]*==[0-9][0-9a-z.]*(?: ; .+)?$")
GPU = re.compile(r"^(nvidia-|cuda|triton|tensorrt|pytorch-triton|intel-extension)")

pytestmark = pytest.mark.parametrize("environment", ["main", "rasa"])


def lines(name: str) -> list[str]:
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    return [line for line in (line.split("#")[0].strip() for line in text.splitlines()) if line]


def test_lock_holds_plain_pins_only(environment: str) -> None:
    """No address, no option, no local version suffix such as +cpu, no hash."""
    odd = [line for line in lines(f"{environment}.txt") if not PIN.match(line)]

    assert odd == []


def test_lock_names_no_gpu_package(environment: str) -> None:
    assert [line for line in lines(f"{environment}.txt") if GPU.match(line)] == []


def test_lock_holds_every_requirement(environment: str) -> None:
    locked = {line.split("==")[0] for line in lines(f"{environment}.txt")}
    for line in lines(f"{environment}.in"):
        name = re.split(r"[\[<>=]", line)[0].lower().replace(".", "-").replace("_", "-")
        assert name in locked, line


def test_lock_keeps_exact_requirements(environment: str) -> None:
    locked = {line.split(" ;")[0] for line in lines(f"{environment}.txt")}
    exact = [line.lower() for line in lines(f"{environment}.in") if "==" in line]

    assert exact
    assert set(exact) <= locked
