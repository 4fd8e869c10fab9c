"""The types of Python's own objects."""


class SimpleNamespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        return "namespace(" + ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items()) + ")"

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and self.__dict__ == other.__dict__


FunctionType = LambdaType = type(lambda: None)
GeneratorType = type(iter([]))
NoneType = type(None)


def MethodType(function, instance):
    return function.__get__(instance)


def MappingProxyType(mapping):
    return dict(mapping)
