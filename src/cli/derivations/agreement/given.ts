import { axesOf } from '../../../derive/alphabet.js';
import { name } from '../../../derive/expression.js';
import { evaluate } from '../../../derive/evaluate.js';
import type { Places, Point } from '../../../derive/point.js';
import { ndarray, tensor, Tensor } from '../../../index.js';

/** The numbers at which a derivation and its counterpart are compared, as the library takes them. */
export class Given {
  readonly #point: Point<number>;

  constructor(point: Point<number>) {
    this.#point = point;
  }

  /** A variable as a tensor of its own, so that its gradient is its own as well. */
  tensor(variable: string): Tensor {
    const { alphabet, sizes, values } = this.#point;
    const shape = (axesOf(variable, alphabet) ?? []).map((axis) => sizes[axis]);
    return new Tensor(ndarray(values.get(variable) ?? [], shape));
  }

  number(variable: string): number {
    return this.#point.values.get(variable)?.[0] ?? NaN;
  }

  size(length: string): number {
    return this.#point.sizes[length];
  }

  /** ε; 0 where the derivation has none. */
  get eps(): number {
    return this.#point.values.get('eps')?.[0] ?? 0;
  }

  /** What a definition comes to: where the derivation itself chooses a direction or a cotangent by one. */
  defined(definition: string, at: Places = {}): number {
    return evaluate(name(definition, ...Object.keys(at)), this.#point, at);
  }

  /** A definition of one letter, all entries of it. */
  definedRow(definition: string, letter: string): Tensor {
    const { alphabet, sizes } = this.#point;
    const length = sizes[alphabet.indices.get(letter) ?? ''];
    return tensor(Array.from({ length }, (_, place) => this.defined(definition, { [letter]: place })));
  }
}

/** What the library computes, at each place of the free letters. */
export type Computed = (at: Places) => number;

/** How the last line of a derivation is computed with the library. */
export interface Counterpart {
  readonly compute: (given: Given) => Computed;
  /**
   * Other numbers for variables that the library does not take as they are drawn, given to both sides: a μ that a
   * derivation leaves open is the mean of x there. All entries of a variable with axes, in their order.
   */
  readonly instead?: (given: Given) => Readonly<Record<string, number | ArrayLike<number>>>;
  /** The largest difference that passes, as a share of the largest number, or of 1. */
  readonly tolerance?: number;
  /** Why it may be so large. */
  readonly because?: string;
}
