/** Plausible mistakes in centring a row, and what to say to each. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { max } from '../../../autograd/ops/max.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import { centre } from './right.js';
import type { CentreFunction } from './right.js';

const row = { axis: -1, keepdims: true };
/** A variable of the notebook. */
const sentence = tensor([
  [0.2, 0.1, 0.3],
  [0.5, 0.1, 0.1],
]);

const lengthOf = (x: Tensor): number => x.shape[x.shape.length - 1];

const writesIntoX: CentreFunction = (x) => {
  const y = centre(x);
  x.data.set(y.data);
  return y;
};

/** Plausible mistakes, and what to say to each. */
export const wrongCentrings: readonly WrongVersion<CentreFunction>[] = [
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: 'reads what it is given',
    candidate: () => centre(sentence),
  },
  {
    name: 'half of it ignored',
    says: 'One of the two names is still that of the notebook: you subtract from the argument the mean of something else.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, mean(sentence, row)),
  },
  {
    name: 'the other half ignored',
    says: 'One of the two names is still that of the notebook: from its rows you subtract the means of the argument.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(sentence, mean(x, row)),
  },
  {
    name: 'mean of each column',
    says: 'You subtracted the mean of each column. axis: 0 runs over the rows; the mean of a row is along axis −1.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, mean(x, { axis: 0, keepdims: true })),
  },
  {
    name: 'one mean for all',
    says: 'You subtracted one mean of all the numbers. Each row has a mean of its own: axis: −1.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, mean(x)),
  },
  {
    name: 'axis not kept',
    says: 'Without keepdims the means have shape [rows], and are set against the columns instead of standing beside their rows.',
    caughtBy: 'reads what it is given',
    candidate: (x) => sub(x, mean(x, { axis: -1 })),
  },
  {
    name: 'mean added',
    says: 'You added the mean. Subtracted, every row would have mean 0.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => add(x, mean(x, row)),
  },
  {
    name: 'taken from the mean',
    says: 'The sign is turned round: you have μ − x. An entry above the mean should come out positive.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(mean(x, row), x),
  },
  {
    name: 'sum subtracted',
    says: 'You subtracted the sum of the row. The mean is the sum divided by how many numbers there are.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, sum(x, row)),
  },
  {
    name: 'mean over n − 1',
    says: 'Your mean divides by n − 1. That is a matter of variances estimated from samples; a mean divides by n.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, div(sum(x, row), lengthOf(x) - 1)),
  },
  {
    name: 'divided by the mean',
    says: 'You divided each row by its mean. To centre is to subtract: the row is moved until its mean is 0.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => div(x, mean(x, row)),
  },
  {
    name: 'largest subtracted',
    says: 'You subtracted the largest number of the row, as a softmax does. Here it is the mean that becomes 0.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, max(x, row)),
  },
  {
    name: 'first subtracted',
    says: 'You subtracted the first number of the row. The mean counts all of them, each with the same weight.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, slice(x, { axis: -1, end: 1 })),
  },
  {
    name: 'columns centred as well',
    says: 'After the rows you centred the columns too. Each row is centred by itself, and no row looks at another.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(centre(x), mean(centre(x), { axis: 0, keepdims: true })),
  },
  {
    name: 'mean alone',
    says: 'That is the mean itself. What is asked for is the row without it: x − μ.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => mean(x, row),
  },
  {
    name: 'scaled as well',
    says: 'You also divided by the deviation. Here the row is only moved, not stretched.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => div(centre(x), sqrt(mean(mul(centre(x), centre(x)), row))),
  },
  {
    name: 'always three numbers',
    says: 'Your mean divides by 3, the length of the rows of section 3. Other rows are longer or shorter: mean counts for you.',
    caughtBy: 'works on every shape',
    candidate: (x) => sub(x, div(sum(x, row), 3)),
  },
  {
    name: 'axis 1 for the last',
    says: 'With two axes your function is right; with three, axis 1 is the middle one. Axis −1 is the last, however many there are.',
    caughtBy: 'works on every shape',
    candidate: (x) => sub(x, mean(x, { axis: 1, keepdims: true })),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into its argument.',
    caughtBy: 'leaves its inputs as they were',
    candidate: writesIntoX,
  },
];
