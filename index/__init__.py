"""Finding passages, and deciding whether they answer."""

import os

# Read when numpy is first imported. The products of one question are small: a second thread
# gains nothing and, on a busy machine, waits for a core that others hold.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
