import type { NDArray } from '../tensor/ndarray.js';
import { loadState } from './state.js';
import { Tensor } from './tensor.js';

/**
 * Something with parameters and a forward pass.
 *
 * What it consists of is read from its own fields: a tensor is a parameter, an array that is no tensor is a buffer
 * (numbers that are kept but not trained, like running statistics), a module or a list of modules are its parts.
 *
 * @example
 * class Scale extends Module {
 *   readonly weight: Tensor = tensor(2);
 *   forward(x: Tensor): Tensor {
 *     return mul(x, this.weight);
 *   }
 * }
 * new Scale().forward(tensor([1, 3])); // [2, 6]
 * [...new Scale().namedParameters().keys()]; // ['weight']
 */
export abstract class Module {
  /** Whether it behaves as in training: dropout drops, BatchNorm uses the batch. See `train` and `evaluate`. */
  training: boolean = true;

  abstract forward(...inputs: never[]): Tensor;

  /** Its parts by the name of their field; the modules of a list are named "blocks.0", "blocks.1" … */
  children(): Map<string, Module> {
    const found = new Map<string, Module>();
    for (const [field, value] of Object.entries(this) as [string, unknown][]) {
      if (value instanceof Module) found.set(field, value);
      if (Array.isArray(value))
        value.forEach((part, i) => part instanceof Module && found.set(`${field}.${i}`, part));
    }
    return found;
  }

  /** This module and everything below it, by path; its own path is ''. */
  namedModules(prefix: string = ''): Map<string, Module> {
    const found = new Map<string, Module>([[prefix, this]]);
    for (const [field, part] of this.children())
      for (const [path, module] of part.namedModules(prefix === '' ? field : `${prefix}.${field}`))
        found.set(path, module);
    return found;
  }

  /** Every parameter below this module, keyed by its path: "attention.query.weight". */
  namedParameters(prefix: string = ''): Map<string, Tensor> {
    return this.collected(prefix, (value): value is Tensor => value instanceof Tensor);
  }

  /** Every buffer below this module, keyed by its path: "norm.runningMean". */
  namedBuffers(prefix: string = ''): Map<string, NDArray> {
    return this.collected(prefix, isBuffer);
  }

  /** Behave as in training, with everything below. */
  train(training: boolean = true): this {
    for (const module of this.namedModules().values()) module.training = training;
    return this;
  }

  /** Behave as in use: no dropout, BatchNorm with its running statistics. */
  evaluate(): this {
    return this.train(false);
  }

  /** A copy of all parameters and buffers by path. */
  stateDict(): Map<string, NDArray> {
    return new Map(
      [...this.state()].map(([path, { data, shape, dtype }]) => [path, { data: data.slice(), shape, dtype }]),
    );
  }

  /**
   * Takes over the numbers of a state, in place.
   *
   * @throws {RangeError} if a path is missing or unknown; nothing is changed then.
   * @throws {ShapeError} if a shape differs, saying so where it is that of the transpose; nothing is changed then.
   */
  loadStateDict(state: ReadonlyMap<string, NDArray>): void {
    loadState('module', this.state(), state, {
      unknown: 'Are these names of PyTorch? loadPyTorch reads them',
      transposed: 'It looks transposed: loadPyTorch turns what PyTorch keeps the other way round',
    });
    for (const module of this.namedModules().values()) module.loaded();
  }

  /** Called when a state has been taken over. */
  protected loaded(): void {
    // For those that have to know.
  }

  private state(): Map<string, NDArray> {
    return new Map<string, NDArray>([...this.namedParameters(), ...this.namedBuffers()]);
  }

  private collected<T>(prefix: string, is: (value: unknown) => value is T): Map<string, T> {
    const found = new Map<string, T>();
    for (const [field, value] of Object.entries(this) as [string, unknown][]) {
      if (is(value)) found.set(prefix + field, value);
      const parts = Array.isArray(value)
        ? value.map((part: unknown, i) => [`${field}.${i}`, part] as const)
        : [[field, value] as const];
      for (const [name, part] of parts)
        if (part instanceof Module)
          for (const [path, one] of part.collected(`${prefix}${name}.`, is)) found.set(path, one);
    }
    return found;
  }
}

/** A module from one tensor to one tensor: what can stand in a chain. */
export type Layer = Module & { forward(x: Tensor): Tensor };

function isBuffer(value: unknown): value is NDArray {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Tensor) &&
    'data' in value &&
    'shape' in value &&
    'dtype' in value
  );
}
