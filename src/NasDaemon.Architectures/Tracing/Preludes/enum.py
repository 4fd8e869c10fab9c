"""Enumerations."""


class auto:
    pass


class nonmember:
    def __init__(self, value):
        self.value = value


def _is_member(name, value):
    hidden = name.startswith("_") or hasattr(value, "__get__") or isinstance(value, (staticmethod, classmethod, property))
    return not (hidden or isinstance(value, type(_is_member)))


class EnumMeta(type):
    def __new__(meta, name, bases, space, **kwargs):
        entries = [(key, value) for key, value in space.items() if _is_member(key, value)]
        for key, _ in entries:
            del space[key]
        cls = super().__new__(meta, name, bases, space, **kwargs)
        cls._member_map_, cls._value2member_map_ = {}, []
        for key, value in entries:
            if isinstance(value, auto):
                value = cls._next(key, [member.value for member in cls._member_map_.values()])
            member = next((known for known in cls._member_map_.values() if known._value_ == value and type(known._value_) is type(value)), None)
            if member is None:
                member = cls._make(key, value)
            cls._member_map_[key] = member
            setattr(cls, key, member)
        return cls

    def _next(cls, key, values):
        if hasattr(cls, "_generate_next_value_"):
            return cls._generate_next_value_(key, 1, len(values), values)
        return cls._following(key, values)

    def _following(cls, key, values):
        if issubclass(cls, str):
            return key.lower()
        numbers = [value for value in values if isinstance(value, int)]
        if issubclass(cls, Flag):
            return 2 ** len(numbers)
        return max(numbers) + 1 if numbers else 1

    def _make(cls, key, value):
        arguments = value if isinstance(value, tuple) else (value,)
        if issubclass(cls, (int, str, float)):
            member = cls.__new__(cls, *arguments)
        else:
            member = object.__new__(cls)
        member._name_ = key
        member._value_ = value
        if hasattr(cls, "__init__") and cls.__init__ is not object.__init__:
            member.__init__(*arguments)
        return member

    def __call__(cls, value, names=None, **kwargs):
        if names is not None:
            if isinstance(names, str):
                names = names.replace(",", " ").split()
            pairs = names.items() if isinstance(names, dict) else [(name, index + 1) if isinstance(name, str) else name for index, name in enumerate(names)]
            return EnumMeta(value, (cls,), dict(pairs))
        if isinstance(value, cls):
            return value
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        if hasattr(cls, "_missing_"):
            found = cls._missing_(value)
            if found is not None:
                return found
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        seen = []
        for member in cls._member_map_.values():
            if not any(member is known for known in seen):
                seen.append(member)
                yield member

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return len(list(cls))

    def __contains__(cls, member):
        return isinstance(member, cls) or any(known._value_ == member for known in cls._member_map_.values())

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f"<enum '{cls.__name__}'>"

    @property
    def __members__(cls):
        return dict(cls._member_map_)


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __format__(self, specification):
        return format(str(self), specification)

    def __hash__(self):
        return hash(self._name_)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return str(self._value_)

    def __format__(self, specification):
        return format(self._value_, specification)


class StrEnum(str, ReprEnum):
    def __str__(self):
        return self._value_

    def __format__(self, specification):
        return format(self._value_, specification)


class Flag(Enum):
    def __or__(self, other):
        return _combine(type(self), self._value_ | other._value_)

    def __and__(self, other):
        return _combine(type(self), self._value_ & other._value_)

    def __contains__(self, other):
        return self._value_ & other._value_ == other._value_

    def __bool__(self):
        return self._value_ != 0


class IntFlag(int, Flag):
    pass


def _combine(cls, value):
    for member in cls:
        if member._value_ == value:
            return member
    member = object.__new__(cls) if not issubclass(cls, int) else int.__new__(cls, value)
    member._name_, member._value_ = None, value
    return member


def unique(cls):
    for name, member in cls.__members__.items():
        if name != member.name:
            raise ValueError(f"duplicate values found in {cls!r}: {name} -> {member.name}")
    return cls
