"""A deployment of one's own for tests: articles, kinds, database and built folders; encoders borrowed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Optional

import pytest

from knowledge.settings import ROOT, Settings

NEW_KINDS = """\
- id: slide-reader
  title: Remote slide reading
  names: [slide reading, digital slide reader, whole slide reads]
"""

DERMATOLOGY = """\
---
id: dermatology-paths
title: Other paths for dermatologists
publisher: Example Press
url: https://www.example.org/dermatology
published: 2026-02-01
accessed: 2026-11-22
specialties: [dermatology]
rights: own
---

## Work from home {#home}

Dermatologists can read digital slides of skin biopsies from home for laboratories. {#slides}

### Remote slide reading {#slide-reading}

A laboratory sends digital slides of skin biopsies and the dermatologist reports on each of them from home.

Lab Jobs Weekly puts the average fee at $41 per case. {#slide-reading-pay}

```yaml role
kind: slide-reader
summary: reports on digital slides of skin biopsies for laboratories
attributes:
  - work_mode: remote
    basis: stated
figures:
  - statistic: average
    kind: fee
    amount: 41
    unit: case
    unit_basis: stated
    as_written: "$41 per case"
    attributed_to: Lab Jobs Weekly
    passage: slide-reading-pay
```

## Why dermatologists look elsewhere {#why}

In a poll of the Skin Doctors Forum 37% of dermatologists said that cosmetic competition wears them down. {#poll}

```yaml poll
id: competition
percent: 37
statement: of dermatologists said that cosmetic competition wears them down
question: whether cosmetic competition wears them down
population: members of the Skin Doctors Forum
multi_select: no
attributed_to: Skin Doctors Forum poll
as_written: "37%"
passage: poll
```
"""


def workplace(folder: Path, database_url: Optional[str] = None) -> Settings:
    """Settings for an empty deployment in a folder, with the repository's articles to start from.

    Vectors of unchanged passages are taken from the repository's own build, so that publishing
    takes a moment; skipped where nothing is built.
    """
    built = Settings.from_environment()
    for needed in (built.encoder_dir, built.tokens_dir, built.index_dir):
        if not needed.exists():
            pytest.skip(f"not built yet, `make build` does: {needed}")
    shutil.copytree(ROOT / "knowledge" / "articles", folder / "articles")
    shutil.copy(ROOT / "knowledge" / "roles.yml", folder / "roles.yml")
    build = folder / "build"
    build.mkdir()
    for name, source in (("encoder", built.encoder_dir), ("tokens", built.tokens_dir), ("index", built.index_dir)):
        (build / name).symlink_to(source.resolve())
    settings = Settings.from_environment({
        "WAYPOINT_BUILD_DIR": str(build), "WAYPOINT_ARTICLES_DIR": str(folder / "articles"),
        "WAYPOINT_ROLES_FILE": str(folder / "roles.yml"), "WAYPOINT_RECORDS_DIR": str(folder / "var"),
    })
    return replace(settings, database_url=database_url) if database_url else settings
