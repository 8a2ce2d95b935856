/** What becomes of a block that starts with somebody's parameters. */
import { gradient } from '../../../autograd/gradient.js';
import { add } from '../../../autograd/ops/add.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mul } from '../../../autograd/ops/mul.js';
import { relu } from '../../../autograd/ops/relu.js';
import { sub } from '../../../autograd/ops/sub.js';
import { Tensor } from '../../../autograd/tensor.js';
import { meanSquare } from '../../../tensor/rows.js';
import { stream } from '../../../tensor/random.js';
import { Failure } from '../../exercise.js';
import { call, partsOf } from '../../results.js';
import type { BlockParameters, Sizes, Start, StartFunction } from './inputs.js';

/** So many weights, 3840, that their deviation is known to a little more than one percent. */
export const sizes: Sizes = { width: 48, hidden: 80, depth: 16 };
/** Enough to see where a block starts, and whether it moves. */
export const small: Sizes = { width: 6, hidden: 12, depth: 16 };
export const names = ['w1', 'w2', 'gate'] as const;

const block = (x: Tensor, { w1, w2, gate }: BlockParameters): Tensor =>
  add(x, mul(gate, matmul(relu(matmul(x, w1)), w2)));

/** Somebody's parameters, of the shapes that are asked for. @throws {Failure} where they are not. */
export function parametersFrom(
  candidate: StartFunction,
  kind: Start,
  seed: number,
  sizes: Sizes = small,
): BlockParameters {
  const given = [kind, sizes, stream('identity start', seed)] as const;
  const { w1, w2, gate } = partsOf(call(candidate, given), names);
  const wanted = { w1: [sizes.width, sizes.hidden], w2: [sizes.hidden, sizes.width], gate: [] };
  for (const [name, tensor] of Object.entries({ w1, w2, gate })) {
    const [expected, got] = [wanted[name as keyof typeof wanted], tensor.shape].map(
      (shape) => `[${shape.join(', ')}]`,
    );
    if (expected !== got)
      throw new Failure(
        'shape of a parameter',
        `${name} should have the shape ${expected}, and has ${got}. A row of x is multiplied from the left: x · w1 takes width numbers to hidden, and w2 back; the gate is one number, tensor(…).`,
        { input: `"${kind}", ${JSON.stringify(sizes)}`, expected, got },
      );
  }
  return { w1, w2, gate };
}

/** √mean square of each parameter. */
export type Measures = Readonly<Record<(typeof names)[number], number>>;

const size = ({ data }: Tensor): number => Math.sqrt(meanSquare(data));

/** How large somebody's parameters are, where there are many. */
export function measuresOf(candidate: StartFunction, kind: Start, seed: number): Measures {
  const { w1, w2, gate } = parametersFrom(candidate, kind, seed, sizes);
  return { w1: size(w1), w2: size(w2), gate: gate.data[0] };
}

/** How a start shows, as numbers. */
export interface Seen extends Measures {
  /** √mean square of block(x) − x, with x of mean square 1. */
  readonly branch: number;
  /** Whether w1, w2 and gate move within three steps of training. */
  readonly moves: readonly boolean[];
}

/** Looks at a start. */
export function seenOf(candidate: StartFunction, kind: Start, seed: number): Seen {
  const parameters = parametersFrom(candidate, kind, seed);
  const random = stream('identity start, x', seed);
  const x = new Tensor(random.normals([4, small.width]));
  const dy = new Tensor(random.normals(x.shape));
  return {
    branch: size(sub(block(x, parameters), x)),
    gate: parameters.gate.data[0],
    w1: size(parameters.w1),
    w2: size(parameters.w2),
    moves: movesWithin(3, parameters, x, dy),
  };
}

/** Trains by plain gradient steps on ⟨y, dy⟩. */
function movesWithin(steps: number, start: BlockParameters, x: Tensor, dy: Tensor): boolean[] {
  const initial = names.map((name) => new Tensor(start[name]));
  let now = initial;
  for (let step = 0; step < steps; step++) {
    const [w1, w2, gate] = now;
    const gradients = gradient(block(x, { w1, w2, gate }), now, { dy });
    now = now.map((value, i) => new Tensor(sub(value, mul(0.01, gradients[i]))));
  }
  return now.map(({ data }, i) => data.some((value, k) => value !== initial[i].data[k]));
}
