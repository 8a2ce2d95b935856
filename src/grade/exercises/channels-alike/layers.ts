import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { gather } from '../../../autograd/ops/gather.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { relu } from '../../../autograd/ops/relu.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sub } from '../../../autograd/ops/sub.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { groupNorm } from '../../../norm/group-norm.js';
import { localResponseNorm } from '../../../norm/local-response-norm.js';
import { normalize } from '../../../norm/normalize.js';
import { formatShape } from '../../../tensor/shape.js';
import type { Experiment, Specimen } from '../../judging.js';

/** A layer that keeps the shape [samples, channels, positions]. */
export type ChannelLayer = (x: Tensor) => Tensor;
/** What is asked for. */
export type ChannelsExperiment = Experiment<ChannelLayer>;

/** @throws {RangeError} unless x has the three axes that every one of these layers is made for. */
function ofChannels(layer: ChannelLayer): ChannelLayer {
  return (x) => {
    if (x.shape.length !== 3)
      throw new RangeError(
        `The layer takes x of shape [samples, channels, positions], three axes, and got ${formatShape(x.shape)}.`,
      );
    return layer(x);
  };
}

const over = (...axes: number[]): ChannelLayer =>
  ofChannels((x) => normalize(x, { axes, center: true, scale: 'rms' }));

/** A number for each place along an axis, as it stands beside x. */
const along = (x: Tensor, axis: number, value: (place: number) => number): Tensor => {
  const places = Array.from({ length: x.shape[axis] }, (_, place) => value(place));
  if (axis === 0) return tensor(places.map((one) => [[one]]));
  return axis === 1 ? tensor(places.map((one) => [one])) : tensor(places);
};
const times = (axis: number, value: (place: number) => number): ChannelLayer =>
  ofChannels((x) => mul(normalize(x, { axes: [2], center: true, scale: 'rms' }), along(x, axis, value)));

/** What stands along an axis, in another order. */
export function reordered(of: Tensor, order: readonly number[], axis = 1): Tensor {
  const turn = axis === 1 ? [1, 0, 2] : axis === 2 ? [2, 1, 0] : [0, 1, 2];
  return transpose(gather(transpose(of, turn), tensor([...order])), turn);
}

const channel = (x: Tensor, c: number): Tensor => slice(x, { axis: 1, start: c, end: c + 1 });
const channels = ({ shape }: Tensor): number[] => Array.from({ length: shape[1] }, (_, c) => c);

const onlyTheFirst = ofChannels((x) => {
  const normalized = normalize(x, { axes: [2], center: true, scale: 'rms' });
  return concat(
    channels(x).map((c) => channel(c === 0 ? normalized : x, c)),
    { axis: 1 },
  );
});

/** Groups of channels that do not stand side by side: those for which `groupOf` gives the same number. */
const inGroups = (groups: number, groupOf: (c: number, C: number) => number): ChannelLayer =>
  ofChannels((x) => {
    const order = channels(x).sort((a, b) => groupOf(a, x.shape[1]) - groupOf(b, x.shape[1]));
    const back = order.map((_, c) => order.indexOf(c));
    return reordered(groupNorm({ x: reordered(x, order) }, { groups }), back);
  });

const lessTheNext = ofChannels((x) =>
  sub(
    x,
    reordered(
      x,
      channels(x).map((c) => (c + 1) % x.shape[1]),
    ),
  ),
);

const fair =
  'In this layer no channel is treated otherwise than another: exchange channels of x, and the same channels of y are exchanged, up to rounding. Do you compare with y in the new order, and not with y as it was? And to 1e-9, not to the last digit?';

/** Layers that know channels only by their numbers. */
export const alike: readonly Specimen<ChannelLayer>[] = [
  { name: 'InstanceNorm', layer: over(2), says: fair },
  { name: 'BatchNorm', layer: over(0, 2), says: fair },
  { name: 'LayerNorm of a whole sample', layer: over(1, 2), says: fair },
  { name: 'positional normalization', layer: over(1), says: fair },
  { name: 'ReLU', layer: ofChannels(relu), says: fair },
  {
    name: 'InstanceNorm with one γ and one β for all',
    layer: ofChannels((x) => add(mul(over(2)(x), 3), 1)),
    says: fair,
  },
  {
    name: 'x plus the mean of its channels',
    layer: ofChannels((x) => add(x, mean(x, { axis: 1, keepdims: true }))),
    says: fair,
  },
];

/** Layers with a number of its own for each channel. */
export const ownNumbers: readonly Specimen<ChannelLayer>[] = [
  {
    name: 'InstanceNorm with a γ for each channel',
    layer: times(1, (c) => 1 + c),
    says: 'Here each channel has a γ of its own: channel 0 in another place is multiplied by another number. Is it the channels that you exchange, axis 1?',
  },
  {
    name: 'a norm of the first channel alone',
    layer: onlyTheFirst,
    says: 'Here the first channel is normalized and the others are not. Let the first one move to another place.',
  },
];

/** Layers in which neighbours matter. */
export const neighbours: readonly Specimen<ChannelLayer>[] = [
  {
    name: 'one γ for even channels, one for odd ones',
    layer: times(1, (c) => 1 + (c % 2)),
    says: 'Here even channels have one γ and odd ones another. In your new order every even channel stands in an even place: move some by an odd number of places.',
  },
  {
    name: 'GroupNorm of two groups',
    layer: ofChannels((x) => groupNorm({ x }, { groups: 2 })),
    says: 'Here the first half of the channels is one group. In your new order those who shared a statistic still share it: choose an order that parts neighbours.',
  },
  {
    name: 'local response normalization',
    layer: ofChannels((x) => localResponseNorm({ x }, { size: 3, alpha: 1, beta: 0.75, k: 1 })),
    says: 'Here each channel looks at its two neighbours. In your new order neighbours are still neighbours: choose an order that parts them.',
  },
  {
    name: 'a norm of the even channels and one of the odd ones',
    layer: inGroups(2, (c) => c % 2),
    says: 'Here the even channels are one group and the odd ones another. In your new order those who shared a statistic still share it: exchange channels 0 and 1 alone as well.',
  },
  {
    name: 'a norm of the outer channels and one of the inner ones',
    layer: inGroups(2, (c, C) => (4 * c < C || 4 * c >= 3 * C ? 0 : 1)),
    says: 'Here the channels at both ends are one group and those in the middle another. In your new order those who shared a statistic still share it: exchange channels 0 and 1 alone as well.',
  },
  {
    name: 'each channel less the next, the last less the first',
    layer: lessTheNext,
    says: 'Here each channel looks at the next one, and the last one at the first. In your new order each is still followed by the same one: exchange two channels alone as well.',
  },
];

/** Layers on which wrong experiments differ that say the same of the others. */
export const telling: readonly Specimen<ChannelLayer>[] = [
  { name: 'a factor for each sample', layer: times(0, (n) => 1 + n), says: fair },
  { name: 'a factor for each position', layer: times(2, (t) => 1 + t), says: fair },
];
