/** Data: changes of worked solutions that change no answer, and why. */

/** What stood in a worked solution, what may stand there as well, and why nothing comes of it. */
export interface EquivalentMutant {
  /** The line of the worked solution, counted from 1. */
  readonly line: number;
  readonly was: string;
  readonly is: string;
  readonly because: string;
}

const startOfSum = (line: number, name: string): EquivalentMutant => ({
  line,
  was: `${name}.reduce((a, b) => a + b, 0)`,
  is: `${name}.reduce((a, b) => a + b)`,
  because: 'a row has at least one number: the sum may begin with it instead of with 0',
});
const forTypeScript = 'what stands behind ?? is there for TypeScript alone: the axis always has a length';
const oneRow = 'training on a single row may stop or give β: both are accepted';
const otherDraws = 'other draws, or one more or less of twenty thousand: all within a percent of each other';
const onlyLength = 'only its length is asked for, and γ and β have the same';
const fixedStep =
  'a step of 1e-5 everywhere is right too, since rounding is allowed for: three digits are left';
const noneSoSmall =
  'the allowance is for slopes of nearly 0 in large functions, and no right claim here needs it';
const onlyRows = 'only its number of rows is asked for, and x and dy have the same';

const batchNormForward: readonly EquivalentMutant[] = [
  {
    line: 12,
    was: "if (training && N < 2) throw new RangeError('batchNorm: training needs two rows or more');",
    is: '{}',
    because: oneRow,
  },
  { line: 12, was: '2', is: '(1)', because: oneRow },
  { line: 16, was: 'gamma', is: 'beta', because: onlyLength },
  { line: 17, was: 'gamma', is: 'beta', because: onlyLength },
];
const batchNormBackward: readonly EquivalentMutant[] = [
  { line: 4, was: 'x', is: 'dy', because: onlyRows },
  { line: 6, was: 'x', is: 'dy', because: onlyRows },
];
/** A sample that is changed gets other numbers: which ones does not matter. */
const otherNumbers: readonly EquivalentMutant[] = [
  ...(
    [
      ['value * value + c + 2', 'value * value + c'],
      ['value * value + c', 'value * value'],
      ['value * value', 'value / value'],
      ['value * value', 'value + value'],
      ['value * value', 'value'],
      ['2', '3'],
      ['2', '(1)'],
    ] as const
  ).map(([was, is]) => ({
    line: 3,
    was,
    is,
    because: 'other numbers, in no simple relation to the old ones, do as well',
  })),
  ...(
    [
      ['Math.abs(value - after[j][i][c]) > 1e-9', 'Math.abs(value - after[j][i][c]) >= 1e-9'],
      ['Math.abs(value - after[j][i][c]) > 1e-9', 'Math.abs(value - after[j][i][c])'],
      ['1e-9', '0.00001'],
      ['1e-9', '1.0000000000000001e-19'],
    ] as const
  ).map(([was, is]) => ({
    line: 4,
    was,
    is,
    because:
      'what is heard is at least a hundred-thousandth here, and what is not heard does not move at all',
  })),
];

/** By the exercise's id. */
export const equivalentMutants: Readonly<Record<string, readonly EquivalentMutant[]>> = {
  'E0.1': [
    { line: 2, was: 'x.shape.at(axis) ?? 1', is: 'x.shape.at(axis)', because: forTypeScript },
    { line: 2, was: '1', is: '2', because: forTypeScript },
    { line: 2, was: '1', is: '(0)', because: forTypeScript },
  ],
  'E1.3': [
    { line: 3, was: 'sub(x, mu)', is: 'sub(mu, x)', because: 'only its square is used, which is the same' },
  ],
  'E2.1': [
    { line: 2, was: '1', is: '2', because: otherDraws },
    { line: 2, was: '1', is: '(0)', because: otherDraws },
    { line: 2, was: '20000', is: '20001', because: otherDraws },
    { line: 2, was: '20000', is: '(19999)', because: otherDraws },
  ],
  'E4.1': [
    {
      line: 10,
      was: '1e-15 * Math.abs(above)',
      is: '1e-15',
      because: 'f is never much larger than 1 where rounding is all there is',
    },
    {
      line: 10,
      was: '1e-15',
      is: '1.0000000000000001e-11',
      because: 'ten thousand times what rounding leaves is still below a thousandth of every slope asked for',
    },
    {
      line: 10,
      was: 'Math.abs(above)',
      is: '(above)',
      because: 'f is above 0 where rounding is all there is',
    },
    {
      line: 11,
      was: 'Math.abs(slope - dx[i]) <= 1e-4 * Math.abs(slope) + rounding',
      is: 'Math.abs(slope - dx[i]) < 1e-4 * Math.abs(slope) + rounding',
      because: 'no error is exactly the tolerance',
    },
  ],
  'E9.4': [
    {
      line: 2,
      was: 'add(x, mul(1 / Math.sqrt(L), f(norm(x))))',
      is: 'sub(x, mul(1 / Math.sqrt(L), f(norm(x))))',
      because: 'a design of its own that stays as calm: sub-layers learn their sign',
    },
    { line: 2, was: '1', is: '2', because: 'a design of its own that stays calm: branches twice as loud' },
  ],
  'layer-norm': [startOfSum(4, 'row')],
  'layer-norm-backward': [startOfSum(4, 'v')],
  'batch-norm': batchNormForward,
  'E5.1': batchNormForward,
  'batch-norm-backward': batchNormBackward,
  'E5.2': batchNormBackward,
  'E5.6': otherNumbers,
  'rms-norm-backward': [startOfSum(2, 'v')],
  'E7.3': [startOfSum(2, 'v')],
  'E6.3': [
    {
      line: 2,
      was: 'true',
      is: 'false',
      because:
        'the sums of all but the last axis have the shape of the features, which stands beside x by itself',
    },
  ],
  'gradient-check': [
    { line: 9, was: '1e-5 * Math.max(1, Math.abs(value))', is: '1e-5', because: fixedStep },
    { line: 9, was: 'Math.max(1, Math.abs(value))', is: '(1)', because: fixedStep },
    { line: 9, was: 'Math.max(1, Math.abs(value))', is: 'Math.max(1)', because: fixedStep },
    { line: 9, was: 'Math.abs(value)', is: '(value)', because: fixedStep },
    { line: 9, was: '1', is: '2', because: 'a step twice as large is as good' },
    { line: 13, was: '1e-10 * Math.abs(up)', is: '1e-10', because: noneSoSmall },
    { line: 13, was: '1e-10', is: '1.0000000000000001e-20', because: noneSoSmall },
    {
      line: 14,
      was: '1e-5 * Math.abs(slope) + rounding',
      is: '1e-5 * Math.abs(slope)',
      because: noneSoSmall,
    },
  ],
};
