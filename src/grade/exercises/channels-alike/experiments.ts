import { gather } from '../../../autograd/ops/gather.js';
import { slice } from '../../../autograd/ops/slice.js';
import { concat } from '../../../autograd/ops/concat.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { normalize } from '../../../norm/normalize.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { ChannelsExperiment } from './layers.js';

/** Names of the checks. */
export const names = {
  believing: 'believes layers that treat channels alike',
  own: 'refuses layers with numbers of their own for channels',
  neighbours: 'refuses layers in which neighbours matter',
} as const;

const x = new Tensor(stream('channels', 1).normals([2, 4, 3]));
const near = (a: Tensor, b: Tensor): boolean =>
  a.data.every((value, i) => Math.abs(value - b.data[i]) < 1e-9);

/** What stands along an axis, in another order. */
function reordered(of: Tensor, order: readonly number[], axis = 1): Tensor {
  const turn = axis === 1 ? [1, 0, 2] : axis === 2 ? [2, 1, 0] : [0, 1, 2];
  return transpose(gather(transpose(of, turn), tensor([...order])), turn);
}

const inOrder =
  (order: readonly number[], axis = 1): ChannelsExperiment =>
  (layer) =>
    near(layer(reordered(x, order, axis)), reordered(layer(x), order, axis));

const everyPair: ChannelsExperiment = (layer) =>
  [0, 1, 2, 3].every((a) =>
    [0, 1, 2, 3].every((b) => inOrder([0, 1, 2, 3].map((c) => (c === a ? b : c === b ? a : c)))(layer)),
  );

const byPieces: ChannelsExperiment = (layer) => {
  const turned = (of: Tensor): Tensor =>
    concat([slice(of, { axis: 1, start: 1 }), slice(of, { axis: 1, end: 1 })], { axis: 1 });
  return near(turned(layer(x)), layer(turned(x)));
};

const threeRandomOrders: ChannelsExperiment = (layer) =>
  [1, 2, 3].every((seed) => inOrder([...stream('orders', seed).permutation(4)])(layer));

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<ChannelsExperiment>[] = [
  { name: 'all one place on', candidate: inOrder([1, 2, 3, 0]) },
  { name: 'every exchange of two', candidate: everyPair },
  { name: 'the first one to the end, in pieces', candidate: byPieces },
  { name: 'three orders drawn at random', candidate: threeRandomOrders },
];

/** Plausible experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<ChannelsExperiment>[] = [
  {
    name: 'an error with every layer',
    says: 'Your experiment stops with an error at every layer; the last line says which. The layers take three axes, [samples, channels, positions], and give the same three back.',
    caughtBy: names.believing,
    candidate: (layer) => layer(tensor([[1, 2, 0]])).data[0] === 0,
  },
  {
    name: 'y should not move',
    says: 'You say false of every layer. Either you ask that y stays as it was: its channels have to move with those of x, so exchange them in y as well. Or you compare tensors with ===, which asks whether they are one and the same object: compare their numbers, to 1e-9.',
    caughtBy: names.believing,
    candidate: (layer) => near(layer(reordered(x, [1, 2, 3, 0])), layer(x)),
  },
  {
    name: 'verdict the wrong way round',
    says: 'You say true of the layers that treat channels differently, and false of the others. true is for layers that treat them alike.',
    caughtBy: names.believing,
    candidate: (layer) => !inOrder([1, 2, 3, 0])(layer),
  },
  {
    name: 'InstanceNorm and no other',
    says: 'You ask for the numbers of InstanceNorm. Other layers treat channels alike as well: BatchNorm, or ReLU.',
    caughtBy: names.believing,
    candidate: (layer) => near(layer(x), normalize(x, { axes: [2], center: true, scale: 'rms' })),
  },
  {
    name: 'samples exchanged',
    says: 'You exchange samples, axis 0. Channels are axis 1.',
    caughtBy: names.own,
    candidate: inOrder([1, 0], 0),
  },
  {
    name: 'positions exchanged',
    says: 'You exchange positions, the last axis. Channels are axis 1.',
    caughtBy: names.own,
    candidate: inOrder([1, 2, 0], 2),
  },
  {
    name: 'nothing is exchanged',
    says: 'Your experiment believes every layer. Does the order of the channels really change between your two calls?',
    caughtBy: names.own,
    candidate: (layer) => near(layer(x), layer(x)),
  },
  {
    name: 'all channels reversed',
    says: 'You reverse the channels. Groups stay together then, and neighbours stay neighbours: take an order that is no mirror, such as 1, 2, 3, 0.',
    caughtBy: names.neighbours,
    candidate: inOrder([3, 2, 1, 0]),
  },
  {
    name: 'halves exchanged',
    says: 'You exchange the two halves. Who shared a group still does, and even channels stand in even places: move them by an odd number of places.',
    caughtBy: names.neighbours,
    candidate: inOrder([2, 3, 0, 1]),
  },
  {
    name: 'the first two exchanged',
    says: 'You exchange channels 0 and 1 alone. They are in the same group of GroupNorm: exchange channels of different groups as well.',
    caughtBy: names.neighbours,
    candidate: inOrder([1, 0, 2, 3]),
  },
];
