"""Containers beside list, tuple and dict."""

import operator as _operator


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    names = tuple(field_names.replace(",", " ").split() if isinstance(field_names, str) else field_names)
    values = tuple(defaults or ())
    known = dict(zip(names[len(names) - len(values):], values))
    return _make_named_tuple(typename, names, known, (tuple,), {})


def _make_named_tuple(typename, names, known, bases, members):
    def __new__(cls, *args, **kwargs):
        if len(args) > len(names):
            raise TypeError(f"{typename}.__new__() takes {len(names) + 1} positional arguments but {len(args) + 1} were given")
        given = dict(zip(names, args))
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f"{typename}.__new__() got an unexpected keyword argument '{name}'")
            if name in given:
                raise TypeError(f"{typename}.__new__() got multiple values for argument '{name}'")
            given[name] = value
        missing = [name for name in names if name not in given and name not in known]
        if missing:
            raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{_list(missing)}")
        return tuple.__new__(cls, [given[name] if name in given else known[name] for name in names])

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join(f"{name}={value!r}" for name, value in zip(names, self)) + ")"

    def _replace(self, **changes):
        unknown = [name for name in changes if name not in names]
        if unknown:
            raise ValueError(f"Got unexpected field names: {unknown!r}")
        return type(self)(*[changes.get(name, value) for name, value in zip(names, self)])

    space = {
        "__new__": __new__,
        "__repr__": __repr__,
        "__slots__": (),
        "_fields": names,
        "_field_defaults": known,
        "_replace": _replace,
        "_asdict": lambda self: dict(zip(names, self)),
        "_make": classmethod(lambda cls, iterable: cls(*iterable)),
        "__match_args__": names,
    }
    for index, name in enumerate(names):
        space[name] = property(_operator.itemgetter(index))
    space.update(members)
    return type(typename, bases, space)


def _list(names):
    shown = [f"'{name}'" for name in names]
    if len(shown) == 1:
        return ": " + shown[0]
    if len(shown) == 2:
        return "s: " + " and ".join(shown)
    return "s: " + ", ".join(shown[:-1]) + ", and " + shown[-1]


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self._items, self.maxlen = [], maxlen
        self.extend(iterable)

    def append(self, item):
        self._items.append(item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[0]

    def appendleft(self, item):
        self._items.insert(0, item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[-1]

    def extend(self, iterable):
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in iterable:
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items = self._items[len(self._items) - n:] + self._items[:len(self._items) - n]

    def clear(self):
        self._items.clear()

    def copy(self):
        return deque(self._items, self.maxlen)

    def count(self, item):
        return self._items.count(item)

    def index(self, item):
        return self._items.index(item)

    def insert(self, index, item):
        self._items.insert(index, item)

    def remove(self, item):
        self._items.remove(item)

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, item):
        self._items[index] = item

    def __delitem__(self, index):
        del self._items[index]

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __repr__(self):
        return f"deque({self._items!r})" if self.maxlen is None else f"deque({self._items!r}, maxlen={self.maxlen})"


class Counter(dict):
    def __init__(self, iterable=None, **counts):
        super().__init__()
        self.update(iterable, **counts)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, **counts):
        _count(self, iterable, 1)
        _count(self, counts, 1)

    def subtract(self, iterable=None, **counts):
        _count(self, iterable, -1)
        _count(self, counts, -1)

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda entry: -entry[1])
        return ordered if n is None else ordered[:n]

    def elements(self):
        for key, times in self.items():
            for _ in range(times):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    def __add__(self, other):
        merged = Counter(self)
        merged.update(other)
        return Counter({key: times for key, times in merged.items() if times > 0})

    def __sub__(self, other):
        merged = Counter(self)
        merged.subtract(other)
        return Counter({key: times for key, times in merged.items() if times > 0})


def _count(counter, source, factor):
    if source is None:
        return
    if isinstance(source, dict):
        for key, times in source.items():
            counter[key] = counter.get(key, 0) + factor * times
    else:
        for key in source:
            counter[key] = counter.get(key, 0) + factor


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for names in self.maps:
            if key in names:
                return names[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in names for names in self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __iter__(self):
        merged = {}
        for names in reversed(self.maps):
            merged.update(names)
        return iter(merged)

    def __len__(self):
        return len(list(iter(self)))

    def keys(self):
        return list(self)

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def new_child(self, names=None):
        return ChainMap(names or {}, *self.maps)


class UserDict(dict):
    @property
    def data(self):
        return self


class UserList(list):
    @property
    def data(self):
        return self
