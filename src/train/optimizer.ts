import type { Tensor } from '../autograd/tensor.js';
import { loadState } from '../autograd/state.js';
import { allocate } from '../tensor/dtype.js';
import type { Storage } from '../tensor/dtype.js';
import { requireMap, ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import { requireNotNegative } from './requirements.js';

/** What one step of one parameter works on: all of one length, all changed in place but g. */
export interface Update<Memory extends string> {
  /** The parameter θ. */
  readonly p: Storage;
  /** Its gradient. */
  readonly g: Storage;
  /** What the optimizer remembers of earlier gradients, by name; zeros before the first step. */
  readonly memory: Readonly<Record<Memory, Storage>>;
  /** t, the number of this step: 1, 2, … */
  readonly t: number;
  /** η, the learning rate of this step. */
  readonly rate: number;
}

interface Kept<Memory extends string> {
  readonly path: string;
  readonly parameter: Tensor;
  readonly memory: Record<Memory, Storage>;
  readonly steps: Storage;
}

/**
 * What all optimizers do: one update for each parameter that has a gradient, and a state that can be kept.
 *
 * @example
 * class SignDescent extends Optimizer<never> {
 *   protected update({ p, g, rate }: Update<never>): void {
 *     for (let i = 0; i < p.length; i++) p[i] -= rate * Math.sign(g[i]);
 *   }
 * }
 * const weight = tensor([1, -2]);
 * sum(mul(weight, weight)).backward();
 * new SignDescent(new Map([['weight', weight]]), 0.1, []).step();
 * weight; // [0.9, -1.9]
 */
export abstract class Optimizer<Memory extends string = string> {
  /** η. It may be changed between steps. */
  learningRate: number;
  readonly parameters: ReadonlyMap<string, Tensor>;
  private readonly kept: readonly Kept<Memory>[];

  /**
   * @param parameters By path, as `Module.namedParameters` gives them.
   * @param learningRate η.
   * @param memory The names of what is remembered for each number of a parameter.
   * @throws {RangeError} if the learning rate is negative or not a number.
   * @throws {TypeError} if the parameters are no Map.
   */
  constructor(parameters: ReadonlyMap<string, Tensor>, learningRate: number, memory: readonly Memory[]) {
    requireNotNegative(new.target.name, { learningRate });
    requireMap(new.target.name, 'the parameters', parameters, 'namedParameters() of a module gives one');
    this.learningRate = learningRate;
    this.parameters = parameters;
    this.kept = [...parameters].map(([path, parameter]) => ({
      path,
      parameter,
      memory: Object.fromEntries(
        memory.map((name) => [name, allocate(parameter.dtype, parameter.data.length)]),
      ) as Record<Memory, Storage>,
      steps: allocate('float64', 1),
    }));
  }

  /** The equations of the optimizer. */
  protected abstract update(one: Update<Memory>): void;

  /**
   * One step of every parameter, in place. A parameter without a gradient stays as it is.
   *
   * @param factor What a schedule says of this step: the learning rate is multiplied by it.
   * @throws {RangeError} if the learning rate or the factor is negative or not a number; nothing is changed then.
   * @throws {ShapeError} if a gradient has not the shape of its parameter; nothing is changed then.
   */
  step(factor: number = 1): void {
    const { learningRate } = this;
    requireNotNegative('step', { learningRate, factor });
    for (const { path, parameter } of this.kept)
      if (parameter.grad && !sameShape(parameter.grad.shape, parameter.shape))
        throw new ShapeError(
          'step',
          `the gradient of ${path}`,
          formatShape(parameter.shape),
          parameter.grad.shape,
        );
    const rate = learningRate * factor;
    for (const { parameter, memory, steps } of this.kept)
      if (parameter.grad)
        this.update({ p: parameter.data, g: parameter.grad.data, memory, t: ++steps[0], rate });
  }

  /** A copy of what is remembered, by path: "weight.steps", "weight.m" … Options like the learning rate are not in it. */
  stateDict(): Map<string, NDArray> {
    return new Map([...this.state()].map(([path, array]) => [path, { ...array, data: array.data.slice() }]));
  }

  /**
   * Takes over the numbers of a state, in place.
   *
   * @throws {RangeError} if a path is missing or unknown; nothing is changed then.
   * @throws {ShapeError} if a shape differs; nothing is changed then.
   */
  loadStateDict(state: ReadonlyMap<string, NDArray>): void {
    loadState('optimizer', this.state(), state);
  }

  private state(): Map<string, NDArray> {
    const found = new Map<string, NDArray>();
    for (const { path, parameter, memory, steps } of this.kept) {
      found.set(`${path}.steps`, { data: steps, shape: [], dtype: 'float64' });
      for (const [name, data] of Object.entries<Storage>(memory))
        found.set(`${path}.${name}`, { data, shape: parameter.shape, dtype: parameter.dtype });
    }
    return found;
  }
}

/**
 * Forgets the gradients of these parameters, so that the next `backward` starts from nothing.
 *
 * @example
 * const weight = tensor(3);
 * mul(weight, 2).backward();
 * zeroGrad(new Map([['weight', weight]]));
 * weight.grad; // undefined
 */
export function zeroGrad(parameters: ReadonlyMap<string, Tensor>): void {
  for (const parameter of parameters.values()) parameter.grad = undefined;
}
