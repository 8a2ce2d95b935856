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
  letters: rest.letters ?? letters,
  lines: lines.map((expr, k) => line(expr, '', k === 0 ? {} : { relation })),
});

/** What checking the second of two lines finds. */
export const compared = (of: Derive, before: string, after: string, asked: Asked = {}): Verdict =>
  of.checkLines(derivationOf([before, after], asked))[1].verdict;

/** The kinds of the verdicts for several seeds, each kind once, sorted. */
export const kinds = (of: Derive, before: string, after: string, asked: Asked = {}): string[] => {
  const found = [1, 2, 3].map((seed) => compared(of, before, after, { seed, ...asked }).kind);
  return [...new Set(found)].sort();
};

/** The same random point in a field for every test. */
export const pointIn = <T>(
  of: Derive,
  field: Parameters<typeof of.drawPoint<T>>[0],
  sizes: Point<T>['sizes'] = { N: 2, C: 3 },
  seed = 7,
): Point<T> => of.drawPoint(field, of.alphabetOf(letters), sizes, of.randomFrom(seed));

/** The value of a line with every index written, at a point. */
export const valueOf = <T>(of: Derive, text: string, point: Point<T>, at: Point<T>['sizes'] = {}): T =>
  of.evaluate(of.parse(text), point, at);

/** How much CPU time something takes, in seconds: other work on the machine does not count. */
export function cpuSeconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
