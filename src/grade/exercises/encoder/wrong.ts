/** Data: encoders that are wrong in the ways people get them wrong; several have been seen in published code. */
import { add } from '../../../autograd/ops/add.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import { detach } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import type { EncodeFunction, LayerPieces, Order } from './inputs.js';
import { checkNames } from './names.js';
import { encode } from './right.js';

type LayerFunction = (x: Tensor, pieces: LayerPieces) => Tensor;
type Text = readonly [name: string, says: string, layer: LayerFunction];

/** Right but for the layers of one order. */
const wrongAt = (order: Order, versions: readonly Text[]): readonly WrongVersion<EncodeFunction>[] =>
  versions.map(([name, says, layer]) => ({
    name,
    says,
    caughtBy: checkNames[order],
    candidate: (x, layers, asked, finalNorm) =>
      asked === order
        ? encode(layers.reduce(layer, x), [], asked, finalNorm)
        : encode(x, layers, asked, finalNorm),
  }));

const posts = wrongAt('post', [
  [
    'post: dropout behind the sum',
    'In post you drop from the sum, the stream included. Dropout belongs to the branch: norm1(add(x, dropout(attention(x)))).',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = norm1(dropout(add(x, attention(x))));
      return norm2(dropout(add(y, feedForward(y))));
    },
  ],
  [
    'post: dropout behind the norm',
    'In post dropout stands behind the norm, so what the next sub-layer hears is no longer normalized. It belongs on the branch, before the sum.',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = dropout(norm1(add(x, attention(x))));
      return dropout(norm2(add(y, feedForward(y))));
    },
  ],
  [
    'post: no dropout',
    'In post dropout is never called. It goes over what each of the two sub-layers says, before the sum: norm1(add(x, dropout(attention(x)))).',
    (x, pieces) => encode(x, [{ ...pieces, dropout: (t) => t }], 'post', (t) => t),
  ],
  [
    'post: dropout on attention alone',
    'In post only what attention says goes through dropout. The feed-forward is a sub-layer as well: norm2(add(y, dropout(feedForward(y)))).',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = norm1(add(x, dropout(attention(x))));
      return norm2(add(y, feedForward(y)));
    },
  ],
  [
    'post: dropout on the feed-forward alone',
    'In post only what the feed-forward says goes through dropout. Attention is a sub-layer as well: norm1(add(x, dropout(attention(x)))).',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = norm1(add(x, attention(x)));
      return norm2(add(y, dropout(feedForward(y))));
    },
  ],
  [
    'post: one norm for both sub-layers',
    'In post both sub-layers share norm1. There are two norms, and each learns a γ and a β of its own.',
    (x, { attention, feedForward, norm1, dropout }) => {
      const y = norm1(add(x, dropout(attention(x))));
      return norm1(add(y, dropout(feedForward(y))));
    },
  ],
  [
    'post: norms exchanged',
    'In post the two norms have changed places: norm1 stands behind attention, norm2 behind the feed-forward.',
    (x, pieces) => encode(x, [{ ...pieces, norm1: pieces.norm2, norm2: pieces.norm1 }], 'post', (t) => t),
  ],
  [
    'post: in truth pre',
    'Your post is pre: the norms stand before the sub-layers. In the paper of 2017 they stand behind the sums.',
    (x, pieces) => encode(x, [pieces], 'pre', (t) => t),
  ],
  [
    'post: feed-forward first',
    'In post the feed-forward comes before attention. It is the other way round.',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = norm1(add(x, dropout(feedForward(x))));
      return norm2(add(y, dropout(attention(y))));
    },
  ],
  [
    'post: no residual round the feed-forward',
    'In post what attention has said is lost: the feed-forward has a residual connection, too.',
    (x, { attention, feedForward, norm1, norm2, dropout }) =>
      norm2(dropout(feedForward(norm1(add(x, dropout(attention(x))))))),
  ],
  [
    'post: one norm at the end of the layer',
    'In post the sum behind attention is not normalized. Every sub-layer has its add and its norm.',
    (x, { attention, feedForward, norm2, dropout }) => {
      const y = add(x, dropout(attention(x)));
      return norm2(add(y, dropout(feedForward(y))));
    },
  ],
]);

const pres = wrongAt('pre', [
  [
    'pre: the norm on the stream as well',
    'In pre you add to the normalized x: x = norm(x) has overwritten the stream. PyTorch’s first norm_first did this (issue #61165). Keep x, and give norm1(x) to attention alone.',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const a = norm1(x);
      const b = norm2(add(a, dropout(attention(a))));
      return add(b, dropout(feedForward(b)));
    },
  ],
  [
    'pre: one norm for both sub-layers',
    'In pre both sub-layers share norm1. There are two norms, and each learns a γ and a β of its own.',
    (x, pieces) => encode(x, [{ ...pieces, norm2: pieces.norm1 }], 'pre', (t) => t),
  ],
  [
    'pre: statistics over the words',
    'In pre each feature is normalized over the words of its sentence. A norm looks at one word alone: along the last axis.',
    (x, pieces) => {
      const along =
        (norm: (t: Tensor) => Tensor) =>
        (t: Tensor): Tensor => {
          const axes = t.shape.map((_, i) => i);
          const [last, before] = [axes.pop() ?? 0, axes.pop() ?? 0];
          const turned = [...axes, last, before];
          return transpose(norm(transpose(t, turned)), turned);
        };
      const turned = { ...pieces, norm1: along(pieces.norm1), norm2: along(pieces.norm2) };
      return encode(x, [turned], 'pre', (t) => t);
    },
  ],
  [
    'pre: dropout before the sub-layer',
    'In pre dropout stands before the sub-layer. It drops from what the sub-layer says, on its way to the sum.',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = add(x, attention(dropout(norm1(x))));
      return add(y, feedForward(dropout(norm2(y))));
    },
  ],
  [
    'pre: dropout on the stream',
    'In pre you drop from the sum, the stream included: what is dropped there is gone for all layers above.',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = dropout(add(x, attention(norm1(x))));
      return dropout(add(y, feedForward(norm2(y))));
    },
  ],
  [
    'pre: no dropout',
    'In pre dropout is never called. It stands on both branches, behind the sub-layer.',
    (x, pieces) => encode(x, [{ ...pieces, dropout: (t) => t }], 'pre', (t) => t),
  ],
  [
    'pre: dropout on attention alone',
    'In pre only what attention says goes through dropout. The feed-forward has a branch as well: add(y, dropout(feedForward(norm2(y)))).',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = add(x, dropout(attention(norm1(x))));
      return add(y, feedForward(norm2(y)));
    },
  ],
  [
    'pre: dropout on the feed-forward alone',
    'In pre only what the feed-forward says goes through dropout. Attention has a branch as well: add(x, dropout(attention(norm1(x)))).',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = add(x, attention(norm1(x)));
      return add(y, dropout(feedForward(norm2(y))));
    },
  ],
  [
    'pre: in truth post',
    'Your pre is post: the norms stand behind the sums.',
    (x, pieces) => encode(x, [pieces], 'post', (t) => t),
  ],
  [
    'pre: feed-forward not normalized',
    'In pre the feed-forward gets the bare stream: norm2 is missing before it.',
    (x, { attention, feedForward, norm1, dropout }) => {
      const y = add(x, dropout(attention(norm1(x))));
      return add(y, dropout(feedForward(y)));
    },
  ],
  [
    'pre: the second sum from below',
    'In pre the second sum adds to the x from below, not to what attention has left: its answer gets lost.',
    (x, { attention, feedForward, norm1, norm2, dropout }) => {
      const y = add(x, dropout(attention(norm1(x))));
      return add(x, dropout(feedForward(norm2(y))));
    },
  ],
  [
    'pre: both sub-layers at once',
    'In pre attention and feed-forward hear the same x, and both are added. Parallel layers exist, and are another model: here the feed-forward hears what attention has left.',
    (x, { attention, feedForward, norm1, norm2, dropout }) =>
      add(add(x, dropout(attention(norm1(x)))), dropout(feedForward(norm2(x)))),
  ],
]);

const wholes: readonly WrongVersion<EncodeFunction>[] = [
  {
    name: 'only the first layer',
    says: 'Only the first layer is ever used. Go through all of them: what one gives is what the next one takes.',
    caughtBy: checkNames.more,
    candidate: (x, layers, order, finalNorm) => encode(x, layers.slice(0, 1), order, finalNorm),
  },
  {
    name: 'layers from the top down',
    says: 'Your layers run from the last to the first. The first of the list is next to the words.',
    caughtBy: checkNames.more,
    candidate: (x, layers, order, finalNorm) => encode(x, [...layers].reverse(), order, finalNorm),
  },
  {
    name: 'the first layer again and again',
    says: 'You go through the first layer as often as there are layers. Each has sub-layers and norms of its own.',
    caughtBy: checkNames.more,
    candidate: (x, layers, order, finalNorm) =>
      encode(
        x,
        layers.map(() => layers[0]),
        order,
        finalNorm,
      ),
  },
  {
    name: 'every layer from the words',
    says: 'Every layer gets the words again, and only the last one’s answer remains. What one layer gives is what the next one takes.',
    caughtBy: checkNames.more,
    candidate: (x, layers, order, finalNorm) => encode(x, layers.slice(-1), order, finalNorm),
  },
  {
    name: 'no final norm',
    says: 'In pre the bare stream comes out, which has grown in every layer and which nothing has normalized: finalNorm is missing at the end.',
    caughtBy: checkNames.final,
    candidate: (x, layers, order) => encode(x, layers, order, (t) => t),
  },
  {
    name: 'a final norm in post as well',
    says: 'In post the last thing that happens is a norm already. finalNorm is for pre.',
    caughtBy: checkNames.final,
    candidate: (x, layers, order, finalNorm) =>
      order === 'pre' ? encode(x, layers, order, finalNorm) : finalNorm(encode(x, layers, order, (t) => t)),
  },
  {
    name: 'the final norm behind every layer',
    says: 'finalNorm stands behind every layer. It belongs to the end of the model, once.',
    caughtBy: checkNames.final,
    candidate: (x, layers, order, finalNorm) =>
      layers.reduce((y, one) => encode(y, [one], order, finalNorm), x),
  },
  {
    name: 'stream cut off from the gradient',
    says: 'The numbers are right, and no gradient goes down the stream: x was added as numbers, not as a tensor.',
    caughtBy: checkNames.gradients,
    candidate: (x, layers, order, finalNorm) =>
      order === 'pre'
        ? encode(
            layers.reduce((y, { attention, feedForward, norm1, norm2, dropout }) => {
              const z = add(detach(y), dropout(attention(norm1(y))));
              return add(z, dropout(feedForward(norm2(z))));
            }, x),
            [],
            order,
            finalNorm,
          )
        : encode(x, layers, order, finalNorm),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into what it was given. Whoever called it still needs those numbers: make new ones instead.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (x, layers, order, finalNorm) => {
      const y = encode(x, layers, order, finalNorm);
      x.data.set(y.data);
      return y;
    },
  },
];

/** From one layer of Post-LN to what an encoder does beside. */
export const wrongEncoders: readonly WrongVersion<EncodeFunction>[] = [...posts, ...pres, ...wholes];
