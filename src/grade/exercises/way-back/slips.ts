/** Data of two exercises: slips that the ways back through LayerNorm and through RMSNorm have in common. */
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import { bracket, rowMean, rowsBack } from './pieces.js';
import type { Pieces, RowsBack } from './pieces.js';

/** The names of the checks that both exercises have. */
export const checkNames = {
  reads: 'reads what it is given',
  word: 'is right for one word',
  words: 'keeps the words apart',
  shapes: 'works for every shape and ε',
  alone: 'leaves its inputs as they were',
} as const;

/** What to say where a mean has lost its axis. */
export const keepdimsMissing = {
  name: 'keepdims missing',
  says: 'Your means have shape [N]; beside [N, C] they are taken for a row. With keepdims: true they have shape [N, 1], one number beside each word.',
} as const;

const outside = tensor([[4, 1, -1, -2, 3]]);
const features = { axis: -1, keepdims: true } as const;

/** @param right The pieces of the right way back; each slip exchanges some of them. */
export function slips(right: Pieces): readonly WrongVersion<RowsBack>[] {
  const changed = (pieces: Partial<Pieces>): RowsBack => rowsBack({ ...right, ...pieces });
  return [
    ...ofTheLastTerm(changed),
    ...ofItsMean(changed),
    ...ofTheFactor(changed),
    ...ofAllMeans(changed),
    ...ofTheWords(changed),
    ...ofConduct(changed),
  ];
}

type Changed = (pieces: Partial<Pieces>) => RowsBack;

const ofTheLastTerm = (changed: Changed): readonly WrongVersion<RowsBack>[] => [
  {
    name: 'the last sign',
    says: 'You add the term with x̂. r falls where the numbers of a word grow, so what comes through it is taken away.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat, over) => mul(-1, mul(xhat, over(mul(g, xhat)))) }),
  },
  {
    name: 'a product where a mean belongs',
    says: 'In your last term every number meets only itself, g ⊙ x̂ ⊙ x̂. r joins all numbers of a word: first the mean of g ⊙ x̂, then times x̂.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat) => mul(xhat, mul(g, xhat)) }),
  },
  {
    name: 'x̂ missing beside the last mean',
    says: 'You take off mean(g ⊙ x̂), the same number for every feature. Through r each feature hears in proportion to its own x̂.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat, over) => over(mul(g, xhat)) }),
  },
  {
    name: 'g in place of x̂',
    says: 'Your last term is g times a mean. What is taken off lies along x̂, not along g.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat, over) => mul(g, over(mul(g, xhat))) }),
  },
];

const ofItsMean = (changed: Changed): readonly WrongVersion<RowsBack>[] => [
  {
    name: 'g missing from the last mean',
    says: 'Your last mean is that of x̂ ⊙ x̂: it does not know the loss. What arrives at r is made of g and x̂ together.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (_, xhat, over) => mul(xhat, over(mul(xhat, xhat))) }),
  },
  {
    name: 'half of the last term',
    says: 'A half stands before your last term. It came from the root, and the 2 of the square has taken it away.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat, over) => mul(0.5, mul(xhat, over(mul(g, xhat)))) }),
  },
  {
    name: 'a mean divided by C once more',
    says: 'Your last mean is divided by C a second time. mean has divided already.',
    caughtBy: checkNames.word,
    candidate: changed({
      along: (g, xhat, over) => mul(xhat, div(over(mul(g, xhat)), xhat.shape[1])),
    }),
  },
];

const ofTheFactor = (changed: Changed): readonly WrongVersion<RowsBack>[] => [
  {
    name: 'r missing',
    says: 'The bracket is right; it still has to be multiplied by r. Without it every word asks for moves of the size of x̂, not of x.',
    caughtBy: checkNames.word,
    candidate: changed({ join: bracket }),
  },
  {
    name: 'r squared',
    says: 'r stands in front of your bracket twice. x became x̂ by one division, and one comes back.',
    caughtBy: checkNames.word,
    candidate: changed({ join: (known) => mul(mul(known.rstd, known.rstd), bracket(known)) }),
  },
  {
    name: 'divided by r',
    says: 'You divide the bracket by rstd. On the way forward rstd multiplied, and so it does on the way back.',
    caughtBy: checkNames.word,
    candidate: changed({ join: (known) => div(bracket(known), known.rstd) }),
  },
  {
    name: 'r on the first term only',
    says: 'r multiplies g alone; all that is taken off stands outside. r belongs before the whole bracket.',
    caughtBy: checkNames.word,
    candidate: changed({ join: ({ g, rstd, level, along }) => sub(sub(mul(rstd, g), level), along) }),
  },
  {
    name: 'x̂ taken for c',
    says: 'Your last term has the factor r³. That belongs to the numbers that r has not multiplied yet; with x̂ two of the three r are inside x̂ already.',
    caughtBy: checkNames.word,
    candidate: changed({
      join: ({ g, rstd, level, along }) => {
        const cube = mul(rstd, mul(rstd, rstd));
        return sub(mul(rstd, sub(g, level)), mul(cube, along));
      },
    }),
  },
];

const ofAllMeans = (changed: Changed): readonly WrongVersion<RowsBack>[] => [
  {
    name: 'sums where means belong',
    says: 'You take sums of the row where means belong. Divide by C: an entry moves a statistic by a C-th only.',
    caughtBy: checkNames.word,
    candidate: changed({ over: (x) => sum(x, features) }),
  },
  {
    name: 'C − 1 in place of C',
    says: 'You divide your sums by C − 1. The statistics of the way forward divide by C, and the way back must match.',
    caughtBy: checkNames.word,
    candidate: changed({ over: (x) => div(sum(x, features), x.shape[1] - 1) }),
  },
  {
    name: 'means down the columns',
    says: 'Your means run over the words. On the way back they run where they ran on the way forward: along the features of one word.',
    caughtBy: checkNames.word,
    candidate: changed({ over: (x) => mean(x, { axis: 0, keepdims: true }) }),
  },
];

const ofTheWords = (changed: Changed): readonly WrongVersion<RowsBack>[] => [
  {
    name: 'one mean for all words',
    says: 'You take one mean over all words together. Each word was normalized by itself: mean(…, { axis: -1, keepdims: true }) gives each its own.',
    caughtBy: checkNames.words,
    candidate: changed({ over: (x) => mean(x) }),
  },
  {
    ...keepdimsMissing,
    caughtBy: checkNames.words,
    candidate: changed({ over: (x) => mean(x, { axis: -1 }) }),
  },
  {
    name: 'C is always five',
    says: 'You divide by 5, the number of features in the example. Read it from the input: g.shape[1], or use mean.',
    caughtBy: checkNames.shapes,
    candidate: changed({ over: (x) => div(sum(x, features), 5) }),
  },
  {
    name: 'the length of x̂ in place of C',
    says: 'You divide ⟨g, x̂⟩ by ⟨x̂, x̂⟩, as a projection does. With ε under the root that is less than C, and the mean divides by C.',
    caughtBy: checkNames.word,
    candidate: changed({
      along: (g, xhat) => mul(xhat, div(rowMean(mul(g, xhat)), rowMean(mul(xhat, xhat)))),
    }),
  },
];

const ofConduct = (changed: Changed): readonly WrongVersion<RowsBack>[] => [
  {
    name: 'argument ignored',
    says: 'Two words got the same answer. Your function reads a g and an x̂ that stand outside of it, not those it is handed.',
    caughtBy: checkNames.reads,
    candidate: () => changed({})(outside, outside, tensor([[0.5]])),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into g. Whoever called it still needs those numbers: make new ones instead.',
    caughtBy: checkNames.alone,
    candidate: (g, xhat, rstd) => {
      g.data.set(changed({})(g, xhat, rstd).data);
      return g;
    },
  },
];
