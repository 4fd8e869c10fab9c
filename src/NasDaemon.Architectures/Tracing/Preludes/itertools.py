"""Iterators that are built from iterators."""


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    items = list(iterable)
    while items:
        for item in items:
            yield item


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


class chain:
    def __init__(self, *iterables):
        self._items = _flatten(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._items = _flatten(iterables)
        return made

    def __iter__(self):
        return self._items

    def __next__(self):
        return next(self._items)


def _flatten(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def islice(iterable, *bounds):
    window = slice(*bounds)
    start, stop, step = window.start or 0, window.stop, window.step or 1
    if stop is not None and stop <= 0:
        return
    wanted, index = start, 0
    for item in iterable:
        if index == wanted:
            yield item
            wanted += step
        index += 1
        if stop is not None and (index >= stop or wanted >= stop):
            return


def accumulate(iterable, func=None, *, initial=None):
    total, is_empty = initial, initial is None
    if not is_empty:
        yield total
    for item in iterable:
        if is_empty:
            total, is_empty = item, False
        else:
            total = total + item if func is None else func(total, item)
        yield total


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    is_open = False
    for item in iterable:
        is_open = is_open or not predicate(item)
        if is_open:
            yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*arguments)


def compress(data, selectors):
    for item, is_taken in zip(data, selectors):
        if is_taken:
            yield item


def zip_longest(*iterables, fillvalue=None):
    columns = [iter(iterable) for iterable in iterables]
    end = object()
    while True:
        row = [next(column, end) for column in columns]
        if all(item is end for item in row):
            return
        yield tuple(fillvalue if item is end else item for item in row)


def pairwise(iterable):
    items = iter(iterable)
    end = object()
    left = next(items, end)
    for right in items:
        yield left, right
        left = right


def groupby(iterable, key=None):
    group, current = None, None
    for item in iterable:
        name = item if key is None else key(item)
        if group is not None and name == current:
            group.append(item)
            continue
        if group is not None:
            yield current, iter(group)
        group, current = [item], name
    if group is not None:
        yield current, iter(group)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple(iter(items) for _ in range(n))


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _product(pools, 0)


def _product(pools, level):
    if level == len(pools):
        yield ()
        return
    for item in pools[level]:
        for rest in _product(pools, level + 1):
            yield (item,) + rest


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _choose(pool, len(pool) if r is None else r, lambda taken, index: [i for i in range(len(pool)) if i not in taken])


def combinations(iterable, r):
    pool = tuple(iterable)
    return _choose(pool, r, lambda taken, index: range(index + 1, len(pool)))


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    return _choose(pool, r, lambda taken, index: range(max(index, 0), len(pool)))


def _choose(pool, size, following, taken=()):
    if len(taken) == size:
        yield tuple(pool[index] for index in taken)
        return
    for index in following(taken, taken[-1] if taken else -1):
        for row in _choose(pool, size, following, taken + (index,)):
            yield row
