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

from actions.record_routes import SECRET_VARIABLE, record_routes
from knowledge.records.database import Records
from knowledge.settings import Settings


class Executor(ActionExecutor):
    """Runs our actions, none of which reads the domain: endpoints.yml has Rasa leave it out.

    The SDK refuses a call without a domain, so that Rasa sends it again with one; Rasa 3.6 does
    not know that refusal and gives up.
    """

    def update_and_return_domain(self, payload: Dict[str, Any], action_name: str) -> Dict[str, Any]:
        """The domain that came with a call, or an empty one."""
        return payload.get("domain") or {}


def main() -> None:
    """Serves the actions of this package until told to stop."""
    arguments = _arguments()
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s  %(message)s"
    )
    executor = Executor()
    executor.register_package("actions")
    # No cross-origin access: only the Rasa server calls it.
    app = create_app_for_serve(executor, cors_origins=None, endpoints="endpoints.yml")
    records = Records(Settings.from_environment().records_url)
    app.blueprint(record_routes(records, os.environ.get(SECRET_VARIABLE) or ""))
    app.run(
        host=arguments.host,
        port=arguments.port,
        single_process=True,
        motd=False,
        access_log=False,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m actions.server")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=5055, help="port to listen on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
