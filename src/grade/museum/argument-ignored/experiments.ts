import { add, mean, mul, slice, tensor } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { centred, features } from '../layer-norms.js';
import { example } from './layers.js';
import type { Layer } from './layers.js';

const [a, b] = [0, 1].map((seed) => normals('argument', [3, 4], { seed }));
const row = (x: Tensor, n: number): Tensor => slice(x, { axis: 0, start: n, end: n + 1 });
const sameShape = (x: Tensor, y: Tensor): boolean => x.shape.join() === y.shape.join();

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that read all of their argument',
  'refuses the layer that reads a tensor of the notebook',
  'refuses the same bug in other clothes',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'two inputs with one x̂',
    says: 'Your two inputs differ by a shift or a factor, and LayerNorm takes both away: right layers must give them one answer. Take two rows whose x̂ differ.',
    caughtBy: believing,
    candidate: (layer) => !near(layer(a), layer(add(mul(2, a), 1)), 1e-3),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where two different inputs get the same answer. That is the bug: true is for layers that are right.',
    caughtBy: believing,
    candidate: (layer) => near(layer(a), layer(b)),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer does. Does every arrow with braces have its return, and do you compare numbers? Two tensors are never ===, whatever they hold.',
    caughtBy: believing,
    candidate: (layer) => layer(a) === layerNorm({ x: a }),
  },
  {
    name: 'equal to the last bit',
    says: 'You ask for the same numbers to the last bit. Other right layers add and divide in another order, and their last digits are their own: allow 1e-6.',
    caughtBy: believing,
    candidate: (layer) => [a, b].every((x) => near(layer(x), layerNorm({ x }), 0)),
  },
  {
    name: 'one input, asked twice',
    says: 'You ask twice with the same input and compare the two answers. A layer that never reads its input answers the same even more surely. Change the input.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(a), layer(a)),
  },
  {
    name: 'the tensor that it keeps',
    says: 'You ask with the tensor of the notebook, the only one for which a layer that kept it is right. Make up an input of your own.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(example), layerNorm({ x: example })),
  },
  {
    name: 'only the shape',
    says: 'You compare shapes. Numbers can be somebody else’s and have the right shape.',
    caughtBy: refusing,
    candidate: (layer) => sameShape(layer(example), example),
  },
  {
    name: 'only mean 0 and mean square 1',
    says: 'You look whether the answer is normalized. It is: it is the normalized form of something else. What has it to do with your input?',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const y = layer(a);
      const squares = mean(mul(y, y), features).data;
      return near(add(centred(y), 1), add(y, 1)) && squares.every((value) => Math.abs(value - 1) < 1e-2);
    },
  },
  {
    name: 'two shapes',
    says: 'Your two inputs have different shapes, so their answers differ in any case. Take two of one shape.',
    caughtBy: disguises,
    candidate: (layer) => !near(layer(a), layer(tensor([[1, 5, 2]]))) && sameShape(layer(a), a),
  },
  {
    name: 'two answers, no matter whose',
    says: 'You see that two inputs get two answers. A layer that is one call late gives two answers as well, each to the wrong input. Ask a third time with the first input, or compare with what it should be.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const [first, second] = [layer(a), layer(b)];
      return [0, 1, 2].every((n) => !near(row(first, n), row(second, n)));
    },
  },
  {
    name: 'the first row only',
    says: 'You look at the first row of the answer and at no other. The rest of it may follow from nothing.',
    caughtBy: disguises,
    candidate: (layer) => [a, b].every((x) => near(row(layer(x), 0), row(layerNorm({ x }), 0))),
  },
];

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'comparison with the library, twice',
    candidate: (layer) => [a, b].every((x) => near(layer(x), layerNorm({ x }))),
  },
  {
    name: 'two inputs, and the first again',
    candidate: (layer: Layer): boolean => {
      const [first, second, again] = [layer(a), layer(b), layer(a)];
      const other = [first, second].every((y) => !near(row(y, 0), row(y, 1)) && !near(row(y, 0), row(y, 2)));
      return near(first, again) && other && !near(first, second);
    },
  },
  {
    name: 'one row changed at a time',
    candidate: (layer) =>
      [0, 1].every((n) => {
        const change = tensor([0, 1].map((m) => (m === n ? [3, -1, 2] : [0, 0, 0])));
        const [y, z] = [layer(example), layer(add(example, change))];
        return !near(row(y, n), row(z, n)) && near(row(y, 1 - n), row(z, 1 - n));
      }),
  },
  {
    name: 'features in another order',
    candidate: (layer: Layer): boolean => {
      const turned = (x: Tensor): Tensor =>
        tensor(Array.from({ length: 3 }, (_, n) => [...x.data.slice(4 * n, 4 * n + 4)].reverse()));
      const [y, z] = [layer(a), layer(turned(a))];
      const differs = [1, 2].every((n) => !near(row(y, 0), row(y, n)));
      return differs && !near(y, z) && near(turned(y), z);
    },
  },
];
