"""Settings for all tests."""

import os

from hypothesis import settings

# The networks' products are small: threads that wait for a busy core cost far more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A busy machine is slow, not wrong; and what fails once must fail again on the next machine.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
