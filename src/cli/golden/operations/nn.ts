import { crossEntropy, erf, gather, gelu, logSoftmax, softmax, tanh } from '../../../index.js';
import type { CrossEntropyOptions } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, Operation } from './operation.js';

/** The layers and losses of the golden files. */
export const nn: Readonly<Record<string, Operation>> = {
  tanh: { needs: ['x'], attributes: [], k: 4, run: ({ x }) => ({ y: tanh(x) }) },
  erf: { needs: ['x'], attributes: [], k: 4, run: ({ x }) => ({ y: erf(x) }) },
  // Their loops are in float64 and round once, when a number is stored.
  gelu: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: gelu(x) }) },
  gelu_tanh: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: gelu(x, { form: 'tanh' }) }) },
  log_softmax: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: logSoftmax(x) }) },
  softmax: {
    needs: ['x'],
    attributes: [],
    k: 4, // The way back starts from y as it was stored.
    run: ({ x }) => ({ y: softmax(x) }),
  },
  cross_entropy: {
    needs: ['x', 't'],
    attributes: ['reduction', 'ignore_index', 'label_smoothing'],
    k: 1,
    run: ({ x, t }, attributes) => ({ y: crossEntropy({ logits: x, targets: t }, chosen(attributes)) }),
  },
  embedding: { needs: ['w', 't'], attributes: [], k: 4, run: ({ w, t }) => ({ y: gather(w, t) }) },
};

function chosen({ reduction, ignore_index, label_smoothing }: Attributes): CrossEntropyOptions {
  if (reduction !== undefined && reduction !== 'mean' && reduction !== 'sum')
    throw new RangeError(`expected reduction to be "mean" or "sum", got ${JSON.stringify(reduction)}`);
  return {
    ...(reduction && { reduction }),
    ...(ignore_index !== undefined && { ignoreIndex: number('ignore_index', ignore_index) }),
    ...(label_smoothing !== undefined && { labelSmoothing: number('label_smoothing', label_smoothing) }),
  };
}
