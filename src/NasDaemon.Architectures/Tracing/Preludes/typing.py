"""Types that are more than annotations."""

from _tracer import field_names as _field_names
from collections import _make_named_tuple


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, space):
        if not bases or bases == (object,):
            return super().__new__(meta, name, bases, space)
        names = tuple(field for field, _ in _field_names(space))
        hidden = ("__module__", "__qualname__", "__annotations__", "__new__")
        members = {key: value for key, value in space.items() if key not in names and key not in hidden}
        return _make_named_tuple(name, names, {field: space[field] for field in names if field in space}, (tuple,), members)

    def __call__(cls, typename, fields=(), **kwargs):
        names = tuple(name for name, _ in fields) + tuple(kwargs)
        return _make_named_tuple(typename, names, {}, (tuple,), {})


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


class TypedDict(dict):
    def __init_subclass__(cls, total=True):
        pass
