"""One step with so many articles, in a process of its own so that its memory is its own.

`python -m bench.growth import|build|add|search FOLDER SIZE [--stand-in]` prints one JSON object.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import resource
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import yaml

from bench.made_articles import made_articles, source_page
from bench.measures import Times
from bench.turns import repeat
from cli.publishing import Encoders, Wanted, addition, publish
from index.token_encoder import OnnxTokenEncoder, Tokens
from knowledge.settings import ROOT, Settings

SHIPPED = 0  # as a size: the repository's own articles
SEARCHES = 40
QUESTIONS = (
    "which work rewards clear writing and careful review of charts", "what does a first contract ask for",
    "where is patience with forms measured", "what do physicians miss most", "which roles are remote",
)


@dataclass(frozen=True)
class Step:
    """What one step took; what it does not measure is None."""

    seconds: float
    peak_mb: float
    passages: int = 0
    encoded: int = 0
    check_seconds: Optional[float] = None
    held_mb: Optional[float] = None
    search_p50: Optional[float] = None
    search_p95: Optional[float] = None


class StandIn:
    """Vectors from nothing, at no cost, under the real encoder's name: to measure all but the encoding."""

    def __init__(self, name: str, dimension: int, weights_sha256: str) -> None:
        self.name, self.dimension, self.weights_sha256 = name, dimension, weights_sha256
        self._chance = np.random.default_rng(7)

    def encode(self, texts: list[str]) -> np.ndarray:
        """Rows of length one, shape (texts, dimension)."""
        rows = self._chance.standard_normal((len(texts), self.dimension), dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def read(self, text: str) -> Tokens:
        """One vector a word."""
        words = tuple(text.lower().split())
        states = self.encode(list(words))
        return Tokens(words, states, states.mean(axis=0))


def prepare(folder: Path, size: int) -> Settings:
    """An empty deployment with so many articles; the encoders of the real build are borrowed."""
    built, articles = Settings.from_environment(), folder / "articles"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "build").mkdir(parents=True)
    shutil.copy(ROOT / "knowledge" / "roles.yml", folder / "roles.yml")
    for name, source in (("encoder", built.encoder_dir), ("tokens", built.tokens_dir)):
        (folder / "build" / name).symlink_to(source.resolve())
    if size == SHIPPED:
        shutil.copytree(ROOT / "knowledge" / "articles", articles)
    else:
        articles.mkdir()
        for article_id, text in made_articles(size, kinds_of(folder)):
            (articles / f"{article_id}.md").write_text(text, encoding="utf-8")
    return settings_of(folder)


def settings_of(folder: Path) -> Settings:
    """The settings of a prepared folder."""
    return Settings.from_environment({
        "WAYPOINT_BUILD_DIR": str(folder / "build"), "WAYPOINT_ARTICLES_DIR": str(folder / "articles"),
        "WAYPOINT_ROLES_FILE": str(folder / "roles.yml"),
    })


def kinds_of(folder: Path) -> list[str]:
    """Ids of the kinds of work."""
    return [kind["id"] for kind in yaml.safe_load((folder / "roles.yml").read_text(encoding="utf-8"))]


def bring_in(folder: Path, size: int) -> Step:
    """Import so many saved pages into drafts with the command that maintainers use; size 0 does nothing."""
    from cli.importing import import_

    pages, drafts = folder / "pages", folder / "drafts"
    pages.mkdir(parents=True)
    for article_id, text in made_articles(size, kinds_of(ROOT / "knowledge"), seed=11):
        (pages / f"{article_id}.md").write_text(source_page(text), encoding="utf-8")
    began = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        if size:
            import_.main([str(pages), "--drafts", str(drafts)], standalone_mode=False)
    return Step(time.perf_counter() - began, _peak())


def build(settings: Settings, encoders: Optional[Encoders]) -> Step:
    """Publish everything from nothing."""
    return _published(settings, dict, encoders)


def add(settings: Settings, encoders: Optional[Encoders]) -> Step:
    """Publish one article more."""
    ((article_id, text),) = made_articles(1, kinds_of(settings.roles_file.parent), seed=99)
    return _published(settings, addition(settings, article_id, text), encoders)


def search(settings: Settings) -> Step:
    """Load everything as the action server does, and search."""
    from actions.services import Services

    began = time.perf_counter()
    snapshot = Services(settings).current()
    seconds, held = time.perf_counter() - began, _memory_now()
    numbers = iter(range(SEARCHES + 5))

    def ask() -> None:
        number = next(numbers)  # a number makes each question one that no memory holds
        snapshot.retriever.evidence(f"{QUESTIONS[number % len(QUESTIONS)]} ({number})")

    repeat(5, ask)
    times: Times = repeat(SEARCHES, ask)
    return Step(seconds, _peak(), len(snapshot.knowledge.passages), held_mb=held, search_p50=times.p50,
                search_p95=times.p95)


def _published(settings: Settings, wanted: Wanted, encoders: Optional[Encoders]) -> Step:
    moments: dict[str, float] = {}
    began = time.perf_counter()
    done = publish(
        settings, wanted, encoders=encoders, step=lambda text: moments.setdefault(text, time.perf_counter() - began)
    )
    return Step(
        time.perf_counter() - began, _peak(), len(done.knowledge.passages),
        done.built.encoded if done.built else 0, check_seconds=moments.get("Preparing search"),
    )


def _stand_ins(settings: Settings) -> Encoders:
    description = json.loads((settings.encoder_dir / "encoder.json").read_text(encoding="utf-8"))
    reader = OnnxTokenEncoder(settings.tokens_dir)
    return (
        StandIn(description["name"], description["dimension"], description["weights_sha256"]),
        StandIn("words", reader.dimension, reader.weights_sha256),
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _memory_now() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * resource.getpagesize() / 1024 / 1024 if pages else _peak()


def main() -> None:
    """Do the step and print what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=("import", "build", "add", "search"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", type=int)
    parser.add_argument("--stand-in", action="store_true")
    told = parser.parse_args()
    if told.step == "import":
        shutil.rmtree(told.folder, ignore_errors=True)
        print(json.dumps(asdict(bring_in(told.folder, told.size))))
        return
    settings = prepare(told.folder, told.size) if told.step == "build" else settings_of(told.folder)
    encoders = _stand_ins(settings) if told.stand_in else None
    steps = {"build": lambda: build(settings, encoders), "add": lambda: add(settings, encoders),
             "search": lambda: search(settings)}
    print(json.dumps(asdict(steps[told.step]())))


if __name__ == "__main__":
    main()
