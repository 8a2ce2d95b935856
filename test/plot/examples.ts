/** Data for the tests of figures: one of every builder, with labels longer than any in the course. */
import { add, mean, mul, normFacts, pow, sub, tensor } from '../../src/index.js';
import { tape } from '../../src/notebook/tape.js';
import * as plot from '../../src/plot/index.js';
import type { Figure, Widget } from '../../src/plot/index.js';

const steps = [0, 1, 2, 3, 4, 5, 6];
const names = [
  'training without any normalization',
  'validation',
  'LayerNorm',
  'RMSNorm',
  'BatchNorm with a batch of two',
  'another quite long name',
];

export const sixLines = (): Figure =>
  plot.lines({
    title: 'Six series with long names, and a band for the seeds of the first of them',
    subtitle: 'A line under the title that is rather long as well, γ, β, ε, √(σ² + ε) ≤ 1 and x̂ included',
    alt: 'Six curves fall from about 1 to about 0.3 within six steps.',
    x: { label: 'Step', unit: 'updates of the weights' },
    y: { label: 'Loss on held-out words', unit: 'nats per token' },
    series: names.map((name, k) => {
      const y = steps.map((i) => Math.exp((-i * (k + 1)) / 8) + k / 10);
      return {
        name,
        x: steps,
        y,
        ...(k > 0 ? {} : { low: y.map((v) => v - 0.1), high: y.map((v) => v + 0.1) }),
      };
    }),
    marks: [
      { text: 'chance', y: 1.25 },
      { text: 'warm-up ends', x: 2 },
    ],
  });

export const twoLines = (): Figure =>
  plot.lines({
    title: 'Two series, shown and hidden by buttons',
    alt: 'The plain loss falls from 4 to 0.5, the normalized one from 2 to 0.25.',
    x: { label: 'Step', unit: 'updates' },
    y: { label: 'Loss', unit: 'nats', log: true },
    series: ['plain', 'normalized'].map((name, k) => ({
      name,
      x: [0, 1, 2, 3],
      y: [4, 2, 1, 0.5].map((v) => v / (k + 1)),
    })),
  });

const sizes = (factor: number): number[] => Array.from({ length: 51 }, (_, layer) => Math.pow(factor, layer));
export const signalRecords: plot.SignalByDepthRecord[] = [0.1, 0.5, 1, 5, 10].flatMap((scale) => [
  { scale, sizes: sizes(scale), norm: 'plain' },
  { scale, sizes: sizes(1), norm: 'layerNorm' },
]);

export const stages: plot.TokenStageRecord[] = [
  { stage: 'x', says: 'the word as it comes in', values: [0.5, 0.1, 0.1] },
  { stage: 'x − μ', says: 'subtract the mean', values: [0.8 / 3, -0.4 / 3, -0.4 / 3] },
  { stage: 'x̂', says: 'divide by √(σ² + ε)', values: [1.414, -0.707, -0.707] },
  { stage: 'γ x̂ + β', says: 'let the network choose scale and place', values: [2.2, -0.4, -0.6] },
];

const inputs = Array.from({ length: 25 }, (_, i) => Math.pow(10, -8 + i / 2));
export const epsilonRecords: plot.EpsilonRecord[] = [1e-12, 1e-5, 1].map((eps) => ({
  eps,
  inputs,
  outputs: inputs.map((deviation) => deviation / Math.sqrt(deviation * deviation + eps)),
}));

const lengthOfSteps = [1e-1, 1e-3, 1e-5, 1e-7, 1e-9];
export const stepSizeRecords: plot.StepSizeCurve[] = ['tanh', 'a rather sharp bend'].flatMap((name, k) => [
  {
    name,
    dtype: 'float64',
    steps: lengthOfSteps.map((h) => (k === 0 ? h : h / 100)),
    errors: [1e-3, 1e-7, 1e-11, 1e-9, 1e-7],
    predicted: k === 0 ? 5e-6 : 5e-8,
  },
  {
    name,
    dtype: 'float32',
    steps: lengthOfSteps.map((h) => (k === 0 ? h : h / 10)),
    errors: [1e-3, 1e-6, 1e-2, 1, 1],
    predicted: k === 0 ? 5e-3 : 5e-5,
  },
]);

const slopeOfRelu = (from: number, to: number): number => (Math.max(to, 0) - Math.max(from, 0)) / (to - from);
export const kinkRecords: plot.KinkRecord[] = [0.5, 0.1].map((h) => {
  const x = [-1, -0.5, -0.25, 0, 0.25, 0.5, 1];
  return {
    h,
    x,
    central: x.map((at) => slopeOfRelu(at - h, at + h)),
    oneSided: x.map((at) => slopeOfRelu(at, at + h)),
  };
});

export const errorRecords: plot.ErrorRecord[] = [
  {
    name: 'right',
    errors: [
      [1e-11, 3e-12, 6e-11, 2e-12],
      [4e-13, 1e-11, 2e-11, 0],
    ],
  },
  {
    name: 'without γ',
    errors: [
      [0.3, 1.5, 0.02, 1e-3],
      [0.7, 0.1, 2, 0.4],
    ],
  },
];

export const checkRecords: plot.CheckRecord[] = [
  { name: 'snapshot', caught: { 'ε outside': false, 'n − 1': true, 'no γ': true } },
  { name: 'only shapes', caught: { 'ε outside': false, 'n − 1': false, 'no γ': false } },
  { name: 'close to', caught: { 'ε outside': false, 'n − 1': true, 'no γ': false } },
];

/** A LayerNorm of four numbers, read off its tape. */
export const graphRecords: plot.GraphRecords = (() => {
  const x = tensor([[0.5, -1.2, 2, 0.3]]);
  const [gamma, beta] = [tensor([1.5, 0.5, 1, 2]), tensor([0, 0.5, -0.5, 0.1])];
  const row = { axis: -1, keepdims: true };
  const mu = mean(x, row);
  const c = sub(x, mu);
  const variance = mean(mul(c, c), row);
  const rstd = pow(add(variance, 1e-5), -1 / 2);
  const xhat = mul(c, rstd);
  const y = add(mul(gamma, xhat), beta);
  const names = { x, mu, c, variance, ε: 1e-5, rstd, xhat, gamma, beta, y };
  return tape(y, { names, dy: [[1, -2, 0.5, 3]] });
})();

/** The way back of a word through LayerNorm: mean and deviation, g, dx and the Jacobian, by their formulas. */
export function wayBack(
  word: readonly number[],
  g: readonly number[],
  eps: number,
): plot.JacobianRecord & plot.ProjectionRecords & plot.PathContributionRecords {
  const average = (v: readonly number[]): number => v.reduce((sum, value) => sum + value, 0) / v.length;
  const mu = average(word);
  const variance = average(word.map((value) => (value - mu) * (value - mu)));
  const rstd = 1 / Math.sqrt(variance + eps);
  const xhat = word.map((value) => (value - mu) * rstd);
  const along = average(g.map((value, i) => value * xhat[i]));
  const C = word.length;
  return {
    eps,
    variance,
    rstd,
    xhat,
    g,
    dx: g.map((value, i) => rstd * (value - average(g) - xhat[i] * along)),
    jacobian: xhat.map((a, i) => xhat.map((b, j) => rstd * ((i === j ? 1 : 0) - 1 / C - (a * b) / C))),
    paths: [
      { name: 'direct: r·g', values: g.map((value) => rstd * value) },
      { name: 'through the mean: −r·mean(g)', values: g.map(() => -rstd * average(g)) },
      { name: 'through the variance: −r·x̂·mean(g ⊙ x̂)', values: xhat.map((value) => -rstd * value * along) },
    ],
  };
}

export const sixteen = Array.from({ length: 16 }, (_, i) => Math.sin(3.7 * i * i + 1) + Math.cos(i));

const updates = Array.from({ length: 21 }, (_, i) => 10 * i);
/** Four placements with three seeds: one that blows up, one that stays at chance, two that learn. */
export const trainingRecords: plot.TrainingRecord[] = ['none', 'post', 'pre', 'deepnorm'].flatMap((arm, a) =>
  [0, 1, 2].map((seed) => ({
    arm,
    seed,
    steps: updates,
    losses: updates.map((step) => {
      if (arm === 'none') return step < 100 ? 2 + step / 20 + seed / 10 : NaN;
      return arm === 'post' ? 1.8 + seed / 100 : 0.1 * a + 1.7 * Math.exp(-step / (40 + 5 * seed));
    }),
  })),
);

const finalLosses: Record<string, number[]> = {
  none: [1.6, 4, 77, Infinity, NaN],
  post: [1.2, 0.9, 1.7, 2.08, 6],
  pre: [1.3, 0.5, 0.23, 0.15, 0.9],
  peri: [1.35, 0.55, 0.25, 0.12, 0.7],
  deepnorm: [1.1, 0.4, 0.14, 0.1, 1.4],
  rezero: [1.5, 0.6, 0.15, 0.2, 1.9],
};
/** Six placements at five rates with three seeds, and one run that is live. */
export const depthRateRecords: plot.DepthRateRecord[] = [
  ...Object.entries(finalLosses).flatMap(([arm, losses]) =>
    losses.flatMap((loss, i) =>
      [0, 1, 2].map((seed) => ({
        arm,
        seed,
        learningRate: [3e-4, 1e-3, 3e-3, 1e-2, 3e-2][i],
        loss: loss * (1 + 0.1 * (seed - 1)),
      })),
    ),
  ),
  { arm: 'post', seed: 100, learningRate: 3e-3, loss: 1.75, live: true },
];

/** A residual block with these sockets filled, as the module tree would tell it. */
export function block(sockets: readonly ('before' | 'after' | 'sum' | 'alpha' | 'gate')[]): plot.BlockGraph {
  const nodes: plot.BlockNode[] = [{ id: 'x', label: 'x', kind: 'input' }];
  const edges: [string, string][] = [];
  const put = (from: string, label: string, kind: plot.BlockKind): string => {
    const id = String(nodes.length);
    nodes.push({ id, label, kind });
    edges.push([from, id]);
    return id;
  };
  let stream = 'x';
  for (const kind of ['attention', 'feed-forward'] as const) {
    let branch = sockets.includes('before') ? put(stream, 'LayerNorm', 'norm') : stream;
    branch = put(branch, kind, kind);
    if (sockets.includes('after')) branch = put(branch, 'LayerNorm', 'norm');
    if (sockets.includes('gate')) branch = put(branch, '× a', 'scale');
    const kept = sockets.includes('alpha') ? put(stream, '× 1.57', 'scale') : stream;
    stream = put(branch, '+', 'add');
    edges.push([kept, stream]);
    if (sockets.includes('sum')) stream = put(stream, 'LayerNorm', 'norm');
  }
  put(stream, 'y', 'output');
  return { nodes, edges };
}

/** Three placements at two depths; one of them explodes. */
export const placementStates: plot.PlacementState[] = [6, 12].flatMap((depth) =>
  (['Post-LN', 'Pre-LN', 'No norm'] as const).map((placement) => {
    const growth = (layer: number): number =>
      placement === 'No norm' ? Math.pow(4, layer) : placement === 'Pre-LN' ? 1 + layer : 1;
    const layers = Array.from({ length: depth + 1 }, (_, layer) => layer);
    return {
      placement,
      depth,
      diagram: block(placement === 'Post-LN' ? ['sum'] : placement === 'Pre-LN' ? ['before'] : []),
      streamByLayer: { theory: layers.map(growth), measured: layers.map((layer) => 1.1 * growth(layer)) },
      gradientByLayer: layers
        .slice(1)
        .map((layer) => (placement === 'Post-LN' ? Math.pow(1.2, layer) : 1 / layer)),
      recursion: 'v ← v + 1',
    };
  }),
);

const frames = [0, 20, 40, 60];
const filmRun = (title: string, growth: number): plot.FilmRun => ({
  title,
  loss: frames.map((_, t) => (growth > 1 ? 3.4 : 3.4 / (1 + t))),
  blocks: Array.from({ length: 8 }, (_, l) => ({
    name: `block ${l + 1}`,
    differenceOfPositions: frames.map((_, t) => Math.pow(growth, l * t)),
    differenceOfStrings: frames.map((_, t) => 0.5 * Math.pow(growth, -l * t)),
    gradient: frames.map((_, t) => 0.1 * Math.pow(growth, -l * t)),
    gamma: frames.map((_, t) => [1 - t / 20, 1 + t / 10] as const),
    beta: frames.map((_, t) => [-t / 10, t / 20] as const),
  })),
});
/** A run that learns and one whose positions drift apart, eight blocks at four steps. */
export const film: plot.Film = {
  steps: frames,
  runs: [filmRun('right', 1), filmRun('α on the branch', 1.8)],
};

const heatLosses: Record<string, number[]> = {
  none: [1.98, 1.61, 1.14, 0.91, 0.75, 1.11, NaN, NaN, Infinity],
  'batch-norm': [2.34, 2.3, 2.15, 1.79, 1.08, 0.64, 0.55, 0.6, 1.24],
  'layer-norm': [2.33, 2.25, 2.07, 1.53, 0.93, 0.89, 1.07, 1.99, 231],
};
/** Three networks at nine rates with two seeds. */
export const rateHeatRecords: plot.RateHeatRecord[] = Object.entries(heatLosses).flatMap(([arm, losses]) =>
  losses.flatMap((loss, i) =>
    [0, 1].map((seed) => ({
      arm,
      seed,
      at: [3.2e-4, 1e-3, 3.2e-3, 1e-2, 3.2e-2, 0.1, 0.32, 1, 3.2][i],
      loss: loss + 0.02 * (seed - 0.5),
    })),
  ),
);

/** Ten layers at two steps; the last ones die. */
export const histograms: plot.HistogramRecords = {
  steps: [0, 100],
  activationEdges: [-2, -1, 0, 1, 2],
  gradientEdges: [-8, -6, -4, -2],
  layers: Array.from({ length: 10 }, (_, l) => ({
    name: `layer ${l + 1}`,
    activations: [
      [0.1, 0.4, 0.4, 0.1],
      [0, 0.2 + l / 20, 0.7 - l / 20, 0.1],
    ],
    gradients: [
      [0.1, 0.8, 0.1],
      [0.8, 0.2, 0],
    ],
    size: [1, Math.pow(0.5, l)],
    dead: [0, l / 10],
    updateToData: [1e-3, l === 9 ? 0 : Math.pow(10, -3 - l / 4)],
  })),
};

/** Along w a quarter of the loss is left after a step at rate 0.5, in the round one nothing; rate 3 is too large. */
export const bowls: plot.LossBowl[] = [
  {
    name: 'raw',
    hessian: [
      [1, 0.5],
      [0.5, 1],
    ],
    minimum: [1, 0],
    paths: [
      {
        learningRate: 0.5,
        weights: [
          [0, 0],
          [0.5, 0],
          [0.75, 0],
        ],
      },
      {
        learningRate: 3,
        weights: [
          [0, 0],
          [9, 9],
          [-90, 90],
        ],
      },
    ],
  },
  {
    name: 'standardized',
    hessian: [
      [1, 0],
      [0, 1],
    ],
    minimum: [1, 1],
    paths: [
      {
        learningRate: 0.5,
        weights: [
          [0, 0],
          [1, 1],
          [1, 1],
        ],
      },
      {
        learningRate: 3,
        weights: [
          [0, 0],
          [0.5, 0.5],
          [2, 2],
        ],
      },
    ],
  },
];

export const stepTimeBase: plot.StepSizes = { depth: 4, batch: 16, length: 6 };
/** Four engines at seven sizes in three rounds. */
export const stepTimeRecords: plot.StepTimeRecord[] = ['NormLab', 'PyTorch', 'torch.compile', 'JAX'].flatMap(
  (engine, e) =>
    [{}, { depth: 8 }, { depth: 12 }, { batch: 4 }, { batch: 64 }, { length: 12 }, { length: 24 }].map(
      (other) => {
        const size = { ...stepTimeBase, ...other };
        const time = (size.depth * (3 * e + (size.batch * size.length) / (40 + 60 * e))) / 4;
        return { engine, ...size, milliseconds: [time, 1.3 * time, 0.9 * time] };
      },
    ),
);

const axis = (label: string): plot.Axis => ({ label, unit: 'index' });

/** Every builder by name. */
export const examples: Record<string, () => Figure> = {
  trainingFilm: () => plot.trainingFilm(film, { initial: 60 }),
  stepTime: () => plot.stepTime(stepTimeRecords, stepTimeBase),
  rateHeat: () => plot.rateHeat(rateHeatRecords, { along: 'learning rate', chance: Math.log(10) }),
  lossContours: () => plot.lossContours(bowls),
  histogramsByLayer: () => plot.histogramsByLayer(histograms),
  trainingCurves: () =>
    plot.trainingCurves([...trainingRecords, { ...trainingRecords[7], live: true }], {
      chance: Math.log(6),
    }),
  depthRate: () => plot.depthRate(depthRateRecords, { chance: Math.log(8), depth: 12 }),
  lines: sixLines,
  bars: () =>
    plot.bars({
      title: 'The middle word is the longest of the three, and this title is long too',
      alt: 'Words of 2, 5 and 3 letters.',
      places: ['to', 'right', 'now'],
      x: { label: 'Word', unit: 'in order' },
      y: { label: 'Length', unit: 'letters' },
      groups: [
        { name: 'letters', values: [2, 5, 3] },
        { name: 'sounds', values: [2, 3, -2] },
      ],
      level: { value: 3, spread: 1 },
    }),
  heat: () =>
    plot.heat({
      title: 'The loss is lowest in the middle',
      alt: 'Seven learning rates by five depths; the loss is lowest, 0.1, in the middle.',
      x: axis('Learning rate'),
      y: axis('Depth'),
      value: { label: 'Loss', unit: 'nats', log: true },
      values: Array.from({ length: 5 }, (_, i) =>
        Array.from({ length: 7 }, (_, j) => Math.hypot(i - 2, j - 3) + 0.1),
      ),
    }),
  withToggle: () =>
    plot.withToggle(twoLines(), [
      { label: 'both', shows: ['plain', 'normalized'] },
      { label: 'plain only', shows: ['plain'] },
    ]),
  signalByDepth: () => plot.signalByDepth(signalRecords, { initial: 0.5 }),
  tokenStages: () => plot.tokenStages(stages, { initial: 'x̂' }),
  sharedStatistic: () => plot.sharedStatistic({ shape: [3, 4, 6] }),
  sharedStatisticOfImages: () =>
    plot.sharedStatistic({
      shape: [3, 4, 2, 2],
      names: ['sample', 'channel', 'row', 'column'],
      kinds: [
        { name: 'BN', axes: [0, 2, 3], words: 'each channel, over all samples and positions' },
        { name: 'GN', axes: [1, 2, 3], parts: { 1: 2 }, words: 'each sample, in two groups of channels' },
        { name: 'Pixel', axes: [1], words: 'each position of each sample, over its channels' },
      ],
    }),
  familyTree: () =>
    plot.familyTree(
      normFacts().map(({ name, title, reaches, invariantTo }) => ({
        name,
        path: [reaches, invariantTo],
        says: title,
      })),
      {
        title: 'A large family, sorted by whom each reaches',
        alt: 'A tree of all norms of the library.',
        steps: ['reaches', 'blind to'],
      },
    ),
  pictures: () =>
    plot.pictures({
      title: 'The second line has the contrast of the first in every picture',
      alt: 'Four pictures of four columns.',
      names: ['× 0.5', '× 1', '× 2', '× 4'],
      lines: ['in', 'out'].map((name, k) => ({
        name,
        pictures: [0.5, 1, 2, 4].map((c) =>
          [0, 1, 2].map((r) => [0, 1, 2, 3].map((v) => (k ? 1 : c) * (v + r))),
        ),
      })),
    }),
  strides: () => plot.strides([2, 3, 4]),
  epsilonDial: () => plot.epsilonDial(epsilonRecords),
  directionByDepth: () =>
    plot.directionByDepth(
      ['plain', 'layerNorm'].map((norm, k) => ({
        norm,
        scale: 1.4,
        cosines: steps.map((i) => 1 - Math.exp(-i - k)),
      })),
    ),
  stepSizeCurves: () => plot.stepSizeCurves(stepSizeRecords),
  kinkSlopes: () => plot.kinkSlopes(kinkRecords),
  errorCells: () => plot.errorCells(errorRecords),
  checkMatrix: () => plot.checkMatrix(checkRecords),
  gradientByScale: () => plot.gradientByScale([0.1, 1, 10].map((scale) => ({ scale, gradient: 3 / scale }))),
  computationGraph: () => plot.computationGraph(graphRecords),
  walk: () => plot.computationGraph(graphRecords, { walk: true }),
  jacobianHeat: () =>
    plot.jacobianHeat(
      [0, 1e-5, 0.1, 10].map((eps) => wayBack(sixteen, sixteen, eps)),
      { initial: 0.1 },
    ),
  smallJacobian: () => plot.jacobianHeat([wayBack([0.5, -1.2, 2, 0.3], [1, 2, 3, 4], 0)]),
  pathContributions: () =>
    plot.pathContributions(wayBack(sixteen.slice(0, 6), [1.5, 0.9, -0.4, 2.2, 0.7, 1.1], 1e-5)),
};

/** Rows of three features, centred, and divided by their deviation. */
const rowsOfThree = [
  [1, 2, 6],
  [0, 3, -1],
  [4, 1, 1],
  [-2, 0, 1],
];
const centredRows = rowsOfThree.map((row) => row.map((value) => value - (row[0] + row[1] + row[2]) / 3));
const onCircle = centredRows.map((row) => row.map((value) => (value * Math.sqrt(3)) / Math.hypot(...row)));
export const geometryStages: readonly plot.GeometryStage[] = [
  { name: 'x', on: 'anywhere', points: rowsOfThree },
  { name: 'c', on: 'plane', points: centredRows },
  { name: 'x̂', on: 'circle', points: onCircle },
  { name: 'y', on: 'ellipse', points: onCircle.map(([a, b, c]) => [2 * a + 1, b, 0.5 * c]) },
];
export const geometryAffine = { gamma: [2, 1, 0.5], beta: [1, 0, 0] };

/** Every builder of a widget by name. */
export const widgets: Record<string, () => Widget> = {
  normGeometry: () => plot.normGeometry(geometryStages, geometryAffine),
  blockDiagram: () => plot.blockDiagram(block(['before', 'after', 'sum', 'alpha', 'gate'])),
  placementExplorer: () => plot.placementExplorer(placementStates),
  projection3d: () => plot.projection3d(wayBack([0.5, 0.1, 0.1], [1.5, 0.9, -0.4], 1e-5)),
};
