"""Functions: defaults, stars, keyword-only, closures, nonlocal, generators, lambdas, decorators, recursion."""
import functools
import torch.nn as nn

counter = 0


def arguments(a, b=2, *rest, c, d=4, **extra):
    return a, b, rest, c, d, extra


def positional(a, b, /, c):
    return a + b + c


def outer():
    total = 0

    def add(amount):
        nonlocal total
        total += amount
        return total

    return add


def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1
    yield from [10, 20]


def decorate(factor):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            return factor * function(*args, **kwargs)
        return inner
    return wrap


@decorate(3)
def three(x, y=1):
    return x + y


def count():
    global counter
    counter += 1
    return counter


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def tricky(values=[]):
    values.append(len(values))
    return values


def attempt():
    try:
        return "try"
    finally:
        count()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        assert arguments(1, c=3) == (1, 2, (), 3, 4, {})
        assert arguments(1, 5, 6, 7, c=3, z=9) == (1, 5, (6, 7), 3, 4, {"z": 9})
        assert arguments(*[1, 2], **{"c": 3, "d": 0}) == (1, 2, (), 3, 0, {})
        assert positional(1, 2, c=3) == 6
        add = outer()
        add(2)
        assert add(3) == 5
        assert list(numbers(3)) == [0, 1, 2, 10, 20]
        assert three(1) == 6 and three(1, y=2) == 9
        assert attempt() == "try" and count() == 2 and counter == 2
        assert factorial(10) == 3628800
        tricky()
        assert tricky() == [0, 1]
        assert (lambda x, *y, z=1: x + sum(y) + z)(1, 2, 3) == 7
        assert functools.partial(arguments, 1, c=2)(3) == (1, 3, (), 2, 4, {})
        assert [f(2) for f in [lambda x, k=k: x * k for k in range(3)]] == [0, 2, 4]
        assert functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]) == 24
        assert (n := 5) + n == 10
        message = ""
        try:
            arguments(1)
        except TypeError as error:
            message = str(error)
        assert message == "arguments() missing 1 required keyword-only argument: 'c'", message
        try:
            outer(1, 2)
        except TypeError as error:
            message = str(error)
        assert message == "outer() takes 0 positional arguments but 2 were given", message
        try:
            factorial(n=1, m=2)
        except TypeError as error:
            message = str(error)
        assert message == "factorial() got an unexpected keyword argument 'm'", message
        self.fc = nn.Linear(3072, 10)

    def forward(self, x):
        return self.fc(x.flatten(1))
