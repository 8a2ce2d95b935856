/** Data: conversions that leave a mean in the stream, lose β, or change what should stay. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { linear } from '../../../nn/linear.js';
import type { WrongVersion } from '../../exercise.js';
import { checkNames } from './names.js';
import { centred, toRMSNorm } from './right.js';
import type { LayerNormTower, LinearNumbers, ToRMSNorm } from './tower.js';
import { but, leavingMeans, ofColumns, writes } from './wrong-writers.js';
import type { Row } from './wrong-writers.js';

const { shapes, plain, same, sizes, alone } = checkNames;

const reads = (
  change: (given: LinearNumbers, beta: Tensor, n: number, tower: LayerNormTower) => LinearNumbers,
): ToRMSNorm =>
  but((_, given) => ({ readers: given.readers.map((one, n) => change(one, given.norms[n].beta, n, given)) }));
const joined = ({ W, b }: LinearNumbers, beta: Tensor): LinearNumbers => ({
  W,
  b: linear({ x: beta, weight: W, bias: b }),
});
const standardized = (t: Tensor): Tensor => {
  const c = centred(t);
  return div(c, sqrt(mean(mul(c, c), { axis: -1, keepdims: true })));
};

/** Three ways to do to the readers what is done to the writers. */
const readersCentred: readonly Row[] = [
  [
    'W of the readers centred as well',
    plain,
    'You have centred the W of the readers as well, as if they wrote to the stream. They read from it, and the norm gives them what it gave before: their W stays, and only their b grows by βW.',
    reads(({ W, b }, beta) => ({ W: centred(W), b: joined({ W, b }, beta).b })),
  ],
  [
    'W of the readers centred before β is moved',
    plain,
    'You have centred the W of the readers, and moved β through the centred one. Readers do not write to the stream: leave W as it is, and move β through that.',
    reads(({ W, b }, beta) => joined({ W: centred(W), b }, beta)),
  ],
  [
    'W and b of the readers centred as well',
    plain,
    'You have treated the readers as you treated the writers, W and b. What reads gets the same numbers as before: nothing is taken off, and βW is added to b.',
    reads(({ W, b }, beta) => joined({ W: centred(W), b: centred(b) }, beta)),
  ],
];

const changingMore: readonly Row[] = [
  [
    'divided by the deviation as well',
    plain,
    'You have divided the rows of the writers by their deviation too. Only the mean is to go: what is left has to be as large as it was.',
    writes(({ W, b }) => ({ W: standardized(W), b: centred(b) })),
  ],
  [
    'γ centred as well',
    plain,
    'You have centred γ. It stands behind the norm, where nothing was subtracted: γ stays as it is.',
    but((right) => ({ norms: right.norms.map(({ gamma }) => ({ gamma: centred(gamma) })) })),
  ],
  [
    'the W of the readers centred over its inputs',
    plain,
    'You have changed the W of the readers. What reads gets the same numbers as before, so its W stays.',
    but((right) => ({ readers: right.readers.map(({ W, b }) => ({ W: ofColumns(W), b })) })),
  ],
  ...readersCentred,
  [
    'β W in place of b',
    plain,
    'The b of your readers are gone: βW joins them, it does not replace them.',
    reads(({ W, b }, beta) => ({ W, b: linear({ x: beta, weight: W, bias: mul(b, 0) }) })),
  ],
];

const losingShift: readonly Row[] = [
  [
    'β lost',
    same,
    'With β = 0 you are right. RMSNorm has no β, so what β did has to be done elsewhere: y W is x̂γW + βW.',
    reads((given) => given),
  ],
  [
    'β of another norm',
    same,
    'Your readers get the β of another norm. Reader n reads through norm n.',
    reads((given, _, n, { norms }) => joined(given, norms[(n + 1) % norms.length].beta)),
  ],
  [
    'β times γ',
    same,
    'You multiply β by γ before W. β is added behind γ, so γ has nothing to do with it.',
    reads((given, beta, n, { norms }) => joined(given, mul(beta, norms[n].gamma))),
  ],
  [
    'β subtracted',
    same,
    'You subtract βW. It is what the reader no longer gets, so it is added to b.',
    reads((given, beta) => joined(given, mul(beta, -1))),
  ],
  [
    'the last β forgotten',
    same,
    'The β of the last norm is lost: the readout reads through a norm, too.',
    reads((given, beta, n, { norms }) => (n === norms.length - 1 ? given : joined(given, beta))),
  ],
  [
    'β centred',
    same,
    'You have taken the mean off β. β does not go to the stream: it goes straight through W.',
    reads((given, beta) => joined(given, centred(beta))),
  ],
  [
    'the sum of β',
    same,
    'You add the sum of β to every b. Each output has weights of its own: βW.',
    reads(({ W, b }, beta) => ({ W, b: add(b, mul(mean(beta), beta.shape[0])) })),
  ],
];

const others: readonly Row[] = [
  [
    'β is still there',
    shapes,
    'Your norms still have a β. RMSNorm has γ alone: { gamma }.',
    but((_, { norms }) => ({ norms })),
  ],
  [
    'a reader is missing',
    shapes,
    'A tower of the same kind is asked for: as many writers, norms and readers as before, and all of their shapes.',
    but((right) => ({ readers: right.readers.slice(1) })),
  ],
  [
    'two blocks only',
    sizes,
    'A deeper tower keeps its β or its means: your code holds a number of blocks. Go over all of them, with map.',
    (given) => {
      const right = toRMSNorm(given);
      return { ...right, readers: right.readers.map((one, n) => (n > 2 ? given.readers[n] : one)) };
    },
  ],
  [
    'written into what was given',
    alone,
    'Your function writes into the tower that it is given, and the model with LayerNorm is gone. Make new tensors: sub, mean and add do.',
    (given) => {
      const right = toRMSNorm(given);
      given.writers.forEach(({ W, b }, n) => {
        W.data.set(right.writers[n].W.data);
        b.data.set(right.writers[n].b.data);
      });
      return { ...right, writers: given.writers };
    },
  ],
];

/** From shapes to what was handed over. */
export const wrongConversions: readonly WrongVersion<ToRMSNorm>[] = [
  ...others,
  ...leavingMeans,
  ...changingMore,
  ...losingShift,
].map(([name, caughtBy, says, candidate]) => ({ name, caughtBy, says, candidate }));
