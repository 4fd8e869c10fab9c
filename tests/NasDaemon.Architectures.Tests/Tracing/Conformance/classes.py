"""Classes: inheritance, both forms of super(), properties, static and class methods, C3 order, special methods."""
import torch.nn as nn


class Base:
    kind = "base"

    def __init__(self, width=4):
        self.width = width

    def describe(self):
        return f"{self.kind}:{self.width}"

    @property
    def area(self):
        return self.width ** 2

    @area.setter
    def area(self, value):
        self.width = int(value ** 0.5)

    @staticmethod
    def twice(x):
        return 2 * x

    @classmethod
    def make(cls, width):
        return cls(width)


class Left(Base):
    kind = "left"

    def describe(self):
        return "L" + super().describe()


class Right(Base):
    def describe(self):
        return "R" + super(Right, self).describe()


class Both(Left, Right):
    pass


class Vector:
    def __init__(self, *values):
        self.values = list(values)

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.values, other.values)])

    def __rmul__(self, factor):
        return Vector(*[factor * v for v in self.values])

    def __len__(self):
        return len(self.values)

    def __getitem__(self, index):
        return self.values[index]

    def __contains__(self, value):
        return value in self.values

    def __iter__(self):
        return iter(self.values)

    def __call__(self, scale):
        return [v * scale for v in self.values]

    def __eq__(self, other):
        return self.values == other.values

    def __getattr__(self, name):
        if name == "first":
            return self.values[0]
        raise AttributeError(name)


class Manager:
    log = []

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, trace):
        self.log.append("exit")
        return kind is ValueError


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        both = Both(3)
        assert both.describe() == "LRleft:3"
        assert [c.__name__ for c in Both.__mro__] == ["Both", "Left", "Right", "Base", "object"]
        assert both.area == 9
        both.area = 25
        assert both.width == 5
        assert Base.twice(4) == 8 and both.twice(4) == 8
        assert Left.make(7).describe() == "Lleft:7"
        assert isinstance(both, Base) and issubclass(Both, Right) and not isinstance(both, int)
        assert type(both) is Both and type(both).__name__ == "Both"
        vector = Vector(1, 2) + 3 * Vector(1, 1)
        assert vector.values == [4, 5] and len(vector) == 2 and vector[1] == 5 and 4 in vector
        assert list(vector) == [4, 5] and vector(2) == [8, 10] and vector == Vector(4, 5)
        assert vector.first == 4 and not hasattr(vector, "last") and getattr(vector, "last", 0) == 0
        with Manager() as manager:
            manager.log.append("body")
            raise ValueError("swallowed")
        assert Manager.log == ["enter", "body", "exit"]
        setattr(both, "extra", 1)
        assert both.extra == 1 and callable(vector) and not callable(3)
        del both.extra
        assert not hasattr(both, "extra")
        self.fc = nn.Linear(3 * 32 * 32, 10)

    def forward(self, x):
        return self.fc(x.view(x.size(0), -1))
