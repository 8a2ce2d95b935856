"""An outside witness: evaluates pairs of written-out formulas with mpmath and says whether they are equal.

Reads one JSON object a line from standard input, one for each derivation, and answers each with one line of JSON.
Derivatives are taken by mpmath's differences at high precision.
"""

import itertools
import json
import random
import sys

import mpmath
from mpmath import mp

mp.dps = 40
POINTS, DRAWS = 3, 60
TOLERANCE, ROUNDING = mpmath.mpf('1e-28'), mpmath.mpf('1e-25')


class NoValue(Exception):
    pass


memo = {}


def remembered(function):
    def value(*places):
        key = (function, places)
        if key not in memo:
            memo[key] = function(*places)
        return memo[key]

    return value


def M(digits):
    return mpmath.mpf(digits)


def sqrt(x):
    if x < 0:
        raise NoValue
    return mpmath.sqrt(x)


def log(x):
    if x <= 0:
        raise NoValue
    return mpmath.log(x)


def power(x, halves):
    if halves % 2:
        return sqrt(x) ** halves
    return x ** (halves // 2)


def D(function, variable, place):
    """The derivative of a formula by one entry of a variable: what was computed with the old entry is forgotten meanwhile."""
    at, before = variable[place], dict(memo)

    def moved(t):
        memo.clear()
        variable[place] = t
        return function()

    try:
        return mpmath.diff(moved, at)
    finally:
        variable[place] = at
        memo.clear()
        memo.update(before)


NAMES = {
    'M': M, 'D': D, 'mp': mp, 'power': power, 'remembered': remembered, 'sqrt': sqrt, 'log': log, 'max': max,
    'abs': abs, 'exp': mpmath.exp, 'tanh': mpmath.tanh, 'erf': mpmath.erf,
}


def number(draw, positive, wide):
    sign = 1 if positive or draw.random() < 0.5 else -1
    size = mpmath.mpf(draw.random()) + mpmath.mpf(draw.randrange(10**12)) / 10**15
    return sign * (10 ** (6 * size - 3) if wide else 3 * size + mpmath.mpf('0.01'))


def fill(scope, variables, sizes, draw, wide):
    """Draws every variable within its domain."""
    for name, (axes, domain) in variables.items():
        lengths = [sizes[axis] for axis in axes]
        entries = scope['v_' + name]
        for place in itertools.product(*map(range, lengths)):
            entries[place] = number(draw, domain in ('positive', 'sum1'), wide)
        if domain in ('sum1', 'centred'):
            total = mpmath.mpf(1 if domain == 'sum1' else 0)
            for row in itertools.product(*map(range, lengths[:-1])):
                last = row + (lengths[-1] - 1,)
                rest = [row + (k,) for k in range(lengths[-1] - 1)]
                if domain == 'sum1':
                    for place in rest:
                        entries[place] /= 7 * lengths[-1]
                entries[last] = total - sum(entries[place] for place in rest)


def worst(before, after, relation, places):
    """How far two lines differ at a point, as a share of their size; for a bound, how far it fails."""
    far = mpmath.mpf(0)
    for place in places:
        a, b = before(*place), after(*place)
        scale = max(abs(a), abs(b), mpmath.mpf('1e-6'))
        gap = abs(a - b) if relation == '=' else max(0, a - b if relation == '<=' else b - a)
        far = max(far, gap / scale)
    return far


def lines_of(program, case, k):
    return tuple(eval(text, program[0]) for text in case['lines'][k])


def at_sizes(program, case, k, draw):
    """'equal', 'differs' or 'no value' for one choice of sizes."""
    scope, places, sizes = program
    before, after = lines_of(program, case, k)
    bound = case['relation'] != '='
    points, good = (90 if bound else POINTS), 0
    for n in range(points + DRAWS):
        fill(scope, case['variables'], sizes, draw, bound and n % 3 > 0)
        memo.clear()
        try:
            if worst(before, after, case['relation'], places) > (ROUNDING if bound else TOLERANCE):
                return 'differs'
            good += 1
        except (NoValue, ZeroDivisionError, OverflowError):
            continue
        if good == points:
            break
    return 'equal' if good else 'no value'


def nested(entries, place=()):
    """The entries of rows of rows, each with its place."""
    if not isinstance(entries, list):
        yield place, mpmath.mpf(entries)
        return
    for k, inner in enumerate(entries):
        yield from nested(inner, place + (k,))


def at_point(programs, case):
    """Whether a bound fails at the one point that is given."""
    k, values = case['point']['program'], case['point']['values']
    scope, places, _ = programs[k]
    for name in case['variables']:
        scope['v_' + name].clear()
        scope['v_' + name].update(nested(values.get(name, 1)))
    memo.clear()
    try:
        return worst(*lines_of(programs[k], case, k), case['relation'], places) > ROUNDING
    except (NoValue, ZeroDivisionError, OverflowError):
        return False


def programs_of(derivation):
    for program in derivation['programs']:
        scope = dict(NAMES)
        scope.update({'v_' + name: {} for name in derivation['variables']})
        exec(program['definitions'], scope)
        sizes = program['sizes']
        places = list(itertools.product(*(range(sizes[size]) for size in derivation['free'])))
        yield scope, places, sizes


def judged(derivation):
    programs = list(programs_of(derivation))
    draw = random.Random(derivation['seed'])
    for case in derivation['cases']:
        case['variables'] = derivation['variables']
        if case['point'] and at_point(programs, case):
            yield 'differs'
            continue
        found = 'no value'
        for k, program in enumerate(programs):
            here = at_sizes(program, case, k, draw)
            found = here if here != 'no value' else found
            if here == 'differs':
                break
        yield found


sys.setrecursionlimit(20000)
for line in sys.stdin:
    print(json.dumps(list(judged(json.loads(line)))), flush=True)
