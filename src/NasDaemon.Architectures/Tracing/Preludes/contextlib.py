"""Context managers."""

from functools import wraps as _wraps


class ContextDecorator:
    def __call__(self, function):
        @_wraps(function)
        def inner(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return inner


class _GeneratorContext(ContextDecorator):
    def __init__(self, function, args, kwargs):
        self._function, self._args, self._kwargs = function, args, kwargs
        self._generator = function(*args, **kwargs)

    def __call__(self, function):
        @_wraps(function)
        def inner(*args, **kwargs):
            with _GeneratorContext(self._function, self._args, self._kwargs):
                return function(*args, **kwargs)

        return inner

    def __enter__(self):
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, value, traceback):
        if kind is None:
            end = object()
            if next(self._generator, end) is not end:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self._generator.throw(value)
        except StopIteration:
            return True
        except BaseException as error:
            if error is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    @_wraps(function)
    def make(*args, **kwargs):
        return _GeneratorContext(function, args, kwargs)

    return make


class nullcontext(ContextDecorator):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        return None


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class redirect_stdout(nullcontext):
    pass


class redirect_stderr(nullcontext):
    pass


class AbstractContextManager:
    def __enter__(self):
        return self


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, manager):
        entered = manager.__enter__()
        self._exits.append(manager.__exit__)
        return entered

    def callback(self, function, *args, **kwargs):
        self._exits.append(lambda *details: function(*args, **kwargs) and None)
        return function

    def push(self, manager):
        self._exits.append(manager.__exit__)
        return manager

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        is_swallowed = False
        while self._exits:
            if self._exits.pop()(*details):
                is_swallowed, details = True, (None, None, None)
        return is_swallowed
