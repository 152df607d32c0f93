"""Where things are: read from the environment once, passed on as a value.

Knows paths and names only. Opens nothing and creates nothing, so that it can be imported
anywhere (standard library, Python 3.10 and newer).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Optional

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_ENCODER = "all-MiniLM-L6-v2"


@dataclass(frozen=True)
class Settings:
    """One deployment's settings. Every built file lies under `build_dir`, and no record does."""

    database_url: str
    build_dir: Path
    encoder: str  # name of a sentence-transformers model, or the folder that holds one
    articles_dir: Path
    roles_file: Path
    records_dir: Path
    records_url: str
    drafts_dir: Path = ROOT / "var" / "drafts"  # articles that were imported and not yet published

    @classmethod
    def from_environment(cls, environment: Optional[Mapping[str, str]] = None) -> Settings:
        """Read WAYPOINT_* variables; an empty variable counts as not set.

        Relative paths in WAYPOINT_BUILD_DIR and WAYPOINT_ARTICLES_DIR start at the current
        folder; the defaults start at the repository, wherever the command is run.

        Args:
            environment: Variables to read; default: those of this process.
        """
        values = os.environ if environment is None else environment
        build_dir = Path(values.get("WAYPOINT_BUILD_DIR") or ROOT / "build").absolute()
        articles_dir = values.get("WAYPOINT_ARTICLES_DIR") or ROOT / "knowledge" / "articles"
        roles_file = values.get("WAYPOINT_ROLES_FILE") or ROOT / "knowledge" / "roles.yml"
        records_dir = Path(values.get("WAYPOINT_RECORDS_DIR") or ROOT / "var").absolute()
        return cls(
            database_url=values.get("WAYPOINT_DATABASE_URL")
            or f"sqlite:///{build_dir / 'knowledge.db'}",
            build_dir=build_dir,
            encoder=values.get("WAYPOINT_ENCODER") or DEFAULT_ENCODER,
            articles_dir=Path(articles_dir).absolute(),
            roles_file=Path(roles_file).absolute(),
            records_dir=records_dir,
            records_url=values.get("WAYPOINT_RECORDS_URL")
            or f"sqlite:///{records_dir / 'waypoint.db'}",
            drafts_dir=Path(values.get("WAYPOINT_DRAFTS_DIR") or records_dir / "drafts").absolute(),
        )

    @property
    def names_file(self) -> Path:
        """What the language rules know of roles, sources and English words."""
        return self.build_dir / "names.json"

    @property
    def encoder_dir(self) -> Path:
        return self.build_dir / "encoder"

    @property
    def index_dir(self) -> Path:
        return self.build_dir / "index"

    @property
    def tokens_dir(self) -> Path:
        """The word-by-word reader and the passages that it read."""
        return self.build_dir / "tokens"

    @property
    def published_dir(self) -> Path:
        """One folder for each published version of the knowledge; see index/publication.py."""
        return self.build_dir / "published"

    @property
    def models_dir(self) -> Path:
        return self.build_dir / "models"

    @property
    def logs_dir(self) -> Path:
        return self.build_dir / "logs"
