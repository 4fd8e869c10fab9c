"""Data classes."""

from _tracer import field_names as _field_names

MISSING = type("_MISSING_TYPE", (), {"__repr__": lambda self: "<dataclasses._MISSING_TYPE object>"})()
KW_ONLY = type("_KW_ONLY_TYPE", (), {})()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name, self.default, self.default_factory, self.init = None, default, default_factory, init
        self.repr, self.hash, self.compare, self.metadata, self.kw_only = repr, hash, compare, metadata or {}, kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def complete(cls):
        return _complete(cls, init, repr, eq, order, frozen, kw_only)

    return complete if cls is None else complete(cls)


def _complete(cls, init, repr, eq, order, frozen, kw_only):
    known = {}
    for base in reversed(cls.__mro__[1:]):
        known.update(base.__dict__.get("__dataclass_fields__", {}))
    for name, kind in _field_names(cls):
        if kind == "KW_ONLY":
            kw_only = True
        elif kind != "ClassVar":
            known[name] = _field(cls, name, kw_only)
    names = cls.__dict__
    cls.__dataclass_fields__ = known
    fields = list(known.values())
    if init and "__init__" not in names:
        _check_order(fields)
        cls.__init__ = _initialiser(cls, fields, frozen)
    if repr and "__repr__" not in names:
        cls.__repr__ = lambda self: type(self).__qualname__ + "(" + ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields if f.repr) + ")"
    compared = [f.name for f in fields if f.compare]
    key = lambda self: tuple(getattr(self, name) for name in compared)
    if eq and "__eq__" not in names:
        cls.__eq__ = lambda self, other: key(self) == key(other) if type(self) is type(other) else NotImplemented
        if frozen:
            cls.__hash__ = lambda self: hash(key(self))
        elif "__hash__" not in names:
            cls.__hash__ = None
    if order:
        cls.__lt__ = lambda self, other: key(self) < key(other)
        cls.__le__ = lambda self, other: key(self) <= key(other)
        cls.__gt__ = lambda self, other: key(self) > key(other)
        cls.__ge__ = lambda self, other: key(self) >= key(other)
    if frozen:
        def refuse(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        cls.__setattr__ = refuse
    cls.__match_args__ = tuple(f.name for f in fields if f.init and not f.kw_only)
    return cls


def _field(cls, name, kw_only):
    found = cls.__dict__.get(name, MISSING)
    if not isinstance(found, Field):
        if isinstance(found, (list, dict, set)):
            raise ValueError(f"mutable default {type(found)} for field {name} is not allowed: use default_factory")
        found = Field(found, MISSING, True, True, None, True, None, MISSING)
    elif found.default is MISSING:
        delattr(cls, name)
    else:
        setattr(cls, name, found.default)
    found.name = name
    if found.kw_only is MISSING:
        found.kw_only = kw_only
    return found


def _check_order(fields):
    has_default = False
    for f in fields:
        if not f.init or f.kw_only:
            continue
        if f.default is not MISSING or f.default_factory is not MISSING:
            has_default = True
        elif has_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")


def _initialiser(cls, fields, frozen):
    positional = [f.name for f in fields if f.init and not f.kw_only]
    takes = [f.name for f in fields if f.init]
    title = f"{cls.__qualname__}.__init__()"
    write = object.__setattr__ if frozen else setattr

    def __init__(self, *args, **kwargs):
        if len(args) > len(positional):
            required = [f for f in fields if f.init and not f.kw_only and f.default is MISSING and f.default_factory is MISSING]
            count = f"{len(positional) + 1}" if len(required) == len(positional) else f"from {len(required) + 1} to {len(positional) + 1}"
            raise TypeError(f"{title} takes {count} positional arguments but {len(args) + 1} were given")
        given = dict(zip(positional, args))
        for name, value in kwargs.items():
            if name not in takes:
                raise TypeError(f"{title} got an unexpected keyword argument {name!r}")
            if name in given:
                raise TypeError(f"{title} got multiple values for argument {name!r}")
            given[name] = value
        missing = [f.name for f in fields if f.init and f.name not in given and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            shown = [repr(name) for name in missing]
            last = "" if len(shown) == 1 else " and ".join(shown) if len(shown) == 2 else ", ".join(shown[:-1]) + ", and " + shown[-1]
            kind = "positional" if any(name in positional for name in missing) else "keyword-only"
            raise TypeError(f"{title} missing {len(missing)} required {kind} argument{'s: ' + last if last else ': ' + shown[0]}")
        for f in fields:
            if f.name in given:
                write(self, f.name, given[f.name])
            elif f.default_factory is not MISSING:
                write(self, f.name, f.default_factory())
            elif f.default is not MISSING:
                write(self, f.name, f.default)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def fields(value):
    if not hasattr(value, "__dataclass_fields__"):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(value.__dataclass_fields__.values())


def is_dataclass(value):
    return hasattr(value, "__dataclass_fields__")


def replace(value, **changes):
    for f in fields(value):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(value, f.name)
    return type(value)(**changes)


def _plain(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make(value)
    if isinstance(value, list):
        return [_plain(item, make) for item in value]
    if isinstance(value, tuple):
        return tuple(_plain(item, make) for item in value)
    if isinstance(value, dict):
        return {key: _plain(item, make) for key, item in value.items()}
    return value


def asdict(value, *, dict_factory=dict):
    return dict_factory([(f.name, _plain(getattr(value, f.name), asdict)) for f in fields(value)])


def astuple(value, *, tuple_factory=tuple):
    return tuple_factory([_plain(getattr(value, f.name), astuple) for f in fields(value)])


def make_dataclass(name, given, *, bases=(), namespace=None, **kwargs):
    raise NotImplementedError("make_dataclass() is not interpreted")
