"""A clock that stands still but for one tick a look."""

_ticks = [1700000000]


def time():
    _ticks[0] += 0.001
    return _ticks[0]


perf_counter = monotonic = process_time = thread_time = time


def time_ns():
    return int(time() * 1000000000)


perf_counter_ns = monotonic_ns = process_time_ns = time_ns


def sleep(seconds):
    pass


def strftime(format, t=None):
    return format
