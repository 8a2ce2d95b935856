import fc from 'fast-check';

/** A line in NumPy's way, and the same line with its indices written out by other means than those of the checker. */
export interface BareLine {
  readonly bare: string;
  readonly written: string;
}

/** Where a part stands: the letters for C and for N, and how many letters were taken so far. */
interface Place {
  readonly C: string;
  readonly N: string;
}

interface Part {
  readonly bare: string;
  /** Which axes its bare vectors have. */
  readonly axes: '' | 'C' | 'N' | 'N,C';
  written(at: Place): string;
}

let taken = 0;
/** Spare letters in turn: sums inside each other never share one. */
const spare = (size: 'c' | 'n'): string => `${size}${1 + (taken++ % 6)}`;

const leaf = (bare: string, axes: Part['axes'], written: Part['written']): Part => ({ bare, axes, written });
const numbers = fc.constantFrom(
  leaf('a', '', () => 'a'),
  leaf('2', '', () => '2'),
  leaf('mu', '', () => 'mu'),
  leaf('C', '', () => 'C'),
  leaf('sum(k, x[k] * y[k])', '', () => 'sum(k, x[k] * y[k])'),
  leaf('y[2]', '', () => 'y[2]'),
);
const vectors = fc.constantFrom(
  leaf('x', 'C', ({ C }) => `x[${C}]`),
  leaf('c', 'C', ({ C }) => `c[${C}]`),
  leaf('y', 'C', ({ C }) => `y[${C}]`),
);

const wider = (a: Part['axes'], b: Part['axes']): Part['axes'] => (b.length > a.length ? b : a);

/** Parts whose bare vectors have the axes C at most, nested three deep. */
const { part } = fc.letrec<{ part: Part; mean: Part; named: Part }>((tie) => ({
  // A sum over a written letter: no sum inside may take that letter as its own.
  named: tie('part').map((inside) =>
    leaf(`sum(i, y[i] * (${inside.bare}))`, inside.axes, (at) => `sum(i, y[i] * (${inside.written(at)}))`),
  ),
  mean: fc
    .tuple(fc.constantFrom('mean', 'sum'), fc.constantFrom(', axis=0', ', axis=-1', ''), vectors, tie('part'))
    .map(([how, axis, vector, other]) =>
      leaf(`${how}(${vector.bare} * (${other.bare})${axis})`, '', (at) => {
        const letter = spare('c');
        const inside = { ...at, C: letter };
        return `${how}(${letter}, ${vector.written(inside)} * (${other.written(inside)}))`;
      }),
    ),
  part: fc.oneof(
    { maxDepth: 3, depthSize: 'max' },
    numbers,
    vectors,
    tie('mean'),
    tie('named'),
    fc
      .tuple(tie('part'), fc.constantFrom('+', '-', '*'), tie('part'))
      .map(([left, op, right]) =>
        leaf(
          `(${left.bare} ${op} ${right.bare})`,
          wider(left.axes, right.axes),
          (at) => `(${left.written(at)} ${op} ${right.written(at)})`,
        ),
      ),
  ),
}));

/** Sums of a matrix along one of its axes, or both, beside such parts. */
const matrices = fc
  .tuple(fc.constantFrom(', axis=0', ', axis=1', ', axis=-1', ''), part)
  .map(([axis, inside]) =>
    leaf(`sum(X * (${inside.bare})${axis})`, axis === ', axis=0' ? 'C' : axis === '' ? '' : 'N', (at) => {
      const [c, n] = [spare('c'), spare('n')];
      const C = axis === ', axis=0' ? at.C : c;
      const N = axis === ', axis=0' || axis === '' ? n : at.N;
      const over = { ', axis=0': n, ', axis=1': c, ', axis=-1': c, '': `${n}, ${c}` }[axis];
      return `sum(${over}, X[${N}, ${C}] * (${inside.written({ C, N })}))`;
    }),
  );

/** The free letters are j for C and m for N. More than nine sums would need more letters than there are. */
export const bareLines: fc.Arbitrary<BareLine> = fc
  .tuple(part, fc.option(matrices, { nil: undefined }))
  .map(([first, second]) => {
    taken = 0;
    const all = second ? [first, second] : [first];
    return {
      bare: all.map(({ bare }) => bare).join(' + '),
      written: all.map((one) => one.written({ C: 'j', N: 'm' })).join(' + '),
    };
  })
  .filter(({ bare }) => bare.split(/sum|mean/).length < 8);
