"""The action server in one process: `python -m actions.server --host 127.0.0.1 --port 5055`.

`python -m rasa_sdk` (3.21.1) starts four processes for one worker, holds the actions in memory
twice, listens on every address and does not stop while its worker starts. This runs the
SDK's own application, by its own routes, without that.
"""

from __future__ import annotations

import argparse
import logging
import os
from typing import Any, Dict

from rasa_sdk.endpoint import create_app_for_serve
from rasa_sdk.executor import ActionExecutor

from actions.people_routes import people_routes
from actions.people_views import people_views
from actions.record_routes import SECRET_VARIABLE, record_routes
from actions.services import services
from actions.unanswered import note_questions
from knowledge.language.safe_logs import keep_logs_safe, now_answering
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord
from knowledge.records.retention import days_kept
from knowledge.settings import Settings


class Executor(ActionExecutor):
    """Runs our actions, none of which reads the domain: endpoints.yml has Rasa leave it out.

    The SDK refuses a call without a domain, so that Rasa sends it again with one; Rasa 3.6 does
    not know that refusal and gives up.
    """

    async def run(self, action_call: Dict[str, Any], *arguments: Any, **named: Any) -> Any:
        """The action's result; see the base class. What the person wrote is kept out of the logs."""
        message = (action_call.get("tracker") or {}).get("latest_message") or {}
        now_answering(str(message.get("text") or ""))
        return await super().run(action_call, *arguments, **named)

    def update_and_return_domain(self, payload: Dict[str, Any], action_name: str) -> Dict[str, Any]:
        """The domain that came with a call, or an empty one."""
        return payload.get("domain") or {}


def main() -> None:
    """Serves the actions of this package until told to stop."""
    arguments = _arguments()
    keep_logs_safe()
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s  %(message)s"
    )
    executor = Executor()
    executor.register_package("actions")
    # No cross-origin access: only the Rasa server calls it.
    app = create_app_for_serve(executor, cors_origins=None, endpoints="endpoints.yml")
    records = Records(Settings.from_environment().records_url)
    secret = os.environ.get(SECRET_VARIABLE) or ""
    app.blueprint(record_routes(records, secret))
    app.blueprint(people_routes(records, secret, people_views(services), _days()))
    note_questions(app, records)
    app.run(
        host=arguments.host,
        port=arguments.port,
        single_process=True,
        motd=False,
        access_log=False,
    )


def _days() -> int:
    try:
        return days_kept()
    except InvalidRecord as error:
        raise SystemExit(str(error)) from error


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m actions.server")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=5055, help="port to listen on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
