"""Logging, which nobody reads here."""

CRITICAL, FATAL, ERROR, WARNING, WARN, INFO, DEBUG, NOTSET = 50, 50, 40, 30, 30, 20, 10, 0


def _ignore(*args, **kwargs):
    pass


debug = info = warning = warn = error = exception = critical = fatal = log = basicConfig = disable = captureWarnings = _ignore


class Handler:
    def __init__(self, *args, **kwargs):
        self.level = NOTSET

    def setFormatter(self, *args):
        pass

    def setLevel(self, level):
        self.level = level


class StreamHandler(Handler):
    pass


class NullHandler(Handler):
    pass


class Formatter:
    def __init__(self, *args, **kwargs):
        pass


class Logger:
    def __init__(self, name="root", level=NOTSET):
        self.name, self.level, self.handlers, self.propagate, self.disabled = name, level, [], True, False

    def _ignore(self, *args, **kwargs):
        pass

    debug = info = warning = warn = error = exception = critical = fatal = log = _ignore

    def setLevel(self, level):
        self.level = level

    def getEffectiveLevel(self):
        return self.level or WARNING

    def isEnabledFor(self, level):
        return level >= self.getEffectiveLevel()

    def addHandler(self, handler):
        self.handlers.append(handler)

    def removeHandler(self, handler):
        self.handlers.remove(handler)

    def hasHandlers(self):
        return bool(self.handlers)

    def addFilter(self, given):
        pass


_known = {}


def getLogger(name="root"):
    if name not in _known:
        _known[name] = Logger(name)
    return _known[name]


def getLevelName(level):
    return {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}.get(level, f"Level {level}")
