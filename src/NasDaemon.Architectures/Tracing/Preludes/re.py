"""Regular expressions."""

from _tracer import search_text as _search_text

A = ASCII = 256
I = IGNORECASE = 2
M = MULTILINE = 8
S = DOTALL = 16
X = VERBOSE = 64


class Match:
    def __init__(self, pattern, text, groups, names):
        self.re, self.string, self._groups, self._names = pattern, text, groups, names

    def _span(self, group):
        if isinstance(group, str):
            if group not in self._names:
                raise IndexError("no such group")
            group = self._names[group]
        if not 0 <= group < len(self._groups):
            raise IndexError("no such group")
        return self._groups[group]

    def _text(self, group, default=None):
        start, end = self._span(group)
        return default if start < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(groups[0])
        return tuple(self._text(group) for group in groups)

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple(self._text(group, default) for group in range(1, len(self._groups)))

    def groupdict(self, default=None):
        return {name: self._text(name, default) for name in self._names}

    def start(self, group=0):
        return self._span(group)[0]

    def end(self, group=0):
        return self._span(group)[1]

    def span(self, group=0):
        return self._span(group)

    @property
    def lastindex(self):
        found = [index for index in range(1, len(self._groups)) if self._groups[index][0] >= 0]
        return found[-1] if found else None

    def expand(self, template):
        return _expand(template, self)


class Pattern:
    def __init__(self, pattern, flags=0):
        self.pattern, self.flags = pattern, flags
        _search_text(pattern, flags, "", 0)

    def _find(self, text, start):
        found = _search_text(self.pattern, self.flags, text, start)
        return None if found is None else Match(self, text, *found)

    def search(self, string, pos=0):
        return self._find(string, pos)

    def match(self, string, pos=0):
        found = _search_text("\\G(?:" + self.pattern + ")", self.flags, string, pos)
        return None if found is None else Match(self, string, *found)

    def fullmatch(self, string, pos=0):
        found = _search_text("\\G(?:" + self.pattern + ")\\z", self.flags, string, pos)
        return None if found is None else Match(self, string, *found)

    def finditer(self, string, pos=0):
        while pos <= len(string):
            found = self._find(string, pos)
            if found is None:
                return
            yield found
            pos = found.end() + (1 if found.end() == found.start() else 0)

    def findall(self, string, pos=0):
        rows = []
        for found in self.finditer(string, pos):
            groups = found.groups("")
            rows.append(found.group() if not groups else groups[0] if len(groups) == 1 else groups)
        return rows

    def split(self, string, maxsplit=0):
        parts, last = [], 0
        for found in self.finditer(string):
            parts.append(string[last:found.start()])
            parts.extend(found.groups())
            last = found.end()
            maxsplit -= 1
            if maxsplit == 0:
                break
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        parts, last, times = [], 0, 0
        for found in self.finditer(string):
            parts.append(string[last:found.start()])
            parts.append(repl(found) if callable(repl) else _expand(repl, found))
            last, times = found.end(), times + 1
            if times == count:
                break
        parts.append(string[last:])
        return "".join(parts), times

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]


def _expand(template, found):
    result, index = [], 0
    while index < len(template):
        character = template[index]
        index += 1
        if character != "\\" or index == len(template):
            result.append(character)
            continue
        letter = template[index]
        index += 1
        if letter.isdigit():
            result.append(found._text(int(letter), ""))
        elif letter == "g" and template[index:index + 1] == "<":
            end = template.index(">", index)
            name = template[index + 1:end]
            result.append(found._text(int(name) if name.isdigit() else name, ""))
            index = end + 1
        else:
            result.append({"n": "\n", "t": "\t", "r": "\r"}.get(letter, letter if letter == "\\" else "\\" + letter))
    return "".join(result)


def compile(pattern, flags=0):
    return pattern if isinstance(pattern, Pattern) else Pattern(pattern, flags)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    return "".join(character if character.isalnum() or character == "_" else "\\" + character for character in pattern)
