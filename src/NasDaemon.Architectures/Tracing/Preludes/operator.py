"""Python's operators as functions."""

add = iadd = concat = lambda a, b: a + b
sub = isub = lambda a, b: a - b
mul = imul = lambda a, b: a * b
truediv = itruediv = lambda a, b: a / b
floordiv = lambda a, b: a // b
mod = lambda a, b: a % b
pow = lambda a, b: a ** b
matmul = lambda a, b: a @ b
and_ = lambda a, b: a & b
or_ = lambda a, b: a | b
xor = lambda a, b: a ^ b
lshift = lambda a, b: a << b
rshift = lambda a, b: a >> b
lt = lambda a, b: a < b
le = lambda a, b: a <= b
eq = lambda a, b: a == b
ne = lambda a, b: a != b
ge = lambda a, b: a >= b
gt = lambda a, b: a > b
is_ = lambda a, b: a is b
is_not = lambda a, b: a is not b
contains = lambda a, b: b in a
getitem = lambda a, b: a[b]
neg = lambda a: -a
pos = lambda a: +a
inv = invert = lambda a: ~a
not_ = lambda a: not a
truth = lambda a: bool(a)
abs = abs
index = lambda a: range(a + 1)[-1]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def itemgetter(*items):
    if len(items) == 1:
        key = items[0]
        return lambda value: value[key]
    return lambda value: tuple(value[key] for key in items)


def _read(value, path):
    for name in path.split("."):
        value = getattr(value, name)
    return value


def attrgetter(*names):
    if len(names) == 1:
        return lambda value: _read(value, names[0])
    return lambda value: tuple(_read(value, name) for name in names)


def methodcaller(name, *args, **kwargs):
    return lambda value: getattr(value, name)(*args, **kwargs)
