"""Opening the records for a command, with what is wrong with them said as a message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from knowledge.records.database import Records
from knowledge.records.errors import RecordsError
from knowledge.settings import Settings


@contextmanager
def opened_records() -> Iterator[Records]:
    """The records of the settings, closed at the end.

    Raises:
        click.ClickException: They cannot be read or written.
    """
    records = Records(Settings.from_environment().records_url)
    try:
        yield records
    except RecordsError as error:
        raise click.ClickException(str(error)) from error
    finally:
        records.close()
