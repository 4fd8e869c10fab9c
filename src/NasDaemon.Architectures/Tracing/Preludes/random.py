"""Random numbers: the generator of CPython, so that a seed gives the same numbers."""

import math as _math

from _tracer import twister as _twister


class Random:
    def __init__(self, seed=None):
        self.seed(seed)

    def seed(self, a=None, version=2):
        self._next = _twister(0 if a is None else a if isinstance(a, int) else hash(a))
        self._spare = None

    def random(self):
        return ((self._next() >> 5) * 67108864 + (self._next() >> 6)) / 9007199254740992

    def getrandbits(self, k):
        if k <= 32:
            return self._next() >> 32 - k if k else 0
        bits, shift = 0, 0
        while k > 0:
            bits |= self._next() >> max(0, 32 - k) << shift
            shift, k = shift + 32, k - 32
        return bits

    def _below(self, n):
        k = n.bit_length()
        number = self.getrandbits(k)
        while number >= n:
            number = self.getrandbits(k)
        return number

    def randrange(self, start, stop=None, step=1):
        numbers = range(start) if stop is None else range(start, stop, step)
        if not len(numbers):
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {len(numbers)})" if stop is not None else "empty range for randrange()")
        return numbers[self._below(len(numbers))]

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k):
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        limit = 21 + (4 ** _math.ceil(_math.log(k * 3, 4)) if k > 5 else 0)
        if n <= limit:
            pool, taken = list(population), []
            for i in range(k):
                j = self._below(n - i)
                taken.append(pool[j])
                pool[j] = pool[n - i - 1]
            return taken
        chosen, taken = set(), []
        for _ in range(k):
            j = self._below(n)
            while j in chosen:
                j = self._below(n)
            chosen.add(j)
            taken.append(population[j])
        return taken

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        if weights is None and cum_weights is None:
            return [population[_math.floor(self.random() * len(population))] for _ in range(k)]
        sums = list(cum_weights or [])
        for weight in weights or []:
            sums.append((sums[-1] if sums else 0) + weight)
        return [population[min(len(sums) - 1, sum(1 for bound in sums if bound <= point))] for point in (self.random() * sums[-1] for _ in range(k))]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def gauss(self, mu=0.0, sigma=1.0):
        spare, self._spare = self._spare, None
        if spare is None:
            angle = self.random() * _math.tau
            radius = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            spare = _math.cos(angle) * radius
            self._spare = _math.sin(angle) * radius
        return mu + spare * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = 4 * _math.exp(-0.5) / _math.sqrt(2.0) * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_math.log(u2):
                return mu + z * sigma

    def expovariate(self, lambd=1.0):
        return -_math.log(1.0 - self.random()) / lambd

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u, c, low, high = 1.0 - u, 1.0 - c, high, low
        return low + (high - low) * _math.sqrt(u * c)

    def getstate(self):
        return None

    def setstate(self, state):
        pass


_shared = Random()
seed, random, getrandbits, randrange, randint = _shared.seed, _shared.random, _shared.getrandbits, _shared.randrange, _shared.randint
choice, shuffle, sample, choices, uniform = _shared.choice, _shared.shuffle, _shared.sample, _shared.choices, _shared.uniform
gauss, normalvariate, expovariate, triangular = _shared.gauss, _shared.normalvariate, _shared.expovariate, _shared.triangular
getstate, setstate = _shared.getstate, _shared.setstate
SystemRandom = Random
