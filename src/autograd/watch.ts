import type { Module } from './module.js';
import type { Tensor } from './tensor.js';

/** What a watched module was asked and what it answered. */
export interface Call {
  /** Where the module stands: "blocks.0.attention". */
  readonly path: string;
  readonly module: Module;
  readonly inputs: readonly unknown[];
  readonly output: Tensor;
}

/**
 * Calls `listener` after every forward pass of a module and of everything below it. What they compute is not changed.
 *
 * The tensors are the ones of the graph: after `backward`, their `grad` is there to be read.
 *
 * @returns A function that ends the watch.
 * @example
 * const norm = new LayerNorm(3);
 * const heard: number[] = [];
 * const stop = watch(norm, ({ output }) => heard.push(output.data.length));
 * norm.forward(tensor([[1, 2, 3]])); // [[-1.2247, 0, 1.2247]]
 * stop();
 * heard; // [3]
 */
export function watch(root: Module, listener: (call: Call) => void): () => void {
  const watched = [...root.namedModules()].map(([path, module]) => {
    const own = Object.getOwnPropertyDescriptor(module, 'forward');
    const forward = module.forward.bind(module) as (...inputs: unknown[]) => Tensor;
    const heard = (...inputs: unknown[]): Tensor => {
      const output = forward(...inputs);
      listener({ path, module, inputs, output });
      return output;
    };
    Object.defineProperty(module, 'forward', {
      value: heard,
      configurable: true,
      enumerable: false,
      writable: true,
    });
    return { module, own };
  });
  return () => {
    for (const { module, own } of watched)
      if (own) Object.defineProperty(module, 'forward', own);
      else delete (module as { forward?: unknown }).forward;
  };
}
