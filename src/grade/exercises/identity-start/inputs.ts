import type { Tensor } from '../../../autograd/tensor.js';
import type { Stream } from '../../../tensor/random.js';

/** Two ways to start a deep network without a norm. */
export type Start = 'rezero' | 'fixup';

/** How large the network is. */
export interface Sizes {
  readonly width: number;
  readonly hidden: number;
  /** The number of blocks. */
  readonly depth: number;
}

/** The parameters of one block, x + gate · relu(x · w1) · w2. */
export interface BlockParameters {
  /** [width, hidden]. */
  readonly w1: Tensor;
  /** [hidden, width]. */
  readonly w2: Tensor;
  /** A single number. */
  readonly gate: Tensor;
}

/** The function the exercise asks for. */
export type StartFunction = (kind: Start, sizes: Sizes, random: Stream) => BlockParameters;
