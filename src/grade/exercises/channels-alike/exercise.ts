import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { names, rightExperiments, wrongExperiments } from './experiments.js';
import { alike, neighbours, ownNumbers, telling } from './layers.js';
import type { ChannelsExperiment } from './layers.js';

/** E6.4: an experiment that tells layers that treat channels alike. */
export const channelsAlikeExercise: Exercise<ChannelsExperiment> = {
  id: 'E6.4',
  title: 'Are all channels alike?',
  statement:
    'Write an experiment: a function that is handed a layer, calls it on tensors [samples, channels, positions] of your choice (an even number of channels, four at least), and says true if channels in another order come out the same, in that other order, and nothing else changes; false if the layer treats some channel otherwise than another.',
  why: 'One experiment tells GroupNorm from InstanceNorm without reading a line of either, and finds out whether each channel has a γ of its own.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  asks: 'an experiment',
  signature: 'channelsAreAlike(layer: (x: Tensor) => Tensor): boolean',
  hints: [
    'There are two roads: first the new order, then the layer; or first the layer, then the new order. When do they end at the same numbers?',
    'Rows in a new order are gather(rows, tensor([1, 2, 3, 0])). transpose(x, [1, 0, 2]) brings the channels to the front, and the same once more brings them back.',
    'Which order? None is enough alone: reversed, neighbours stay neighbours; exchanged by halves, groups stay together; all one place on, 1, 2, 3, 0, even channels stay with even ones. Take this last one, and also channels 0 and 1 exchanged alone: every other order can be made of the two.',
  ],
  solution: `function channelsAreAlike(layer: (x: Tensor) => Tensor): boolean {
  const x = new Tensor(stream('channels', 1).normals([2, 4, 3])); // [samples, channels, positions]
  return [[1, 2, 3, 0], [1, 0, 2, 3]].every((order) => {
    const moved = (of: Tensor) => transpose(gather(transpose(of, [1, 0, 2]), tensor(order)), [1, 0, 2]);
    const [first, second] = [layer(moved(x)), moved(layer(x))];
    return first.data.every((value, i) => Math.abs(value - second.data[i]) < 1e-9);
  });
}`,
  checks: judges({
    right: { name: names.believing, points: 40, layers: alike },
    wrong: [
      { name: names.own, points: 30, layers: ownNumbers },
      { name: names.neighbours, points: 30, layers: neighbours },
    ],
    telling,
    known: wrongExperiments,
  }),
  wrong: wrongExperiments,
  right: rightExperiments,
};
