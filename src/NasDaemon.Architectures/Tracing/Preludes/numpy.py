"""The part of NumPy that computes numbers and lists of numbers for a network."""

import builtins as _b
import math as _m
import random as _r

pi, e, inf, nan, newaxis = _m.pi, _m.e, _m.inf, _m.nan, None
float32 = float64 = float16 = float_ = floating = double = float
int32 = int64 = int8 = int16 = uint8 = int_ = integer = intp = int
bool_ = bool
__version__ = "1.24.2"


class ndarray:
    def __init__(self, items):
        self._items = items

    @property
    def shape(self):
        sizes, level = [], self._items
        while isinstance(level, list):
            sizes.append(len(level))
            level = level[0] if level else None
        return tuple(sizes)

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return _m.prod(self.shape)

    @property
    def T(self):
        return ndarray([list(row) for row in zip(*self._items)]) if self.ndim == 2 else self

    def tolist(self):
        return _copy(self._items)

    def item(self):
        return _flat(self._items)[0]

    def copy(self):
        return ndarray(_copy(self._items))

    def astype(self, kind, copy=True):
        return _map(lambda value: kind(value), self)

    def reshape(self, *shape):
        sizes = list(shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape)
        values = _flat(self._items)
        if -1 in sizes:
            sizes[sizes.index(-1)] = len(values) // -_m.prod(sizes)
        return ndarray(_shape(values, sizes))

    def flatten(self):
        return ndarray(_flat(self._items))

    ravel = flatten

    def sum(self, axis=None):
        return _b.sum(_flat(self._items))

    def mean(self, axis=None):
        values = _flat(self._items)
        return _b.sum(values) / len(values)

    def min(self):
        return _b.min(_flat(self._items))

    def max(self):
        return _b.max(_flat(self._items))

    def prod(self):
        return _m.prod(_flat(self._items))

    def cumsum(self):
        return cumsum(self)

    def argmax(self):
        values = _flat(self._items)
        return values.index(_b.max(values))

    def argmin(self):
        values = _flat(self._items)
        return values.index(_b.min(values))

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter([_wrap(item) for item in self._items])

    def __getitem__(self, index):
        if isinstance(index, ndarray):
            index = index._items
        if isinstance(index, list):
            return ndarray([self._items[int(i)] for i in index])
        if isinstance(index, tuple):
            first, rest = index[0], index[1:]
            if isinstance(first, slice):
                return ndarray([_plain(ndarray(row)[rest if len(rest) > 1 else rest[0]]) for row in self._items[first]])
            return _wrap(self._items[first])[rest if len(rest) > 1 else rest[0]]
        return _wrap(self._items[index])

    def __setitem__(self, index, value):
        _assign(self._items, index if isinstance(index, tuple) else (index,), _plain(value))

    def __repr__(self):
        return f"array({self._items!r})"

    def __neg__(self):
        return _map(lambda value: -value, self)

    def __abs__(self):
        return _map(_b.abs, self)


def _binary(name, function):
    setattr(ndarray, f"__{name}__", lambda self, other: _pair(function, self, other))
    setattr(ndarray, f"__r{name}__", lambda self, other: _pair(lambda a, b: function(b, a), self, other))


_binary("add", lambda a, b: a + b)
_binary("sub", lambda a, b: a - b)
_binary("mul", lambda a, b: a * b)
_binary("truediv", lambda a, b: a / b)
_binary("floordiv", lambda a, b: a // b)
_binary("mod", lambda a, b: a % b)
_binary("pow", lambda a, b: a ** b)


def _wrap(item):
    return ndarray(item) if isinstance(item, list) else item


def _plain(value):
    return value.tolist() if hasattr(value, "tolist") else [_plain(item) for item in value] if isinstance(value, (list, tuple, range)) else value


def _copy(items):
    return [_copy(item) for item in items] if isinstance(items, list) else items


def _levels(items):
    return 1 + _levels(items[0]) if isinstance(items, list) and items else 0


def _fill(target, value):
    return [_fill(item, value) for item in target] if isinstance(target, list) and not isinstance(value, list) else _copy(value)


def _assign(items, index, value):
    first, rest = index[0], index[1:]
    places = range(len(items))[first] if isinstance(first, slice) else [first]
    parts = [value] * len(places)
    if isinstance(first, slice) and _levels(value) == _levels(items) - len([place for place in rest if not isinstance(place, slice)]):
        parts = value * len(places) if len(value) == 1 else value
        if len(parts) != len(places):
            raise ValueError(f"could not broadcast input array from shape ({len(parts)},) into shape ({len(places)},)")
    for place, part in zip(places, parts):
        if rest:
            _assign(items[place], rest, part)
        else:
            items[place] = _fill(items[place], part)


def _flat(items):
    return [value for item in items for value in _flat(item)] if isinstance(items, list) else [items]


def _shape(values, sizes):
    if not sizes:
        return values[0]
    step = len(values) // sizes[0] if sizes[0] else 0
    return [_shape(values[index * step:(index + 1) * step], sizes[1:]) for index in range(sizes[0])]


def _map(function, value):
    if isinstance(value, (ndarray, list, tuple)):
        return ndarray([_plain(_map(function, item)) for item in _plain(value)])
    return function(value)


def _pair(function, left, right):
    left, right = _plain(left), _plain(right)
    if isinstance(left, list) and isinstance(right, list):
        if len(left) != len(right):
            left, right = (left * len(right), right) if len(left) == 1 else (left, right * len(left))
        return ndarray([_plain(_pair(function, a, b)) for a, b in zip(left, right)])
    if isinstance(left, list):
        return ndarray([_plain(_pair(function, item, right)) for item in left])
    if isinstance(right, list):
        return ndarray([_plain(_pair(function, left, item)) for item in right])
    return function(left, right)


def array(object, dtype=None, copy=True):
    made = ndarray(_plain(object)) if not isinstance(object, (int, float)) else object
    return made if dtype is None else _map(dtype, made)


asarray = ascontiguousarray = array


def _full(shape, value):
    sizes = [shape] if isinstance(shape, int) else list(shape)
    return ndarray(_shape([value] * _m.prod(sizes), sizes))


def zeros(shape, dtype=float):
    return _full(shape, dtype(0))


def ones(shape, dtype=float):
    return _full(shape, dtype(1))


empty = zeros


def full(shape, fill_value, dtype=None):
    return _full(shape, fill_value)


def eye(n, m=None):
    return ndarray([[1.0 if row == column else 0.0 for column in range(n if m is None else m)] for row in range(n)])


identity = eye


def arange(start, stop=None, step=1, dtype=None):
    start, stop = (0, start) if stop is None else (start, stop)
    count = _b.max(0, _m.ceil((stop - start) / step))
    return array([start + index * step for index in range(count)], dtype)


def linspace(start, stop, num=50, endpoint=True, dtype=None):
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts else 0.0
    values = [index * step + start for index in range(num)]
    if endpoint and num > 1:
        values[-1] = float(stop)
    return array([float(value) for value in values], dtype)


def logspace(start, stop, num=50, base=10.0):
    return _map(lambda value: base ** value, linspace(start, stop, num))


def cumsum(a):
    values, total = [], 0
    for value in _flat(_plain(a)):
        total += value
        values.append(total)
    return ndarray(values)


def cumprod(a):
    values, total = [], 1
    for value in _flat(_plain(a)):
        total *= value
        values.append(total)
    return ndarray(values)


def prod(a):
    return _m.prod(_flat(_plain(a)))


def sum(a, axis=None):
    return _b.sum(_flat(_plain(a)))


def mean(a, axis=None):
    values = _flat(_plain(a))
    return _b.sum(values) / len(values)


def std(a):
    values = _flat(_plain(a))
    middle = _b.sum(values) / len(values)
    return _m.sqrt(_b.sum((value - middle) ** 2 for value in values) / len(values))


def max(a, axis=None):
    return _b.max(_flat(_plain(a)))


def min(a, axis=None):
    return _b.min(_flat(_plain(a)))


amax, amin = max, min


def argmax(a):
    return ndarray(_plain(a)).argmax()


def argmin(a):
    return ndarray(_plain(a)).argmin()


def maximum(a, b):
    return _pair(lambda x, y: x if x >= y else y, a, b)


def minimum(a, b):
    return _pair(lambda x, y: x if x <= y else y, a, b)


def power(a, b):
    return _pair(lambda x, y: x ** y, a, b)


def divide(a, b):
    return _pair(lambda x, y: x / y, a, b)


def clip(a, low, high):
    return _map(lambda value: low if low is not None and value < low else high if high is not None and value > high else value, a)


def _real(function):
    return lambda x: _map(function, x)


sqrt, exp, sin, cos, tan, tanh = _real(_m.sqrt), _real(_m.exp), _real(_m.sin), _real(_m.cos), _real(_m.tan), _real(_m.tanh)
log, log2, log10, log1p = _real(_m.log), _real(_m.log2), _real(_m.log10), _real(_m.log1p)
arctan, arcsin, arccos = _real(_m.atan), _real(_m.asin), _real(_m.acos)
ceil = _real(lambda value: float(_m.ceil(value)))
floor = _real(lambda value: float(_m.floor(value)))
rint = _real(lambda value: float(_b.round(value)))
abs = absolute = fabs = _real(_b.abs)
square = _real(lambda value: value * value)
sign = _real(lambda value: (value > 0) - (value < 0))
isnan = _real(_m.isnan)


def round(a, decimals=0):
    return _map(lambda value: float(_b.round(value, decimals)), a)


around = round


def gcd(a, b):
    return _m.gcd(a, b)


def lcm(a, b):
    return _m.lcm(a, b)


def concatenate(arrays, axis=0):
    return ndarray([item for part in arrays for item in _plain(part)])


def stack(arrays, axis=0):
    return ndarray([_plain(part) for part in arrays])


def repeat(a, repeats):
    return ndarray([value for value in _flat(_plain(a)) for _ in range(repeats)])


def reshape(a, shape):
    return ndarray(_plain(a)).reshape(shape)


def unique(a):
    return ndarray(sorted(set(_flat(_plain(a)))))


def sort(a):
    return ndarray(sorted(_plain(a)))


def diff(a):
    values = _plain(a)
    return ndarray([right - left for left, right in zip(values, values[1:])])


def isscalar(value):
    return isinstance(value, (int, float, str))


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return all(_b.abs(x - y) <= atol + rtol * _b.abs(y) for x, y in zip(_flat(_plain(a)), _flat(_plain(b))))


def _draw(make, size):
    return make() if size is None else _map(lambda _: make(), zeros(size))


class random:
    seed = staticmethod(_r.seed)
    random = staticmethod(lambda size=None: _r.random() if size is None else _map(lambda _: _r.random(), zeros(size)))
    rand = staticmethod(lambda *shape: _map(lambda _: _r.random(), zeros(shape)) if shape else _r.random())
    randn = staticmethod(lambda *shape: _map(lambda _: _r.gauss(), zeros(shape)) if shape else _r.gauss())
    randint = staticmethod(lambda low, high=None, size=None: _draw(lambda: _r.randrange(low) if high is None else _r.randrange(low, high), size))
    uniform = staticmethod(lambda low=0.0, high=1.0, size=None: _r.uniform(low, high) if size is None else _map(lambda _: _r.uniform(low, high), zeros(size)))
    normal = staticmethod(lambda loc=0.0, scale=1.0, size=None: _r.gauss(loc, scale) if size is None else _map(lambda _: _r.gauss(loc, scale), zeros(size)))
    choice = staticmethod(lambda a, size=None, replace=True, p=None: _draw(lambda: _r.choice(range(a) if isinstance(a, int) else _plain(a)), size))
    shuffle = staticmethod(_r.shuffle)
    permutation = staticmethod(lambda n: ndarray(_r.sample(list(range(n)) if isinstance(n, int) else _plain(n), n if isinstance(n, int) else len(n))))
