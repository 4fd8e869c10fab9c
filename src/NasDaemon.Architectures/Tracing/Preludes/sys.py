"""What Python tells of itself."""

maxsize = 9223372036854775807
version = "3.11.2 (main)"
version_info = (3, 11, 2, "final", 0)
platform = "linux"
byteorder = "little"
argv = [""]
path = []
modules = {}


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    pass


def getsizeof(value, default=0):
    return 64


class _Stream:
    def write(self, text):
        return len(text)

    def flush(self):
        pass


stdout = stderr = _Stream()


def exit(status=None):
    raise SystemExit(status)
