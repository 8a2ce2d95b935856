import { Session } from 'node:inspector';
import type { Comparison } from '../../src/derive/agreement.js';
import type { Derivation, Letters, Relation } from '../../src/derive/derivation.js';
import { line } from '../../src/derive/derivation.js';
import type { Point } from '../../src/derive/point.js';
import type { Verdict } from '../../src/derive/verdict.js';
import type { Derive } from './derive.js';

/** Letters of every kind: two lengths that are never equal, every domain, definitions. */
export const letters: Letters = {
  sizes: { N: [3, 2, 4], C: [2, 3, 5] },
  indices: { n: 'N', m: 'N', i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: {
    x: 'C',
    y: 'C',
    t: 'N',
    X: 'N,C',
    A: 'C,C',
    a: 'number',
    b: 'number',
    p: 'positive',
    q: 'positive',
    eps: 'positive',
    z: 'nonzero',
    w: 'C sum1',
    h: 'C centred',
  },
  definitions: {
    mu: 'mean(k, x[k])',
    'c[i]': 'x[i] - mu',
    variance: 'mean(k, c[k]^2)',
    rstd: '1 / sqrt(variance + eps)',
    'xhat[i]': 'c[i] * rstd',
    L: 'sum(l, y[l] * xhat[l])',
  },
  tex: { rstd: 'r', xhat: '\\hat{x}' },
};

/** The same without matrices, whose many entries take their time to draw. */
export const rowLetters: Letters = {
  ...letters,
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: Object.fromEntries(Object.entries(letters.variables).filter(([, axes]) => !/N|C,C/.test(axes))),
};

interface Asked {
  readonly relation?: Relation;
  /** Another one means other random points. */
  readonly seed?: number;
  readonly letters?: Letters;
}

/** A derivation of the given lines. */
export const derivationOf = (
  lines: readonly string[],
  { relation = '=', seed = 0, ...rest }: Asked = {},
): Derivation => ({
  name: `test-${seed}`,
  title: '',
  says: '',
  source: '',
  agreesWith: '',
  letters: rest.letters ?? rowLetters,
  lines: lines.map((expr, k) => line(expr, '', k === 0 ? {} : { relation })),
});

/** Two lines with all that is needed to compare them. */
export function comparison(of: Derive, before: string, after: string, asked: Asked = {}): Comparison {
  const read = of.readDerivation(derivationOf([before, after], asked));
  return of.comparisonFor(read, 2, read.exprs[1]);
}

/** What checking the second of two lines finds. */
export const compared = (of: Derive, before: string, after: string, asked: Asked = {}): Verdict =>
  of.checkLines(derivationOf([before, after], asked))[1].verdict;

/** The kinds of the verdicts at three series of random points, each kind once: there should be one. */
export const kinds = (of: Derive, before: string, after: string, asked: Asked = {}): string[] => {
  const found = [1, 2, 3].map((seed) => compared(of, before, after, { ...asked, seed }).kind);
  return [...new Set(found)].sort();
};

/** The same at one series of points, where three would take long. */
export const kind = (of: Derive, before: string, after: string, relation: Relation = '='): string =>
  compared(of, before, after, { relation }).kind;

/** The same random point in a field for every test. */
export const pointIn = <T>(
  of: Derive,
  field: Parameters<typeof of.drawPoint<T>>[0],
  sizes: Point<T>['sizes'] = { N: 2, C: 3 },
  seed = 7,
): Point<T> => of.drawPoint(field, of.alphabetOf(letters), sizes, of.randomFrom(seed));

/** The value of a line at a point. */
export const valueOf = <T>(of: Derive, text: string, point: Point<T>, at: Point<T>['sizes'] = {}): T =>
  of.evaluate(of.withIndices(of.parse(text), point.alphabet, Object.keys(at)), point, at);

/** How many functions are called while something runs, each as often as it is: its work, on whatever machine. */
export function callsIn(run: () => unknown): number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true });
  run();
  let calls = 0;
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    for (const { functions } of result) for (const { ranges } of functions) calls += ranges[0].count;
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return calls;
}
