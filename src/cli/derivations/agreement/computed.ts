/** What the library computes, laid out by the free letters of a derivation. */
import { gradient, matmul, mul, reshape, sub, sum, zerosLike, Tensor } from '../../../index.js';
import type { Computed, Counterpart, Given } from './given.js';

/** The free letters that the axes of an array stand for, in their order. */
type Letters = readonly [string, ...string[]];

/** An entry of an array whose last axes are these letters; the axes before them hold one entry each. */
export function entry({ data, shape }: Tensor, ...letters: Letters): Computed {
  const lengths = shape.slice(shape.length - letters.length);
  return (at) => data[letters.reduce((place, letter, axis) => place * lengths[axis] + at[letter], 0)];
}

/** A single number. */
export const number =
  (value: number): Computed =>
  () =>
    value;

export const square = (of: Tensor): Tensor => mul(of, of);
export const total = (of: Tensor): number => sum(of).data[0];
export const meanOf = (of: Tensor): number => total(of) / of.data.length;
export const varianceOf = (of: Tensor): number => meanOf(square(sub(of, meanOf(of))));

/** ∂f(x)/∂x: the axes of f(x), then those of x. Each row is what a one-hot cotangent brings back. */
function jacobianOf(f: (x: Tensor) => Tensor, x: Tensor): Tensor {
  const y = f(x);
  const J = new Float64Array(y.data.length * x.data.length);
  y.data.forEach((_, a) => {
    const unit = zerosLike(y);
    unit.data[a] = 1;
    J.set(gradient(y, [x], { dy: new Tensor(unit) })[0].data, a * x.data.length);
  });
  return new Tensor({ data: J, shape: [...y.shape, ...x.shape], dtype: 'float64' });
}

/** A matrix times a vector. */
export function times(J: Tensor, vector: Tensor): Tensor {
  const { length } = vector.data;
  return reshape(matmul(J, reshape(vector, [length, 1])), J.shape.slice(0, 1));
}

type Inputs = Readonly<Record<string, Tensor>>;
/** How the last line of a derivation is computed. */
export type Compute = Counterpart['compute'];

/** A function of the library, called with variables of a derivation. */
export class Called {
  readonly #inputs: readonly string[];
  readonly #call: (inputs: Inputs, given: Given) => Tensor;
  readonly #dy: string;

  /**
   * @param inputs The variables it takes.
   * @param call The call; what it gives has the axes that the derivation gives it.
   * @param dy What the derivation calls the cotangent.
   */
  constructor(
    inputs: readonly string[],
    call: (inputs: Inputs, given: Given) => Tensor,
    { dy = 'dy' }: { readonly dy?: string } = {},
  ) {
    [this.#inputs, this.#call, this.#dy] = [inputs, call, dy];
  }

  /** What it gives. */
  value(...letters: Letters): Compute {
    return (given) => entry(this.#of(given).y, ...letters);
  }

  /** What a variable gets back. */
  gradient(by: string, ...letters: Letters): Compute {
    return (given) => entry(this.gradientAt(given, by), ...letters);
  }

  gradientAt(given: Given, by: string): Tensor {
    const { y, inputs } = this.#of(given);
    return gradient(y, [inputs[by]], { dy: given.tensor(this.#dy) })[0];
  }

  /** How its entries answer to those of a variable: the letters of both. */
  jacobian(by: string, ...letters: Letters): Compute {
    return (given) => entry(this.jacobianAt(given, by), ...letters);
  }

  jacobianAt(given: Given, by: string): Tensor {
    const { inputs } = this.#of(given);
    return jacobianOf((x) => this.#call({ ...inputs, [by]: x }, given), inputs[by]);
  }

  /** The gradient of ⟨w, dx⟩: the way back through the way back. */
  second(by: string, ...letters: Letters): Compute {
    return (given) => {
      const { y, inputs } = this.#of(given);
      const all: Inputs = { ...inputs, dy: given.tensor(this.#dy) };
      // ⟨y, dy⟩ and not y with the cotangent dy: a cotangent is no input that could be differentiated by.
      const [dx] = gradient(sum(mul(y, all.dy)), [all.x], { createGraph: true });
      return entry(gradient(dx, [all[by]], { dy: given.tensor('w') })[0], ...letters);
    };
  }

  #of(given: Given): { readonly y: Tensor; readonly inputs: Inputs } {
    const inputs = Object.fromEntries(this.#inputs.map((name) => [name, given.tensor(name)]));
    return { y: this.#call(inputs, given), inputs };
  }
}

/** Counterparts that need no more than how they are computed. */
export function counterpartsOf(
  computed: Readonly<Record<string, Compute>>,
): Readonly<Record<string, Counterpart>> {
  return Object.fromEntries(Object.entries(computed).map(([name, compute]) => [name, { compute }]));
}
