/** Data: single edits of the checker's source, by what goes wrong: where, the right text, the wrong text. */
export type Bugs = Readonly<Record<string, readonly [file: string, from: string, to: string, fact?: string]>>;

const [sizes, small, domains, inequalities, closeness, disputes] = [
  'a line has to be right at every size',
  'the smallest constant counts',
  'a line that has a value at some points only is compared there',
  'an inequality holds where it holds at every point, and is tested, not proved',
  'an inequality is refused where it is turned round, too close, or false in few places',
  'where the finite field disputes a root, 200 digits decide',
];

export const evaluatorBugs: Bugs = {
  'minus turned round': [
    'evaluate',
    'return field.subtract(left, right);',
    'return field.subtract(right, left);',
  ],
  'minus in front ignored': [
    'evaluate',
    'return field.subtract(field.zero, evaluate(expr.of, point, at));',
    'return evaluate(expr.of, point, at);',
  ],
  'divided by the dividend': [
    'evaluate',
    'return field.divide(left, right);',
    'return field.divide(right, left);',
  ],
  'places counted from 0': ['evaluate', '? index - 1 :', '? index :'],
  'eye upside down': ['evaluate', '? field.one : field.zero;', '? field.zero : field.one;'],
  'columns before rows': [
    'evaluate',
    'place = place * sizes[axes[k]] + placeOf(indices[k], at)',
    'place = place + placeOf(indices[k], at) * (k === 0 ? 1 : sizes[axes[0]])',
  ],
  'half powers without a root': ['evaluate', 'whole ? base : field.sqrt(base)', 'base'],
  'negative powers not turned over': ['evaluate', 'return exponent < 0 ?', 'return exponent < -99 ?'],
  'powers one too low': [
    'evaluate',
    'let result = field.one;\n  let factor',
    'let result = field.divide(field.one, base);\n  let factor',
  ],
  'mean as sum': ['evaluate', "return how === 'mean' ?", "return how === 'max' && count < 0 ?"],
  'product as sum': ['evaluate', "if (how === 'prod') return field.multiply(total, value);", ''],
  'maximum as minimum': ['evaluate', '? value : total;', '? total : value;'],
  'the last number of a sum lost': [
    'point',
    'for (let i = 0; i < length; i++) {\n      there',
    'for (let i = 0; i < Math.max(1, length - 1); i++) {\n      there',
  ],
  'one entry of a definition for all': [
    'evaluate',
    'const before = entries[place];',
    'const before = entries[0];',
  ],
  'a definition read with the letters outside': [
    'evaluate',
    'evaluate(definition.expr, point, own)',
    'evaluate(definition.expr, point, at)',
  ],
  'letters of a definition in the wrong order': [
    'evaluate',
    '(own[letter] = placeOf(indices[k], at))',
    '(own[letter] = placeOf(indices[k], at) * 0)',
  ],
  'a derivative by all entries at once': [
    'evaluate',
    'name === by.name && k === place ?',
    'name === by.name ?',
  ],
  'a derivative by the same place of every variable': [
    'evaluate',
    'name === by.name && k === place ?',
    'k === place ?',
  ],
  'one derivative taken for another': [
    'evaluate',
    'const key = `${by.name} ${place}`;',
    'const key = by.name;',
  ],
  'a derivative gives the value': [
    'evaluate',
    'evaluate(of, moved, at).slope',
    'evaluate(of, moved, at).value',
  ],
};

export const fieldBugs: Bugs = {
  'finite: a difference below 0 kept': [
    'fields/modular',
    'return rest < 0 ? rest + m : rest;',
    'return rest;',
  ],
  'finite: any root': [
    'fields/modular',
    'return (root * root) % m === a ? root : undefined;',
    'return root;',
  ],
  'finite: the other root': [
    'fields/finite',
    'return { p, q: a.q === undefined ? undefined : rootOf(a.q, Q) };',
    'return { p: P - p, q: a.q === undefined ? undefined : rootOf(a.q, Q) };',
  ],
  'finite: decimals without their point': [
    'fields/finite',
    '10n ** BigInt(fraction.length)',
    '10n ** BigInt(0 * fraction.length)',
  ],
  'finite: exponents from the wrong rest': ['fields/finite', 'power(4, a.q, P)', 'power(4, a.p, P)'],
  'finite: 2 instead of 4': ['fields/finite', 'power(4, a.q, P)', 'power(3, a.q, P)'],
  'finite: an exponential has an exponent': ['fields/finite', 'P), q: undefined };', 'P), q: 1 };'],
  'finite: absolute values keep the sign': [
    'fields/finite',
    '!== undefined ? a : subtract',
    '!== undefined ? a : add',
  ],
  'finite: tanh of half the number': ['fields/finite', 'exp(add(a, a))', 'exp(a)'],
  'finite: zero has an inverse': ['fields/finite', 'if (b.p === 0) throw outsideDomain;', ''],
  'decimals: half of the digits': [
    'mathjs',
    'clone({ precision: digits })',
    'clone({ precision: digits / 2 })',
  ],
  'decimals: roots of negative numbers': ['fields/decimals', 'insist(!a.isNegative() || a.isZero()), ', ''],
  'dual: product rule with one term': [
    'fields/dual',
    'F.add(times(a.value, b.slope), times(b.value, a.slope))',
    'times(a.value, b.slope)',
  ],
  'dual: quotient rule with the sign turned': [
    'fields/dual',
    'F.subtract(a.slope, times(value, b.slope))',
    'F.add(a.slope, times(value, b.slope))',
  ],
  'dual: no half in the slope of a root': [
    'fields/dual',
    'F.divide(F.one, F.add(root, root))',
    'F.divide(F.one, root)',
  ],
  'dual: the slope of tanh without its square': [
    'fields/dual',
    'F.subtract(F.one, F.multiply(t, t))',
    'F.subtract(F.one, t)',
  ],
  'dual: no inner slope': [
    'fields/dual',
    'F.multiply(slope(a.value, value), a.slope)',
    'slope(a.value, value)',
  ],
  'dual: the slope of erf without its factor': [
    'fields/dual',
    'F.multiply(F.number(twoOverRootPi), bell(a))',
    'bell(a)',
  ],
  'dual: the slope of abs without a sign': [
    'fields/dual',
    '(a, value) => F.divide(a, value)',
    '(a, value) => F.divide(value, value)',
  ],
  'degrees: the larger of two factors': [
    'fields/degrees',
    'multiply: (a, b) => ({ over: a.over + b.over,',
    'multiply: (a, b) => ({ over: Math.max(a.over, b.over),',
  ],
  'degrees: a sum has one denominator': [
    'fields/degrees',
    'under: a.under + b.under,\n});',
    'under: a.under,\n});',
  ],
  'float64: infinite is a number': [
    'fields/float64',
    'if (!Number.isFinite(value)) throw outsideDomain;',
    '',
  ],
};

export const vectorBugs: Bugs = {
  'free letters captured': ['vectors', '[...free, ...lettersIn(line)]', '[...lettersIn(line)]'],
  'written letters captured': [
    'bound-letters',
    "if (part.kind === 'name') part.at.forEach((index) => found.add(String(index)));",
    '',
  ],
  'free letters captured by a sum over an unknown one': [
    'bound-letters',
    '[...free, ...lettersIn(expr)]',
    '[...lettersIn(expr)]',
  ],
  'a sum over an unknown letter captures that of the sum around': [
    'bound-letters',
    '(part) => bound(part, alphabet, used)',
    '(part) => bound(part, alphabet, taken)',
  ],
  'an unknown letter for two lengths': ['bound-letters', 'found.size === 1', 'found.size > 0'],
  'a name taken for an unknown letter': ['bound-letters', 'standsForNothing(letter, alphabet) ?', 'true ?'],
  'letters of eye captured': ['bound-letters', "if (part.kind === 'eye')", "if (part.kind === 'call')"],
  'letters of sums around captured': ['vectors', 'used: new Set([...used, ...over]) })', 'used })'],
  'the same letter for both axes of a matrix': ['vectors', 'return letters[place];', 'return letters[0];'],
  'axes counted from the wrong end': [
    'vectors',
    'axis < 0 ? axes.length + axis : axis;',
    'axis < 0 ? -axis - 1 : axis;',
  ],
  'the other axis goes': ['vectors', '[axes[place]];', '[axes[axes.length - 1 - place]];'],
  'one axis goes where all should': [
    'vectors',
    'place === undefined ? axes :',
    'place === undefined ? axes.slice(0, 1) :',
  ],
  'an inner mean leaves its axis': [
    'vectors',
    'return axis === undefined ? [] :',
    'return axis === undefined ? inside :',
  ],
  'typeset names not known': ['vectors', 'typesetAs(name, alphabet) ?? name', 'name'],
  'the sum of a number is an axis': [
    'vectors',
    'return sumOfNumber(expr, within) ?? reduced',
    'return reduced',
  ],
};

export const shapeBugs: Bugs = {
  'any letter may be free': ['shape', 'if (extra === undefined) return;', 'return;'],
  'bound letters are free': ['shape', '&& !bound.includes(index));', ');'],
  'a letter may run twice': ['shape', 'bound.includes(letter) || over.indexOf', 'over.indexOf'],
  'a letter may be named twice in a sum': ['shape', ' || over.indexOf(letter) !== i', ''],
  'any number of indices': ['shape', 'if (axes.length !== at.length)', 'if (axes.length < 0)'],
  'letters of any length': ['shape', 'if (runsOver !== axis)', 'if (runsOver === undefined)'],
  'any place': ['shape', 'if (index <= shortest) return;', 'return;'],
  'the largest size decides which places are there': [
    'shape',
    'Math.min(...sizes[axis])',
    'Math.max(...sizes[axis])',
  ],
  'derivatives by definitions': ['shape', 'if (variables.has(name)) return;', 'return;'],
  'eye over two lengths': ['shape', '.size > 1)', '.size > 2)'],
  'exponents not looked at': ['shape', "if (expr.op === '^') exponentOf(expr);", 'break;'],
  'what a derivative is taken of not looked at': [
    'expression',
    'return [expr.of, expr.by];',
    'return [expr.by];',
  ],
};

export const comparisonBugs: Bugs = {
  'every pair of lines identical': [
    'compare',
    'if (print(comparison.before) === print(comparison.after))',
    'if (print(comparison.before) !== "")',
  ],
  'the finite field has no say': [
    'compare',
    'if (exact.equal === false && exact.signs === 0)',
    'if (exact.equal === false && exact.signs > 99)',
    small,
  ],
  'the finite field has the last word on roots': [
    'compare',
    'if (exact.equal === false && exact.signs === 0)',
    'if (exact.equal === false)',
    disputes,
  ],
  'no dispute': [
    'compare',
    'const disputed = exact.equal === false;',
    'const disputed = exact.equal === false && digits < 0;',
    disputes,
  ],
  'one size is enough': ['alphabet', 'Array.from({ length: count }', 'Array.from({ length: 1 }', sizes],
  'a line without a value passes': [
    'compare',
    'if (tried.points < trial.points)',
    'if (tried.points < 0)',
    'a line without a value anywhere decides nothing',
  ],
  'one place is enough': [
    'agreement',
    'for (const at of everyPlace(free, alphabet, point.sizes)) {',
    'for (const at of everyPlace(free, alphabet, point.sizes).slice(0, 1)) {',
    'logarithms, error functions and maxima are compared to 64 digits',
  ],
  'inequalities turned round': [
    'agreement',
    "(relation === '<=' && sign < 0) || (relation === '>=' && sign > 0)",
    "(relation === '>=' && sign < 0) || (relation === '<=' && sign > 0)",
    inequalities,
  ],
  'inequalities as equations': [
    'agreement',
    "(relation === '<=' && sign < 0) || (relation === '>=' && sign > 0)",
    'Number.isNaN(sign)',
    inequalities,
  ],
  'inequalities not compared': [
    'compare',
    'return holdsEverywhereTried(comparison, points);',
    "return { ...nothingFound, kind: 'tested' };",
    closeness,
  ],
  'inequalities at numbers of one size only': [
    'inequality',
    "{ style: 'scales', count: 300 }",
    "{ style: 'ordinary', count: 300 }",
    closeness,
  ],
  'differences measured by the smaller side': [
    'agreement',
    'field.less(c, d) ? d : c',
    'field.less(c, d) ? c : d',
    'numbers far beyond float64 are compared by their ratio',
  ],
  'float64 instead of 64 digits': [
    'compare',
    'field: decimals(disputed ? manyDigits : digits),',
    'field: decimals(16),',
  ],
  'a coarse tolerance': [
    'compare',
    'tolerance: disputed ? 1e-150 : 1e-40',
    'tolerance: 1e-9',
    'logarithms, error functions and maxima are compared to 64 digits',
  ],
  'signs not counted': [
    'exact',
    '=> hiddenSigns(radicands, alphabet, these)',
    '=> 0 * hiddenSigns(radicands, alphabet, these)',
    disputes,
  ],
  'positive numbers drawn as any': [
    'fields/finite',
    'draw: (random, positive) => (positive ? squared(drawn(random)) : drawn(random))',
    'draw: (random) => drawn(random)',
    'a root hides no sign: √(a²) is |a|, and a only where a is positive',
  ],
  'roots of negative numbers in the field': [
    'fields/finite',
    'if (p === undefined) throw outsideDomain;',
    'if (p === undefined) return { p: 1, q: undefined };',
    domains,
  ],
  'shares that do not sum to 1': [
    'point',
    'field.divide(entry, total)',
    'field.divide(entry, field.add(total, total))',
  ],
  'centred numbers that are not': [
    'point',
    '(rest, entry) => field.subtract(rest, entry), field.zero',
    '(rest, entry) => field.add(rest, entry), field.zero',
  ],
  'π is 3': ['fields/finite', 'pi: (random) => squared(drawn(random))', "pi: () => number('3')", small],
  'digits after the fifteenth rounded': ['parse', 'return value.toFixed();', 'return String(Number(value));'],
  'the first points for every line are all zero': [
    'fields/field',
    'random.below(10_000_000)',
    '0 * random.below(10_000_000)',
    closeness,
  ],
};
