import { Tensor } from './tensor.js';

/**
 * Something with parameters and a forward pass. Its parameters are the tensors in its own fields, by name.
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
  abstract forward(x: Tensor): Tensor;

  /** Every parameter below this module, keyed by its path: "attention.query.weight". */
  namedParameters(prefix: string = ''): Map<string, Tensor> {
    const found = new Map<string, Tensor>();
    for (const [field, value] of Object.entries(this)) {
      if (value instanceof Tensor) found.set(prefix + field, value);
      if (value instanceof Module)
        for (const [path, parameter] of value.namedParameters(`${prefix}${field}.`))
          found.set(path, parameter);
    }
    return found;
  }
}
