"""Warnings, which nobody reads here."""


def warn(message, category=None, stacklevel=1, source=None):
    pass


def warn_explicit(*args, **kwargs):
    pass


def simplefilter(action, category=None, lineno=0, append=False):
    pass


def filterwarnings(action, message="", category=None, module="", lineno=0, append=False):
    pass


def resetwarnings():
    pass


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=None):
        self._record = record

    def __enter__(self):
        return [] if self._record else None

    def __exit__(self, *details):
        pass
