"""What every test shares: how Hypothesis searches, and that output is plain."""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, settings

os.environ.pop("FORCE_COLOR", None)  # what tests compare is without colour, whatever the build asks for
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let background jobs ignore it

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

# `ci` finds the same on every machine; `dev` looks elsewhere each time; `nightly` looks long.
# `mutation` is `ci` where mutmut runs the tests of a class several times in one process.
settings.register_profile("ci", max_examples=100, derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("dev", max_examples=100, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("quick", max_examples=20, derandomize=True, deadline=None, suppress_health_check=_SLOW)
_REPEATED = [*_SLOW, HealthCheck.differing_executors]
settings.register_profile(
    "mutation", max_examples=100, derandomize=True, deadline=None, suppress_health_check=_REPEATED
)
settings.register_profile("nightly", max_examples=5_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
