/** Functions with gradients, right and wrong, that a gradient check has to tell apart. */
import { exp, sin, cos } from '../../../tensor/elementary.js';
import { numbersFor } from '../inputs.js';

/** A smooth function of a list of numbers, with its gradient. */
interface Smooth {
  /** The function, as one would write it. */
  readonly text: string;
  f(x: readonly number[]): number;
  gradient(x: readonly number[]): number[];
}

/** One question: a function, a gradient that is claimed for it, and whether it is right. */
export interface Case {
  readonly smooth: Smooth;
  readonly x: readonly number[];
  /** What the claim is: "right", "the sign is wrong". */
  readonly claim: string;
  claimed(x: readonly number[]): number[];
  readonly right: boolean;
}

const square: Smooth = {
  text: 'x₀²',
  f: ([a]) => a * a,
  gradient: ([a]) => [2 * a],
};
const product: Smooth = {
  text: 'x₀·x₁ + 3x₀',
  f: ([a, b]) => a * b + 3 * a,
  gradient: ([a, b]) => [b + 3, a],
};
const waves: Smooth = {
  text: 'sin(x₀)·x₁ + x₂² + cos(3x₁)',
  f: ([a, b, c]) => sin(a) * b + c * c + cos(3 * b),
  gradient: ([a, b, c]) => [cos(a) * b, sin(a) - 3 * sin(3 * b), 2 * c],
};
const growth: Smooth = {
  text: 'exp(x₀ − x₁) + x₂·x₃²',
  f: ([a, b, c, d]) => exp(a - b) + c * d * d,
  gradient: ([a, b, c, d]) => [exp(a - b), -exp(a - b), d * d, 2 * c * d],
};
const chain: Smooth = {
  text: 'Σ (i + 1)·xᵢ² + x₀·x₁·x₂ + x₃·x₄·x₅',
  f: (x) => x.reduce((total, v, i) => total + (i + 1) * v * v, x[0] * x[1] * x[2] + x[3] * x[4] * x[5]),
  gradient: (x) =>
    x.map((v, i) => {
      const others = [0, 1, 2].map((k) => (i < 3 ? k : k + 3)).filter((k) => k !== i);
      return 2 * (i + 1) * v + x[others[0]] * x[others[1]];
    }),
};
const flat: Smooth = { text: '7', f: () => 7, gradient: (x) => x.map(() => 0) };
const partly: Smooth = {
  text: 'x₀² + 2x₂',
  f: ([a, , c]) => a * a + 2 * c,
  gradient: ([a]) => [2 * a, 0, 2],
};

/** `factor` times a function. */
function times(factor: number, { text, f, gradient }: Smooth): Smooth {
  return {
    text: `${factor}·(${text})`,
    f: (x) => factor * f(x),
    gradient: (x) => gradient(x).map((value) => factor * value),
  };
}

/** Points where no component of a gradient is small beside the others, or nearly equal to its neighbour. */
function points(seed: number): readonly (readonly [Smooth, readonly number[]])[] {
  const random = numbersFor('gradient check', seed);
  const near = (...x: number[]): number[] => x.map((value) => value + random.uniform(-0.05, 0.05));
  return [
    [square, near(1.5)],
    [product, near(2, -1.2)],
    [waves, near(0.7, 1.4, -1.1)],
    [growth, near(1.3, 0.4, 0.8, 1.6)],
    [chain, near(1.2, -0.9, 0.7, 0.4, -0.5, 0.6)],
  ];
}

/** Where every component is negative, and a size without its absolute value would be too. */
const downhill: readonly (readonly [Smooth, readonly number[]])[] = [
  [square, [-1.5]],
  [product, [-2, -4.2]],
];

type Change = (g: number[], x: readonly number[]) => number[];

/** The claims about one function at one point. */
function claims(
  [smooth, x]: readonly [Smooth, readonly number[]],
  changes: Readonly<Record<string, Change>>,
): Case[] {
  return Object.entries(changes).map(([claim, change]) => ({
    smooth,
    x,
    claim,
    claimed: (at) => change(smooth.gradient(at), at),
    right: claim === 'right',
  }));
}

const right: Record<string, Change> = { right: (g) => g };
const gross: Record<string, Change> = {
  'the sign is wrong': (g) => g.map((value) => -value),
  'twice too large': (g) => g.map((value) => 2 * value),
  'all zeros': (g) => g.map(() => 0),
};
const off =
  (i: number): Change =>
  (g) =>
    g.map((value, k) => (k === i ? value + Math.max(...g.map(Math.abs)) : value));

/** One component, claimed larger by this. */
const plus =
  (i: number, much: number): Change =>
  (g) =>
    g.map((value, k) => (k === i ? value + much : value));

/** Questions by the check they belong to. */
export interface Cases {
  readonly right: readonly Case[];
  readonly gross: readonly Case[];
  readonly components: readonly Case[];
  readonly broken: readonly Case[];
  readonly scales: readonly Case[];
  readonly fine: readonly Case[];
  /** Small components beside large ones, small functions, and small slopes of large functions. */
  readonly apart: readonly Case[];
  /** At 0 and far from it. */
  readonly places: readonly Case[];
  /** What is only asked to tell mistakes apart. */
  readonly telling: readonly Case[];
}

/** All questions of one learner, each list from the smallest to the largest. */
export function casesFor(seed: number): Cases {
  const all = points(seed);
  const several = all.filter(([, x]) => x.length > 1);
  const scaled = (factor: number): (readonly [Smooth, readonly number[]])[] =>
    all.slice(1).map(([smooth, x]) => [times(factor, smooth), x]);
  return {
    right: [...all, ...downhill].flatMap((at) => claims(at, right)),
    gross: [...all, ...downhill].flatMap((at) => claims(at, gross)),
    components: several.flatMap((at) => claims(at, componentwise(at[1].length))),
    broken: all.slice(1, 4).flatMap((at) => claims(at, broken)),
    scales: [
      ...claims([flat, [1, 2]], right),
      ...claims([partly, [1, 2, 3]], { ...right, 'a 1 where 0 belongs': off(1) }),
      ...[1e6, 1e-3, 1e-6].flatMap((factor) => scaled(factor).flatMap((at) => claims(at, right))),
      ...[1e6, 1e-4].flatMap((factor) => scaled(factor).flatMap((at) => claims(at, gross))),
    ],
    fine: all.flatMap((at) =>
      claims(at, { 'one part in a thousand too large': (g) => g.map((value) => 1.001 * value) }),
    ),
    apart: apart(all),
    places: places.flatMap((at) =>
      claims(at, { ...right, ...gross, 'its first component is wrong': off(0) }),
    ),
    telling: telling(all),
  };
}

/** A large slope in x₀, and a small one in x₁. */
const uneven = (large: number, small: number): Smooth => ({
  text: `${large}·x₀² + ${small}·x₀·x₁`,
  f: ([a, b]) => large * a * a + small * a * b,
  gradient: ([a, b]) => [2 * large * a + small * b, small * a],
});

/** A constant in front, beside which the slopes are small. */
const lifted = (height: number, { text, f, gradient }: Smooth): Smooth => ({
  text: `${height} + ${text}`,
  f: (x) => height + f(x),
  gradient,
});

function apart(all: ReturnType<typeof points>): Case[] {
  const small: Record<string, Change> = {
    'its small component is twice too large': ([a, b]) => [a, 2 * b],
    'its small component has the wrong sign': ([a, b]) => [a, -b],
    'its small component is left out': ([a]) => [a, 0],
  };
  return [
    ...claims([uneven(1, 1e-3), [1.5, 1.2]], { ...right, ...small }),
    ...claims([uneven(1000, 1e-4), [1.5, 1.2]], small),
    ...all.slice(0, 2).flatMap(([smooth, x]) => [
      ...claims([times(1e-6, smooth), x], {
        ...gross,
        'a tenth too large': (g) => g.map((value) => 1.1 * value),
      }),
      ...claims([lifted(1e3, smooth), x], right),
      ...claims([lifted(1e6, smooth), x], gross),
    ]),
    ...claims([partly, [1, 2, 3]], { 'a small number where 0 belongs': plus(1, 1e-5) }),
    ...claims([times(1e-6, partly), [1, 2, 3]], { 'a small number where 0 belongs': off(1) }),
  ];
}

function telling(all: ReturnType<typeof points>): Case[] {
  const [[simple, at], [two, pair], ...more] = all;
  return [
    ...claims([simple, at], { 'it is NaN': () => [NaN] }),
    ...claims([times(1e-6, simple), at], { 'twice too large': (g) => g.map((value) => 2 * value) }),
    ...claims([two, pair], { 'its second component is left out': ([a]) => [a, 0] }),
    ...more.flatMap((one) =>
      claims(one, { 'three are exchanged': ([a, b, c, ...rest]) => [c, a, b, ...rest] }),
    ),
  ];
}

/** Where a step in proportion to x vanishes, and where a fixed one does. */
const places: readonly (readonly [Smooth, readonly number[]])[] = [
  [product, [0, -1.2]],
  [waves, [0, 1.4, -1.1]],
  [times(1e-6, square), [1e6]],
  [times(1e-6, product), [-8e5, 1e6]],
];

const broken: Record<string, Change> = {
  'one component is NaN': (g) => g.map((value, i) => (i === g.length - 1 ? NaN : value)),
  'all components are NaN': (g) => g.map(() => NaN),
  'one component is infinite': (g) => g.map((value, i) => (i === 0 ? Infinity : value)),
  'all components are infinite': (g) => g.map(() => -Infinity),
  'a component too few': (g) => g.slice(0, -1),
  'a component too many': (g) => [...g, 0],
  'no component at all': () => [],
};

/** One component wrong, each in turn; two exchanged; two wrong in such a way that the sum is right. */
function componentwise(length: number): Record<string, Change> {
  const changes: Record<string, Change> = {};
  for (let i = 0; i < length; i++) changes[`component ${i} is wrong`] = off(i);
  changes['the first two are exchanged'] = ([a, b, ...rest]) => [b, a, ...rest];
  changes['only its sum is right'] = (g) => {
    const much = Math.max(...g.map(Math.abs));
    return g.map((value, i) => value + (i === 0 ? much : i === length - 1 ? -much : 0));
  };
  return changes;
}
