"""A PostgreSQL server of our own for one test run, in a temporary folder, on loopback.

PostgreSQL refuses to run as root; then the server runs as `postgres` or `nobody`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, List, Optional


class NoPostgres(Exception):
    """Why there can be no server here."""


def find_binaries() -> Path:
    """The folder with initdb and postgres."""
    on_path = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folders += [Path(os.path.realpath(on_path)).parent] if on_path else []
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("PostgreSQL is not installed (no initdb in /usr/lib/postgresql or on PATH)")


def find_user() -> Optional[str]:
    """Whom to run the server as: None for ourselves, unless we are root."""
    if os.geteuid() != 0:
        return None
    if shutil.which("setpriv") is None:
        raise NoPostgres("PostgreSQL does not run as root, and there is no setpriv to change that")
    for user in ("postgres", "nobody"):
        try:
            pwd.getpwnam(user)
        except KeyError:
            continue
        return user
    raise NoPostgres("PostgreSQL does not run as root, and there is no user postgres or nobody")


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server and give the URL of an empty database in it.

    Raises:
        NoPostgres: There can be no server here.
    """
    binaries, user = find_binaries(), find_user()
    folder = Path(tempfile.mkdtemp(prefix="waypoint-postgres-"))
    try:
        if user:
            shutil.chown(folder, user)
        port = _free_port()
        _run(
            user,
            [
                str(binaries / "initdb"),
                "--pgdata",
                str(folder / "data"),
                "--username",
                "waypoint",
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--no-locale",
                "--no-sync",
            ],
        )
        control = [str(binaries / "pg_ctl"), "--pgdata", str(folder / "data"), "--wait"]
        options = f"-h 127.0.0.1 -p {port} -k {folder} -F"
        _run(user, [*control, "--log", str(folder / "log"), "--options", options, "start"])
        try:
            yield f"postgresql+psycopg://waypoint@127.0.0.1:{port}/postgres"
        finally:
            _run(user, [*control, "--mode", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _run(user: Optional[str], command: List[str]) -> None:
    if user:
        group = str(pwd.getpwnam(user).pw_gid)
        command = ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", *command]
    # A pipe would stay open in the server that pg_ctl leaves running, so: a file.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            timeout=120,
            check=False,
        )
        if done.returncode:
            output.seek(0)
            raise RuntimeError(f"{command[-1]} failed: {output.read()}")
