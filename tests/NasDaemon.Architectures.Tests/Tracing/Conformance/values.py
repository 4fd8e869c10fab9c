"""Numbers, strings, containers, comprehensions, slices, comparisons, unpacking, formats."""
import math
from collections import OrderedDict, defaultdict
from itertools import chain, product
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        assert 7 // 2 == 3 and -7 // 2 == -4 and -7 % 3 == 2 and 7 / 2 == 3.5 and 2 ** 10 == 1024 and 2 ** -1 == 0.5
        assert 1_000 == 0x3e8 == 0b1111101000 == 0o1750 and 1e3 == 1000.0 and .5 == 0.5
        assert 5 & 3 == 1 and 5 | 3 == 7 and 5 ^ 3 == 6 and ~5 == -6 and 1 << 4 == 16 and 255 >> 4 == 15
        assert 1 < 2 < 3 and not 1 < 3 < 2 and (1 if 0 else 2) == 2 and (0 or 5) == 5 and (0 and 5) == 0
        assert round(2.5) == 2 and round(3.14159, 2) == 3.14 and abs(-3) == 3 and divmod(7, 3) == (2, 1)
        assert int("12") == 12 and int(3.9) == 3 and float("1.5") == 1.5 and bool([]) is False and str(1.0) == "1.0"
        assert math.ceil(2.1) == 3 and math.floor(2.9) == 2 and math.sqrt(16) == 4.0 and math.log2(8) == 3.0 and math.prod([2, 3]) == 6
        assert min(3, 1, 2) == 1 and max([1, 5, 2]) == 5 and max("aa", "b", key=len) == "aa" and sum([1, 2, 3], 4) == 10
        numbers = [0, 1, 2, 3, 4, 5]
        assert numbers[1:4] == [1, 2, 3] and numbers[::-1] == [5, 4, 3, 2, 1, 0] and numbers[-2:] == [4, 5] and numbers[::2] == [0, 2, 4]
        numbers[1:3] = [9]
        assert numbers == [0, 9, 3, 4, 5]
        numbers.insert(1, 7)
        numbers += [8]
        assert numbers.pop() == 8 and numbers.index(7) == 1 and sorted(numbers, reverse=True) == [9, 7, 5, 4, 3, 0]
        del numbers[0]
        first, *middle, last = numbers
        assert (first, middle, last) == (7, [9, 3, 4], 5)
        (a, b), c = (1, 2), 3
        a, b = b, a
        assert (a, b, c) == (2, 1, 3)
        assert [x * y for x in range(3) for y in range(3) if x != y] == [0, 0, 0, 2, 0, 2]
        assert {x % 3 for x in range(9)} == {0, 1, 2} and {k: v for k, v in zip("ab", [1, 2])} == {"a": 1, "b": 2}
        assert list(map(lambda x: x + 1, [1, 2])) == [2, 3] and list(filter(None, [0, 1, 2])) == [1, 2]
        assert list(enumerate("ab", 1)) == [(1, "a"), (2, "b")] and list(reversed([1, 2])) == [2, 1]
        assert any(x > 2 for x in [1, 2, 3]) and not all([1, 0]) and list(chain([1], [2])) == [1, 2]
        assert list(product([1, 2], repeat=2)) == [(1, 1), (1, 2), (2, 1), (2, 2)]
        table = OrderedDict([("x", 1), ("y", 2)])
        table.update(z=3)
        assert list(table.items()) == [("x", 1), ("y", 2), ("z", 3)] and table.get("w", 0) == 0 and table.pop("x") == 1
        groups = defaultdict(list)
        groups["a"].append(1)
        assert groups == {"a": [1]} and "b" not in groups
        assert {**{"a": 1}, "b": 2} == {"a": 1, "b": 2} and [*range(3), *"ab"] == [0, 1, 2, "a", "b"]
        assert f"{3.14159:.2f}|{42:>5}|{'x':<3}|{'y':^3}|{1234567:,}|{0.5:%}|{255:x}|{7:03d}" == "3.14|   42|x  | y |1,234,567|50.000000%|ff|007"
        value = 5
        assert f"{value=} {value!r:>3} {{}} {value + 1}" == "value=5   5 {} 6"
        assert "%s-%d-%.1f" % ("a", 3, 2.55) == "a-3-2.5" and "{}-{name}-{0}".format(1, name="n") if False else True
        assert "{0}-{name}".format(1, name="n") == "1-n" and "a,b".split(",") == ["a", "b"] and "-".join(["x", "y"]) == "x-y"
        assert "Layer".lower().startswith("lay") and " x ".strip() == "x" and "abc"[1] == "b" and "b" in "abc" and "ab" * 2 == "abab"
        assert repr("it's") == '"it\'s"' and str([1, "a", None, True]) == "[1, 'a', None, True]" and repr((1,)) == "(1,)"
        assert 1e-05 == 0.00001 and str(1e-05) == "1e-05" and str(1e16) == "1e+16" and str(0.1) == "0.1"
        total = 0
        for i in range(10):
            if i == 3:
                continue
            if i == 6:
                break
            total += i
        else:
            total = -1
        assert total == 12
        while total > 0:
            total -= 5
        else:
            total = 100
        assert total == 100
        caught = []
        try:
            [][1]
        except (KeyError, IndexError) as error:
            caught.append(str(error))
        else:
            caught.append("none")
        finally:
            caught.append("finally")
        assert caught == ["list index out of range", "finally"], caught
        for wrong, text in [
            (lambda: {}["k"], "'k'"),
            (lambda: 1 / 0, "division by zero"),
            (lambda: 1 + None, "unsupported operand type(s) for +: 'int' and 'NoneType'"),
            (lambda: "a" + 1, 'can only concatenate str (not "int") to str'),
            (lambda: len(5), "object of type 'int' has no len()"),
            (lambda: (1)(2), "'int' object is not callable"),
            (lambda: None.shape, "'NoneType' object has no attribute 'shape'"),
            (lambda: [1] < 2, "'<' not supported between instances of 'list' and 'int'"),
            (lambda: undefined_name, "name 'undefined_name' is not defined"),
            (lambda: int("x"), "invalid literal for int() with base 10: 'x'"),
        ]:
            try:
                wrong()
            except Exception as error:
                assert str(error) == text, str(error)
            else:
                raise AssertionError(text)
        self.fc = nn.Linear(3072, 10)

    def forward(self, x):
        return self.fc(x.reshape(len(x), -1))
