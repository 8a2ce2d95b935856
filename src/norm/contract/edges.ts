import { gradient } from '../../autograd/gradient.js';
import { Tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import type { Norm, NormInputs } from '../registry/norm.js';
import { largest, largestDifference, moved, randomInputs, reachOf } from './inputs.js';
import type { Finding } from './inputs.js';

const eps = 1e-5;

/** Numbers at the ends of what a computer can hold, and what is no number. */
export function edges(norm: Norm, seed: number): Finding[] {
  const inputs = randomInputs(norm, norm.shapes[0], seed);
  return [...sizes(norm, inputs, seed), ...offsets(norm, inputs), ...notNumbers(norm, inputs)];
}

/** Huge and tiny numbers, and zeros, give finite numbers, out and on both ways back, which agree. */
function sizes(norm: Norm, inputs: NormInputs, seed: number): Finding[] {
  const dy = stream('edges', seed).normals(norm.apply(inputs, { eps }).shape);
  const changes: readonly (readonly [string, (value: number) => number])[] = [
    ['numbers near 1e30', (value) => value * 1e30],
    ['numbers near -1e30', (value) => -1e30 - Math.abs(value) * 1e30],
    ['denormal numbers', (value) => Math.sign(value) * 5e-324],
    ['zeros', () => 0],
  ];
  return changes.flatMap(([what, change]) => {
    const x = moved(inputs.x, change);
    const y = norm.apply({ ...inputs, x }, { eps });
    const [handMade, composed] = [false, true].map(
      (createGraph) => gradient(y, [x], { dy: new Tensor(dy), createGraph })[0],
    );
    const finite = [y, handMade, composed].every(({ data }) => data.every(Number.isFinite));
    if (!finite) return [`${what} give a number that is not finite`];
    const apart = largestDifference(handMade, composed) / Math.max(1, largest(handMade));
    return apart < 1e-11
      ? []
      : [`at ${what} the hand-derived backward and the composition differ by ${apart.toExponential(1)}`];
  });
}

/** What does not depend on an offset keeps its digits far from zero. */
function offsets(norm: Norm, inputs: NormInputs): Finding[] {
  if (!norm.invariantTo.includes('shift')) return [];
  // Sixteenths are stored exactly at either place, so that only the arithmetic is judged.
  const near = moved(inputs.x, (value) => Math.round(value * 16) / 16);
  const far = moved(near, (value) => value + 1e6);
  const [y, wanted] = [far, near].map((x) => norm.apply({ ...inputs, x }, { eps }));
  const error = largestDifference(y, wanted) / Math.max(1, largest(wanted));
  return error < 1e-9 ? [] : [`an offset of 1e6 costs digits: off by ${error.toExponential(1)}`];
}

/** NaN and infinity pass to all that they reach, and change nothing else. */
function notNumbers(norm: Norm, inputs: NormInputs): Finding[] {
  const y = norm.apply(inputs, { eps });
  const reaches = reachOf(norm, inputs.x.shape);
  return [NaN, Infinity, -Infinity].flatMap((odd) => {
    const x = moved(inputs.x, (value, place) => (place === 0 ? odd : value));
    const after = norm.apply({ ...inputs, x }, { eps });
    const isReached = Array.from(y.data, (_, place) => reaches(0, place));
    const lost = Number.isNaN(odd) && isReached.some((is, place) => is && !Number.isNaN(after.data[place]));
    const spoilt = isReached.some((is, place) => !is && after.data[place] !== y.data[place]);
    return [
      ...(lost ? ['a NaN does not pass to all that it reaches'] : []),
      ...(spoilt ? [`${odd} spoils numbers that it does not reach`] : []),
    ];
  });
}
