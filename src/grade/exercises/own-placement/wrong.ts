/** Data: blocks that do not stay calm at depth 48, or only because nothing happens in them. */
import { add } from '../../../autograd/ops/add.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { detach } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import type { BlockFunction } from './harness.js';
import { checkNames } from './names.js';

const { shape, once, say, activations, gradients, own } = checkNames;
type Row = readonly [name: string, caughtBy: string, says: string, candidate: BlockFunction];

const rows: readonly Row[] = [
  [
    'one number for each word',
    shape,
    'Your block gives one number for each word. The next block needs a word as long as before.',
    (x, f, norm) => mean(add(x, f(norm(x))), { axis: -1, keepdims: true }),
  ],
  [
    'the sub-layer left out',
    once,
    'Your block never asks its sub-layer. It is calm, and it computes nothing: f has to be in it.',
    (x, _, norm) => norm(x),
  ],
  [
    'the sub-layer asked twice',
    once,
    'Your block asks its sub-layer twice, so it costs twice as much, and with dropout the two answers differ. Ask once and keep the answer.',
    (x, f, norm, _, L) => add(x, mul(1 / Math.sqrt(L), f(f(norm(x))))),
  ],
  [
    'the branch times 0',
    say,
    'You multiply the branch by 0. A ReZero gate starts so and then learns; your factor stays where it is, and the sub-layers never have a say.',
    (x, f, norm) => add(x, mul(0, f(norm(x)))),
  ],
  [
    'a thousandth of the branch',
    say,
    'A thousandth of each branch is calm, and 48 of them together hardly move the answer. How small may the factor be, if 48 branches are to add up to as much as x?',
    (x, f, norm) => add(x, mul(0.001, f(norm(x)))),
  ],
  [
    'the branch divided by L',
    say,
    'You divide by L. Branches that know nothing of each other add up like √L, not like L: divided by L they end up as a whisper. What is the right power?',
    (x, f, norm, _, L) => add(x, mul(1 / L, f(norm(x)))),
  ],
  [
    'no norm at all',
    activations,
    'x + f(x), and no norm: what f makes louder, the next f makes louder again, until tanh stops it. Here that is at 20; in a network of ReLUs it would not stop.',
    (x, f) => add(x, f(x)),
  ],
  [
    'Pre-LN as it is',
    activations,
    'That is Pre-LN. Each of its 48 branches adds about 4 to the mean square, here where sub-layers are twice as loud: 1 + 48 · 4 is almost 14 squared. What makes the branches softer?',
    (x, f, norm) => add(x, f(norm(x))),
  ],
  [
    'a stream that grows',
    activations,
    'Your stream is multiplied by more than 1 in every block. 1.1 to the power of 48 is 97: either a norm stands behind, or the two factors balance.',
    (x, f, norm) => add(mul(1.1, x), f(norm(x))),
  ],
  [
    'a louder stream without a norm',
    activations,
    'That is DeepNorm’s α without its norm: the stream is multiplied in every block and nothing brings it back.',
    (x, f, _, __, L) => add(mul(Math.sqrt(Math.sqrt(2 * L)), x), f(x)),
  ],
  [
    'Post-LN as it is',
    gradients,
    'That is Post-LN. Activations are calm. On the way back the norm divides by the size of the sum, and the branch brings more than that takes: tanh flattens what is large, and a small change less, so its slope is larger than its size. A few percent a block, and 48 blocks make tens of times of it: the first ones hear most. (With ReLU, as in section 5, slope and size are equal.)',
    (x, f, norm) => norm(add(x, f(x))),
  ],
  [
    'a norm on the branch, and one behind the sum',
    gradients,
    'Stream and branch are equally loud, and the norm weighs them so in every block: half of what comes back goes through tanh, which brings a little more than its share. With the stream louder than the branch, the share would be smaller.',
    (x, f, norm) => norm(add(x, norm(f(x)))),
  ],
  [
    'α on the branch',
    gradients,
    'You make the branch louder and normalize: DeepNorm with its factor on the wrong side (B8). Of x hardly anything is left after a few blocks: what comes back has gone through the sub-layers, and each makes it a little larger.',
    (x, f, norm, _, L) => norm(add(x, mul(Math.sqrt(Math.sqrt(2 * L)), f(x)))),
  ],
  [
    'the norm on the stream as well',
    gradients,
    'You add to the normalized x: the stream goes through the norm in every block, as in Post-LN. Add to x itself.',
    (x, f, norm) => add(norm(x), f(norm(x))),
  ],
  [
    'no stream',
    gradients,
    'There is no road round the sub-layers: what comes back has gone through all of them, and each has made it a little larger. A little, 48 times.',
    (x, f, norm) => f(norm(x)),
  ],
  [
    'both roads at √½',
    gradients,
    'Stream and branch each times √½: activations are calm, and half of what comes back goes through the branch, which makes it a little larger, in every block. Let the stream keep more.',
    (x, f, norm) => mul(Math.SQRT1_2, add(x, f(norm(x)))),
  ],
  [
    'a stream that fades',
    gradients,
    'Your stream is multiplied by a half in every block. What comes back has soon gone through the sub-layers alone, and each changes its size: let the stream keep nearly all of x.',
    (x, f, norm) => add(mul(0.5, x), mul(0.3, f(norm(x)))),
  ],
  [
    'a norm behind the sub-layer alone',
    gradients,
    'You normalize what the sub-layer says, and not what it hears. As x grows, tanh is driven to its limits, where its slope is nearly 0.',
    (x, f, norm) => add(x, norm(f(x))),
  ],
  [
    'the branch divided by l',
    gradients,
    'You divide by the number of the block. The first block speaks 48 times as loud as the last one, and learns so much faster. What would treat them more alike?',
    (x, f, norm, l) => add(x, mul(1 / l, f(norm(x)))),
  ],
  [
    'the branch cut off from the gradient',
    gradients,
    'No gradient gets to the sub-layers: the branch was added as numbers, not as a tensor.',
    (x, f, norm) => add(x, mul(0.1, detach(f(norm(x))))),
  ],
  [
    'the stream cut off from the gradient',
    gradients,
    'No gradient goes down the stream: x was added as numbers, not as a tensor. What comes back has to go through every sub-layer.',
    (x, f, norm) => add(detach(x), mul(0.1, f(norm(x)))),
  ],
  [
    'Peri-LN as it is',
    own,
    'Your block holds. And it is Peri-LN, from section 3: a norm before the sub-layer and one behind it. Now a block that is not among the six.',
    (x, f, norm) => add(x, norm(f(norm(x)))),
  ],
  [
    'Peri-LN with another γ',
    own,
    'Your block holds. And it is Peri-LN: its second norm has a γ, and yours starts at another number than 1. What else keeps a branch from being loud?',
    (x, f, norm) => add(x, mul(0.3, norm(f(norm(x))))),
  ],
  [
    'DeepNorm as it is',
    own,
    'Your block holds, if only just. And it is DeepNorm, from section 7: a louder stream, and the norm behind the sum. Now a block that is not among the six.',
    (x, f, norm, _, L) => norm(add(mul(Math.sqrt(Math.sqrt(2 * L)), x), f(x))),
  ],
  [
    'DeepNorm with another α',
    own,
    'Your block holds. And it is DeepNorm with another α: behind a norm it is all one whether the stream is made louder or the branch softer. What does not need a norm on the stream?',
    (x, f, norm, _, L) => norm(add(x, mul(1 / Math.sqrt(L), f(x)))),
  ],
  [
    'ReZero with another a',
    own,
    'Your block holds. And it is ReZero with a gate that stands open a little: a factor on the branch, and no norm. What if f should hear something else than x?',
    (x, f, _, __, L) => add(x, mul(1 / Math.sqrt(L), f(x))),
  ],
];

/** From shapes to what is new. */
export const wrongBlocks: readonly WrongVersion<BlockFunction>[] = rows.map(
  ([name, caughtBy, says, candidate]) => ({ name, caughtBy, says, candidate }),
);
