"""Arguments of a command line that is empty."""

from types import SimpleNamespace as Namespace


class ArgumentParser:
    def __init__(self, *args, **kwargs):
        self._defaults = {}

    def add_argument(self, *names, **kwargs):
        name = kwargs.get("dest") or next((name for name in names if name.startswith("--")), names[0])
        missing = False if kwargs.get("action") == "store_true" else True if kwargs.get("action") == "store_false" else None
        self._defaults[name.lstrip("-").replace("-", "_")] = kwargs.get("default", missing)

    def parse_args(self, args=None):
        return Namespace(**self._defaults)

    def parse_known_args(self, args=None):
        return Namespace(**self._defaults), []

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
