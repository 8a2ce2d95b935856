import { slice } from '../../../autograd/ops/slice.js';
import { concat } from '../../../autograd/ops/concat.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { normalize } from '../../../norm/normalize.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import { reordered } from './layers.js';
import type { ChannelsExperiment } from './layers.js';

/** Names of the checks. */
export const names = {
  believing: 'believes layers that treat channels alike',
  own: 'refuses layers with numbers of their own for channels',
  neighbours: 'refuses layers in which it matters who stands beside whom, or in one group',
} as const;

const x = new Tensor(stream('channels', 1).normals([2, 4, 3]));
const near = (a: Tensor, b: Tensor): boolean =>
  a.data.every((value, i) => Math.abs(value - b.data[i]) < 1e-9);

const inOrder =
  (order: readonly number[], axis = 1): ChannelsExperiment =>
  (layer) =>
    near(layer(reordered(x, order, axis)), reordered(layer(x), order, axis));

const everyPair: ChannelsExperiment = (layer) =>
  [0, 1, 2, 3].every((a) =>
    [0, 1, 2, 3].every((b) => inOrder([0, 1, 2, 3].map((c) => (c === a ? b : c === b ? a : c)))(layer)),
  );

const both: ChannelsExperiment = (layer) => inOrder([1, 2, 3, 0])(layer) && inOrder([1, 0, 2, 3])(layer);

const piece = (of: Tensor, start: number, end: number): Tensor => slice(of, { axis: 1, start, end });

const byPieces: ChannelsExperiment = (layer) =>
  [
    (of: Tensor) => [piece(of, 1, 4), piece(of, 0, 1)],
    (of: Tensor) => [piece(of, 1, 2), piece(of, 0, 1), piece(of, 2, 4)],
  ].every((piecesOf) => {
    const moved = (of: Tensor): Tensor => concat(piecesOf(of), { axis: 1 });
    return near(moved(layer(x)), layer(moved(x)));
  });

const threeRandomOrders: ChannelsExperiment = (layer) =>
  [1, 2, 3].every((seed) => inOrder([...stream('orders', seed).permutation(4)])(layer));

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<ChannelsExperiment>[] = [
  { name: 'all one place on, and two exchanged', candidate: both },
  { name: 'every exchange of two', candidate: everyPair },
  { name: 'the same two orders, in pieces', candidate: byPieces },
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
    name: 'compared exactly',
    says: 'You compare to the last digit. A layer that adds up channels rounds otherwise in another order: your order of y is right, so compare the numbers to 1e-9.',
    caughtBy: names.believing,
    candidate: (layer) =>
      layer(reordered(x, [1, 2, 3, 0])).data.join() === reordered(layer(x), [1, 2, 3, 0]).data.join(),
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
    says: 'You reverse the channels. Groups stay together then, and neighbours stay neighbours: take orders that are no mirror: 1, 2, 3, 0, and also two channels exchanged alone.',
    caughtBy: names.neighbours,
    candidate: inOrder([3, 2, 1, 0]),
  },
  {
    name: 'halves exchanged',
    says: 'You exchange the two halves. Who shared a group still does, and even channels stand in even places: move some by an odd number of places, and not all by the same.',
    caughtBy: names.neighbours,
    candidate: inOrder([2, 3, 0, 1]),
  },
  {
    name: 'the first two exchanged',
    says: 'You exchange channels 0 and 1 alone. They are in the same group of GroupNorm: exchange channels of different groups as well.',
    caughtBy: names.neighbours,
    candidate: inOrder([1, 0, 2, 3]),
  },
  {
    name: 'all one place on and no other order',
    says: 'You move all channels by the same number of places. Where every other channel is in one group, those who shared a statistic still share it: exchange channels 0 and 1 alone as well.',
    caughtBy: names.neighbours,
    candidate: inOrder([1, 2, 3, 0]),
  },
];
