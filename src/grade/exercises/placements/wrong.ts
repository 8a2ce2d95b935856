/** Data: blocks that are wrong in the ways people get them wrong; several have been seen in published code. */
import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import { detach } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import type { Pieces, PlaceFunction, Placement } from './inputs.js';
import { checkNames } from './names.js';
import { blocks, place } from './right.js';

type Block = (x: Tensor, pieces: Pieces) => Tensor;
type Text = readonly [name: string, says: string, block: Block];

/** Right in the other four placements. */
const wrongAt = (placement: Placement, versions: readonly Text[]): readonly WrongVersion<PlaceFunction>[] =>
  versions.map(([name, says, block]) => ({
    name,
    says,
    caughtBy: checkNames[placement],
    candidate: (asked, x, pieces) => (asked === placement ? block(x, pieces) : place(asked, x, pieces)),
  }));

const posts = wrongAt('post', [
  [
    'post: the branch alone normalized',
    'In post you normalize what the sub-layer says and leave x as it is. The norm of Post-LN stands behind the sum: everything goes through it.',
    (x, { f, norm }) => add(x, norm(f(x))),
  ],
  [
    'post: in truth pre',
    'Your post is pre: the norm stands before the sub-layer. In Post-LN it stands behind the sum, LN(x + f(x)). A famous lesson has it the same way round: it says the one and computes the other (B7).',
    blocks.pre,
  ],
  [
    'post: no stream',
    'In post x only goes into the sub-layer and is never added. Two roads lead to the norm: f(x), and x itself.',
    (x, { f, norm }) => norm(f(x)),
  ],
  [
    'post: the stream alone normalized',
    'In post you normalize x and add what the sub-layer says afterwards. Add first.',
    (x, { f, norm }) => add(norm(x), f(x)),
  ],
  [
    'post: x once more',
    'In post x is added again behind the norm. It has gone into the sum already.',
    (x, { f, norm }) => add(x, norm(add(x, f(x)))),
  ],
  [
    'post: the other norm',
    'In post you take outputNorm. That one is for Peri-LN, which has two; here norm is meant.',
    (x, { f, outputNorm }) => outputNorm(add(x, f(x))),
  ],
]);

const pres = wrongAt('pre', [
  [
    'pre: the norm on the stream as well',
    'In pre you add to the normalized x. The stream takes x as it came: what makes Pre-LN easy to train is that nothing stands in its way. (PyTorch’s first version of norm_first did the same.)',
    (x, { f, norm }) => add(norm(x), f(norm(x))),
  ],
  [
    'pre: in truth post',
    'Your pre is post: the norm stands behind the sum. In Pre-LN it stands before the sub-layer, on the branch.',
    blocks.post,
  ],
  [
    'pre: the sum normalized too',
    'In pre you normalize before the sub-layer and the sum again. The one norm at the very end of a Pre-LN model belongs to the model, not to its blocks.',
    (x, { f, norm }) => norm(add(x, f(norm(x)))),
  ],
  [
    'pre: behind the sub-layer',
    'In pre you normalize what comes out of the sub-layer. It is what goes in that is normalized.',
    (x, { f, norm }) => add(x, norm(f(x))),
  ],
  ['pre: no stream', 'In pre x is never added: only the branch comes out.', (x, { f, norm }) => f(norm(x))],
]);

const peris = wrongAt('peri', [
  [
    'peri: no norm behind',
    'Your peri is pre: what comes out of the sub-layer is added as loud as it is. Peri-LN normalizes it once more, with a norm of its own.',
    blocks.pre,
  ],
  [
    'peri: no norm before',
    'In peri the sub-layer gets x as it came. Peri-LN normalizes on both sides of it.',
    (x, { f, outputNorm }) => add(x, outputNorm(f(x))),
  ],
  [
    'peri: norms exchanged',
    'In peri the two norms have changed places: norm stands before the sub-layer, outputNorm behind it. Their γ differ.',
    (x, { f, norm, outputNorm }) => add(x, norm(f(outputNorm(x)))),
  ],
  [
    'peri: one norm for both',
    'In peri you use the same norm twice. There are two, each with a γ and a β of its own.',
    (x, { f, norm }) => add(x, norm(f(norm(x)))),
  ],
  [
    'peri: the sum normalized',
    'In peri the second norm stands behind the sum, where the stream goes through it too. It belongs on the branch, before the sum.',
    (x, { f, norm, outputNorm }) => outputNorm(add(x, f(norm(x)))),
  ],
]);

const deepNorms = wrongAt('deepnorm', [
  [
    'deepnorm: α on the branch',
    'You multiply the sub-layer by α: LN(x + α f(x)). DeepNorm makes the stream louder, LN(α x + f(x)), so that each block changes little. This very swap has been public for years, and is B8 of the museum.',
    (x, { f, norm, alpha }) => norm(add(x, mul(alpha, f(x)))),
  ],
  [
    'deepnorm: α on both',
    'You multiply the whole sum by α, and the norm divides it out again: that is post. α belongs to x alone.',
    (x, { f, norm, alpha }) => norm(mul(alpha, add(x, f(x)))),
  ],
  ['deepnorm: no α', 'Your deepnorm is post: α never enters. It multiplies x.', blocks.post],
  [
    'deepnorm: α behind the norm',
    'You multiply what comes out of the norm by α. It multiplies x before the sum, where it decides which of the two roads is louder.',
    (x, { f, norm, alpha }) => mul(alpha, norm(add(x, f(x)))),
  ],
  [
    'deepnorm: a norm before as well',
    'In deepnorm you normalize before the sub-layer. There is one norm, behind the sum.',
    (x, { f, norm, alpha }) => norm(add(mul(alpha, x), f(norm(x)))),
  ],
  [
    'deepnorm: no norm',
    'Your deepnorm has no norm: a stream that is made louder in every block grows without end. LN stands behind the sum.',
    (x, { f, alpha }) => add(mul(alpha, x), f(x)),
  ],
  [
    'deepnorm: α inside the sub-layer',
    'You hand α x to the sub-layer as well. It gets x; only the stream is multiplied.',
    (x, { f, norm, alpha }) => norm(add(mul(alpha, x), f(mul(alpha, x)))),
  ],
]);

const reZeros = wrongAt('rezero', [
  [
    'rezero: the gate on the stream',
    'The gate multiplies x. With a gate at 0 the block would forget its input; what the gate holds back is the branch.',
    (x, { f, gate }) => add(mul(gate, x), f(x)),
  ],
  [
    'rezero: the gate on both',
    'The gate multiplies both roads: at 0 nothing comes out at all. At 0 the block should be the identity.',
    (x, { f, gate }) => mul(gate, add(x, f(x))),
  ],
  ['rezero: no gate', 'Your rezero is x + f(x): the gate never enters.', (x, { f }) => add(x, f(x))],
  [
    'rezero: a norm',
    'In rezero you normalize before the sub-layer. ReZero has no norm: the gate stands in its place.',
    (x, { f, norm, gate }) => add(x, mul(gate, f(norm(x)))),
  ],
  [
    'rezero: gain 1 + gate',
    'You multiply by 1 + gate. At the start the gate is 0 and the branch is shut: the factor is the gate itself.',
    (x, { f, gate }) => add(x, mul(add(1, gate), f(x))),
  ],
  [
    'rezero: α for the gate',
    'You multiply by alpha, which belongs to DeepNorm and is not learned. Here the factor is gate.',
    (x, { f, alpha }) => add(x, mul(alpha, f(x))),
  ],
  [
    'rezero: the gate inside the sub-layer',
    'You multiply what goes into the sub-layer. A sub-layer with a bias still says something at a gate of 0: multiply what comes out.',
    (x, { f, gate }) => add(x, f(mul(gate, x))),
  ],
]);

const behaviours: readonly WrongVersion<PlaceFunction>[] = [
  {
    name: 'the sub-layer asked twice',
    says: 'Your block asks the sub-layer twice. With dropout inside, the two answers differ, and the work is doubled: keep f’s answer in a name.',
    caughtBy: checkNames.once,
    candidate: (placement, x, pieces) => {
      pieces.f(x);
      return place(placement, x, pieces);
    },
  },
  {
    name: 'stream cut off from the gradient',
    says: 'The numbers are right, and no gradient goes down the stream: x was added as numbers, not as a tensor. The direct road is what the stream is for.',
    caughtBy: checkNames.gradients,
    candidate: (placement, x, pieces) =>
      placement === 'pre' ? add(detach(x), pieces.f(pieces.norm(x))) : place(placement, x, pieces),
  },
  {
    name: 'gate taken as a number',
    says: 'The numbers are right, and the gate never learns: gate.data[0] is a number without a past. Multiply by the tensor: mul(gate, …).',
    caughtBy: checkNames.gradients,
    candidate: (placement, x, pieces) =>
      placement === 'rezero' ? add(x, mul(pieces.gate.data[0], pieces.f(x))) : place(placement, x, pieces),
  },
  {
    name: 'argument ignored',
    says: 'Two different inputs got the same answer. Which names stand in the brackets after your function, and which names does its body read?',
    caughtBy: 'reads what it is given',
    candidate: (placement, x, pieces) => place(placement, mul(0, x), pieces),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into what it was given. Whoever called it still needs those numbers: make new ones instead.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (placement, x, pieces) => {
      const y = place(placement, x, pieces);
      x.data.set(y.data);
      return y;
    },
  },
];

/** From Post-LN to what a block does beside. */
export const wrongPlacements: readonly WrongVersion<PlaceFunction>[] = [
  ...posts,
  ...pres,
  ...peris,
  ...deepNorms,
  ...reZeros,
  ...behaviours,
];
