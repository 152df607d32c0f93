"""`waypoint people`: how many people something is kept of, and deleting what nobody uses.

Who they are cannot be seen here: records are named by opaque ids. Exit codes: 0 done; 1 the
records cannot be used, or not be cleaned; 2 wrong usage.
"""

from __future__ import annotations

import click

from cli.records_access import opened_records
from knowledge.records.people import count_people
from knowledge.records.retention import MOST_DAYS, days_kept, purge_unused


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def people() -> None:
    """Count and purge what people saved: shortlists, offers, answers to the guide.

    It lies in WAYPOINT_RECORDS_URL, by default var/waypoint.db. Somebody's own record is deleted
    by themselves, with "forget me".
    """


@people.command()
def count() -> None:
    """Print of how many people something is kept."""
    with opened_records() as records:
        number = count_people(records)
        days = days_kept()
    click.echo(f"Something is kept of {number} {'person' if number == 1 else 'people'}, "
               f"for {days} days after the last use.")


@people.command()
@click.option(
    "--older-than", type=click.IntRange(0, MOST_DAYS), metavar="DAYS",
    help="Unused for so many days; 0 deletes everything.  [default: WAYPOINT_PEOPLE_DAYS, or 180]",
)
def purge(older_than: int | None) -> None:
    """Delete the records that nobody used for so many days, for good.

    The action server does so by itself once a day.
    """
    with opened_records() as records:
        deleted, settled = purge_unused(records, days_kept() if older_than is None else older_than)
    if not settled:
        raise click.ClickException(
            f"{deleted} deleted, but another program is reading the records, so they may still lie in "
            "the database's log. Please run this once more in a moment."
        )
    click.echo(f"{deleted} deleted.")
