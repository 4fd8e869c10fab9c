"""Switches of a library that is not used here."""

enabled, benchmark, deterministic, allow_tf32, benchmark_limit = True, False, False, True, 10


def is_available():
    return False


def version():
    return None
