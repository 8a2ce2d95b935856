import { mul } from '../../../autograd/ops/mul.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { filled } from '../../../tensor/ndarray.js';
import type { RightVersion } from '../../exercise.js';
import type { StartFunction } from './inputs.js';

/** Kaiming, with the branch shut by one parameter. */
export const start: StartFunction = (kind, { width, hidden, depth }, random) => {
  const isFixup = kind === 'fixup';
  const deviation = Math.sqrt(2 / width) * (isFixup ? 1 / Math.sqrt(depth) : 1);
  return {
    w1: new Tensor(random.normals([width, hidden], { deviation })),
    w2: new Tensor(random.normals([hidden, width], { deviation: isFixup ? 0 : Math.sqrt(1 / hidden) })),
    gate: tensor(isFixup ? 1 : 0),
  };
};

const scaledAfterwards: StartFunction = (kind, { width, hidden, depth }, random) => {
  const [a, b] = [random.normals([width, hidden]), random.normals([hidden, width])].map((t) => new Tensor(t));
  return kind === 'rezero'
    ? { w1: mul(a, Math.sqrt(2 / width)), w2: mul(b, Math.sqrt(1 / hidden)), gate: tensor(0) }
    : { w1: mul(a, Math.sqrt(2 / (width * depth))), w2: mul(b, 0), gate: tensor(1) };
};

/** Any distribution of the right deviation will do: uniform, from −a to a, has the deviation a/√3. */
const uniform: StartFunction = (kind, { width, hidden, depth }, random) => {
  const weights = (from: number, to: number, variance: number): Tensor => {
    const most = Math.sqrt(3 * variance);
    return new Tensor({
      ...filled([from, to], 0),
      data: Float64Array.from({ length: from * to }, () => random.uniform(-most, most)),
    });
  };
  if (kind === 'rezero')
    return { w1: weights(width, hidden, 2 / width), w2: weights(hidden, width, 1 / hidden), gate: tensor(0) };
  const w1 = weights(width, hidden, 2 / width / depth);
  return { w1, w2: new Tensor(filled([hidden, width], 0)), gate: tensor(1) };
};

const byCases: StartFunction = (kind, { width, hidden, depth }, random) => {
  const gate = new Tensor(filled([], kind === 'rezero' ? 0 : 1));
  const w2 = new Tensor(random.normals([hidden, width], { deviation: hidden ** -0.5 }));
  if (kind === 'fixup') w2.data.fill(0);
  const kaiming = (2 / width) ** 0.5;
  const w1 = new Tensor(
    random.normals([width, hidden], { deviation: kind === 'fixup' ? kaiming * depth ** -0.5 : kaiming }),
  );
  return { w1, w2, gate };
};

/** Four right ones. */
export const rightStarts: readonly RightVersion<StartFunction>[] = [
  { name: 'drawn with their deviation', candidate: start },
  { name: 'drawn, then scaled', candidate: scaledAfterwards },
  { name: 'uniform weights', candidate: uniform },
  { name: 'case by case', candidate: byCases },
];
