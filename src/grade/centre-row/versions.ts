import { add } from '../../autograd/ops/add.js';
import { div } from '../../autograd/ops/div.js';
import { mean } from '../../autograd/ops/mean.js';
import { mul } from '../../autograd/ops/mul.js';
import { sqrt } from '../../autograd/ops/sqrt.js';
import { sub } from '../../autograd/ops/sub.js';
import { sum } from '../../autograd/ops/sum.js';
import { tensor } from '../../autograd/tensor.js';
import type { Tensor } from '../../autograd/tensor.js';
import type { RightVersion, WrongVersion } from '../exercise.js';

/** The function the exercise asks for. */
export type CentreFunction = (x: Tensor) => Tensor;

const row = { axis: -1, keepdims: true };
/** A variable of the notebook. */
const sentence = tensor([
  [0.2, 0.1, 0.3],
  [0.5, 0.1, 0.1],
]);

/** Each row without its mean. */
export const centre: CentreFunction = (x) => sub(x, mean(x, row));

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
    name: 'input changed',
    says: 'Your function wrote into its argument.',
    caughtBy: 'leaves its inputs as they were',
    candidate: writesIntoX,
  },
];

/** Right answers, each written in its own way. */
export const rightCentrings: readonly RightVersion<CentreFunction>[] = [
  { name: 'mean', candidate: centre },
  { name: 'sum and count', candidate: (x) => sub(x, div(sum(x, row), x.shape.at(-1) ?? 1)) },
];
