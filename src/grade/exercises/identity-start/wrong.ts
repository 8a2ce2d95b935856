/** Data: starts that are no identity, or never leave it, or draw their weights in another size. */
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { filled } from '../../../tensor/ndarray.js';
import { stream } from '../../../tensor/random.js';
import type { Stream } from '../../../tensor/random.js';
import type { WrongVersion } from '../../exercise.js';
import type { BlockParameters, Sizes, Start, StartFunction } from './inputs.js';
import { checkNames } from './names.js';
import { start } from './right.js';

type Change = (right: BlockParameters, sizes: Sizes, random: Stream) => Partial<BlockParameters>;
type Text = readonly [name: string, says: string, change: Change];

/** Right but for what is changed in starts of this kind. */
const changed = (
  kind: Start,
  caughtBy: string,
  versions: readonly Text[],
): readonly WrongVersion<StartFunction>[] =>
  versions.map(([name, says, change]) => ({
    name,
    says,
    caughtBy,
    candidate: (asked, sizes, random) => {
      const right = start(asked, sizes, random);
      return asked === kind ? { ...right, ...change(right, sizes, random) } : right;
    },
  }));

const zeros = ({ shape }: Tensor): Tensor => new Tensor(filled(shape, 0));
const times = (factor: number, { shape, dtype, data }: Tensor): Tensor =>
  new Tensor({ shape, dtype, data: data.map((value) => factor * value) });
const drawn = (random: Stream, { shape }: Tensor, deviation: number): Tensor =>
  new Tensor(random.normals(shape, { deviation }));

const noIdentity = [
  ...changed('rezero', checkNames.rezero, [
    [
      'rezero: the gate starts at 1',
      'Your gate starts at 1, so the branch is wide open: that is an ordinary residual block. ReZero starts shut, at 0.',
      () => ({ gate: tensor(1) }),
    ],
    [
      'rezero: a gate near 0',
      'Your gate starts near 0, not at it. x then comes out nearly as it went in, and the error adds up over the blocks: 0 is what makes it the identity.',
      () => ({ gate: tensor(1e-3) }),
    ],
    [
      'rezero: gates of 1/depth',
      'Your gate starts at 1/depth. That keeps activations calm, but the block is no identity: 0 is asked for.',
      (_, { depth }) => ({ gate: tensor(1 / depth) }),
    ],
  ]),
  ...changed('fixup', checkNames.fixup, [
    [
      'fixup: w2 is drawn',
      'In fixup you draw w2 as well. The branch then says something from the start: the last layer of each branch starts at 0.',
      (right, { hidden }, random) => ({ w2: drawn(random, right.w2, Math.sqrt(1 / hidden)) }),
    ],
    [
      'fixup: w2 very small',
      'In fixup your w2 is small. At 0.001 the block is nearly the identity, and depth makes much of "nearly": start it at 0.',
      (right, _, random) => ({ w2: drawn(random, right.w2, 1e-3) }),
    ],
    [
      'fixup: w2 scaled by depth',
      'In fixup you scale w2 down with the depth and do not start it at 0. The factor depth^(−1/2) belongs to w1, and w2 is 0.',
      (right, { hidden, depth }, random) => ({ w2: drawn(random, right.w2, Math.sqrt(1 / hidden / depth)) }),
    ],
  ]),
];

const neverLearns = [
  ...changed('rezero', checkNames.rezeroLearns, [
    [
      'rezero: w2 is 0 as well',
      'Your gate is 0 and your w2 too. The gate hears from w2, w2 hears through the gate, and both hear nothing: this block stays the identity for ever. One of them has to be open.',
      ({ w2 }) => ({ w2: zeros(w2) }),
    ],
    [
      'rezero: w1 is 0 as well',
      'Your gate is 0 and your w1 too. Nothing comes out of the ReLU, so the gate has nothing to let in, and no gradient gets to w1: draw w1.',
      ({ w1 }) => ({ w1: zeros(w1) }),
    ],
    [
      'rezero: everything is 0',
      'Gate and weights are all 0: no gradient gets anywhere, in this step or in any other.',
      ({ w1, w2 }) => ({ w1: zeros(w1), w2: zeros(w2) }),
    ],
  ]),
  ...changed('fixup', checkNames.fixupLearns, [
    [
      'fixup: the gate is 0 as well',
      'In fixup your w2 is 0 and your gate too. Each hears only through the other, and so neither ever moves: Fixup’s factor starts at 1.',
      () => ({ gate: tensor(0) }),
    ],
    [
      'fixup: w1 is 0 as well',
      'In fixup both weights are 0. w2 hears what comes out of the ReLU, which is 0; w1 hears through w2, which is 0. Only the last layer starts at 0.',
      ({ w1 }) => ({ w1: zeros(w1) }),
    ],
    [
      'fixup: w1 is 0 instead of w2',
      'In fixup you set the first layer to 0, not the last. It is the identity, and it stays so: behind a ReLU of 0 nothing is heard. The last layer can start at 0, since the first one speaks.',
      ({ w1, w2 }, { hidden }, random) => ({
        w1: zeros(w1),
        w2: drawn(random, w2, Math.sqrt(1 / hidden)),
      }),
    ],
  ]),
];

const otherSizes = [
  ...changed('rezero', checkNames.sizes, [
    [
      'rezero: w1 without the 2',
      'Your w1 has the deviation √(1/width). ReLU takes half of the mean square away; the 2 in √(2/width) gives it back.',
      ({ w1 }) => ({ w1: times(Math.SQRT1_2, w1) }),
    ],
    [
      'rezero: the variance for the deviation',
      'Your w1 has the deviation 2/width. That is the variance; its root is asked for.',
      ({ w1 }, { width }) => ({ w1: times(Math.sqrt(2 / width), w1) }),
    ],
    [
      'rezero: w1 by its outputs',
      'Your w1 has the deviation √(2/hidden). What is summed in x · w1 are width numbers: that is what the deviation goes by.',
      ({ w1 }, { width, hidden }) => ({ w1: times(Math.sqrt(width / hidden), w1) }),
    ],
    [
      'rezero: w2 by its outputs',
      'Your w2 has the deviation √(1/width). What is summed behind the ReLU are hidden numbers: √(1/hidden).',
      ({ w2 }, { width, hidden }) => ({ w2: times(Math.sqrt(hidden / width), w2) }),
    ],
    [
      'rezero: the variance of w2 for its deviation',
      'Your w2 has the deviation 1/hidden. That is the variance; its root is asked for, √(1/hidden).',
      ({ w2 }, { hidden }) => ({ w2: times(Math.sqrt(1 / hidden), w2) }),
    ],
    [
      'rezero: the 2 in w2 as well',
      'Your w2 has the deviation √(2/hidden). The 2 stands before the ReLU, in w1, and no second ReLU follows: √(1/hidden).',
      ({ w2 }) => ({ w2: times(Math.SQRT2, w2) }),
    ],
    [
      'rezero: scaled by depth',
      'In rezero you scale w1 down with the depth. That is Fixup’s; ReZero leaves the weights alone, since its gate is shut.',
      ({ w1 }, { depth }) => ({ w1: times(1 / Math.sqrt(depth), w1) }),
    ],
  ]),
  ...changed('fixup', checkNames.sizes, [
    [
      'fixup: depth forgotten',
      'In fixup w1 does not know the depth. When w2 has left 0, all blocks speak at once; the factor depth^(−1/2) keeps their sum calm.',
      ({ w1 }, { depth }) => ({ w1: times(Math.sqrt(depth), w1) }),
    ],
    [
      'fixup: divided by depth',
      'In fixup you divide w1 by the depth. For branches of two layers it is the root: depth^(−1/2).',
      ({ w1 }, { depth }) => ({ w1: times(1 / Math.sqrt(depth), w1) }),
    ],
    [
      'fixup: the variance for the deviation',
      'In fixup your w1 has the deviation 2/width, times depth^(−1/2). Before the factor with the depth stands a variance; its root is asked for, √(2/width).',
      ({ w1 }, { width }) => ({ w1: times(Math.sqrt(2 / width), w1) }),
    ],
    [
      'fixup: the fourth root of depth',
      'In fixup you take depth^(−1/4). The exponent is −1/(2m − 2) for branches of m layers: with m = 2 it is −1/2.',
      ({ w1 }, { depth }) => ({ w1: times(Math.sqrt(Math.sqrt(depth)), w1) }),
    ],
  ]),
];

const others: readonly WrongVersion<StartFunction>[] = [
  {
    name: 'w1 and w2 exchanged',
    says: 'The shapes of w1 and w2 are exchanged. x · w1 takes width numbers to hidden, so w1 is [width, hidden]; w2 brings them back.',
    caughtBy: checkNames.shapes,
    candidate: (kind, sizes, random) => {
      const { w1, w2, gate } = start(kind, sizes, random);
      return { w1: w2, w2: w1, gate };
    },
  },
  {
    name: 'rezero and fixup exchanged',
    says: 'What you give for "rezero" is Fixup, and the other way round. In ReZero the gate is 0 and the weights are drawn; in Fixup the last weights are 0 and the gate is 1.',
    caughtBy: checkNames.sizes,
    candidate: (kind, sizes, random) => start(kind === 'rezero' ? 'fixup' : 'rezero', sizes, random),
  },
  {
    name: 'a stream of its own',
    says: 'You draw from a stream of your own, always the same one: all blocks of a model would start with the same weights. Draw from the stream that you are handed.',
    caughtBy: checkNames.stream,
    candidate: (kind, sizes) => start(kind, sizes, stream('weights', 0)),
  },
];

/** From shapes to streams. */
export const wrongStarts: readonly WrongVersion<StartFunction>[] = [
  ...others,
  ...noIdentity,
  ...neverLearns,
  ...otherSizes,
];
