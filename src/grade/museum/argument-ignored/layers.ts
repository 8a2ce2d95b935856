import { slice, tensor } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import { layerNorms } from '../layer-norms.js';

/** A norm of the rows of x, of shape [N, C]. */
export type Layer = (x: Tensor) => Tensor;

/** What stands in the notebook, some cells above the layer. */
export const example: Tensor = tensor([
  [0.2, 0.1, 0.3],
  [0.5, 0.1, 0.1],
]);

/** B1: its argument has another name than the tensor that it reads. */
export const forgetful: Layer = (_input) => layerNorm({ x: example });

/** The right ones, all with ε = 1e-5. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  layerNorms,
  'This layer is right: it reads all of its argument and nothing else. Two inputs may still get one answer, where they share their x̂. Which two did you take?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that reads a tensor of the notebook',
    layer: forgetful,
    says: 'This layer answers with the x̂ of one tensor of its own, whatever it is handed, and your experiment believes it. What would it have to do with an input that you have just made up?',
  },
];

/** Each layer is made afresh for every experiment, since it remembers. */
const remembering = (name: string, says: string, make: () => Layer): Specimen<Layer> => ({
  name,
  says,
  get layer(): Layer {
    return make();
  },
});

/** The same bug in other clothes. */
export const disguised: readonly Specimen<Layer>[] = [
  remembering(
    'a layer that keeps its first answer',
    'This layer reads its first input and answers with it for ever after. The first call finds nothing, and neither do shifts and multiples of the same numbers: ask again, with another x̂.',
    () => {
      let kept: Tensor | undefined;
      return (x) => (kept ??= layerNorm({ x }));
    },
  ),
  remembering(
    'a layer that keeps one answer for each shape',
    'This layer keeps an answer for each shape that it has seen. Two inputs of different shapes look innocent: take two of one shape.',
    () => {
      const kept = new Map<string, Tensor>();
      return (x) => {
        const key = x.shape.join();
        const y = kept.get(key) ?? layerNorm({ x });
        kept.set(key, y);
        return y;
      };
    },
  ),
  remembering(
    'a layer that is one call late',
    'This layer answers each call with the input of the call before. Two inputs do get two answers, each of them somebody else’s: ask what the answer has to do with its own input.',
    () => {
      let before = example;
      return (x) => {
        const y = layerNorm({ x: before });
        before = x;
        return y;
      };
    },
  ),
  {
    name: 'a layer that reads the first row only',
    layer: (x: Tensor): Tensor => {
      const first = layerNorm({ x: slice(x, { axis: 0, start: 0, end: 1 }) });
      return tensor(Array.from({ length: x.shape[0] }, () => [...first.data]));
    },
    says: 'This layer gives every row the answer of the first. Your experiment looks at one row, or changes one: look at all of them.',
  },
];
