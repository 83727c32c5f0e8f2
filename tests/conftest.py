"""Settings for all tests."""

import os

from hypothesis import settings

# The networks' products are small: threads that wait for a busy core cost far more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

settings.register_profile("steady", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("steady")
