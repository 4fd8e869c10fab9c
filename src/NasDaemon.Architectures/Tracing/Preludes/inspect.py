"""What functions and classes look like."""

from _tracer import parameters as _parameters


class _empty:
    pass


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = 0, 1, 2, 3, 4
    empty = _empty

    def __init__(self, name, kind, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation


class Signature:
    empty = _empty

    def __init__(self, parameters=()):
        self.parameters = {parameter.name: parameter for parameter in parameters}
        self.return_annotation = _empty

    def bind(self, *args, **kwargs):
        names = [name for name, parameter in self.parameters.items() if parameter.kind < 2]
        if len(args) > len(names) and not any(parameter.kind == 2 for parameter in self.parameters.values()):
            raise TypeError("too many positional arguments")
        return BoundArguments({**dict(zip(names, args)), **kwargs})


class BoundArguments:
    def __init__(self, arguments):
        self.arguments = arguments

    def apply_defaults(self):
        pass


def signature(obj):
    found = _parameters(obj)
    if found is None:
        raise ValueError(f"no signature found for builtin {obj!r}")
    return Signature([Parameter(name, kind, *default) for name, kind, default in found])


def getfullargspec(func):
    from collections import namedtuple

    found = _parameters(func) or []
    spec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
    star = [name for name, kind, _ in found if kind == 2]
    double = [name for name, kind, _ in found if kind == 4]
    defaults = tuple(default[0] for _, kind, default in found if kind < 2 and default)
    return spec(
        [name for name, kind, _ in found if kind < 2],
        star[0] if star else None,
        double[0] if double else None,
        defaults or None,
        [name for name, kind, _ in found if kind == 3],
        {name: default[0] for name, kind, default in found if kind == 3 and default} or None,
        {},
    )


def isclass(value):
    return isinstance(value, type)


def isfunction(value):
    return type(value) is type(isclass)


def ismethod(value):
    return hasattr(value, "__func__")


def isroutine(value):
    return isfunction(value) or ismethod(value)


def isgenerator(value):
    return hasattr(value, "send")


def getdoc(value):
    return getattr(value, "__doc__", None)


def getmembers(value, predicate=None):
    found = []
    for name in dir(value):
        if hasattr(value, name):
            member = getattr(value, name)
            if predicate is None or predicate(member):
                found.append((name, member))
    return found
