/** Experiments that are to tell a whole layer from a cut one, and do not. */
import { gradient } from '../../../autograd/gradient.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import { alongXhat, beta, bothIdentities, dxOf, dy, gamma, isSmall, libraryLayer, near } from './asking.js';
import { sumOf, x } from './asking.js';
import type { CutExperiment } from './asking.js';

/** What the checks are called. */
export const checkNames = {
  right: 'believes the four layers that are whole',
  both: 'refuses the one with both statistics cut',
  mean: 'refuses those with μ cut',
  rstd: 'refuses the one with r cut',
} as const;

const ofFalseAlarm: readonly WrongVersion<CutExperiment>[] = [
  {
    name: 'exactly zero',
    says: 'You ask something to be 0 that is not in any right layer. The sum over the features is 0 up to rounding, about 10⁻¹⁶, and a sum over the words is not: which axis do you add along, and do you ask whether it is small?',
    caughtBy: checkNames.right,
    candidate: (layer) => isSmall(sumOf(dxOf(layer)), 0) && isSmall(alongXhat(dxOf(layer)), 0),
  },
  {
    name: 'ε forgotten',
    says: 'You allow nothing along x̂. ε lets a little through in every right layer, the leak of level 10: a few millionths here, so allow for a thousandth.',
    caughtBy: checkNames.right,
    candidate: (layer) => isSmall(sumOf(dxOf(layer)), 1e-9) && isSmall(alongXhat(dxOf(layer)), 1e-9),
  },
  {
    name: 'equal to the last bit',
    says: 'You ask for the library’s dx to the last bit. Other right layers compute in another order, and their last digits are their own.',
    caughtBy: checkNames.right,
    candidate: (layer) => near(dxOf(layer), dxOf(libraryLayer), 0),
  },
  {
    name: 'the verdict upside down',
    says: 'Your experiment tells them apart, and says it the wrong way round: true is for a layer that is whole.',
    caughtBy: checkNames.right,
    candidate: (layer) => !bothIdentities(layer),
  },
  {
    name: 'refuses everything',
    says: 'Your experiment refuses every layer. What would one have to do to get true from it?',
    caughtBy: checkNames.right,
    candidate: (layer) => dxOf(layer).shape.length === 0,
  },
];

const ofBlindness: readonly WrongVersion<CutExperiment>[] = [
  {
    name: 'outputs only',
    says: 'You look at outputs. A cut changes nothing on the way forward, to the last digit: ask for a gradient.',
    caughtBy: checkNames.both,
    candidate: (layer) => near(layer(x, gamma, beta), libraryLayer(x, gamma, beta), 1e-9),
  },
  {
    name: 'dγ and dβ only',
    says: 'You look at the gradients of γ and β. They do not go through the statistics, so no cut shows in them: ask for dx.',
    caughtBy: checkNames.both,
    candidate: (layer) => {
      const [found, right] = [layer, libraryLayer].map((each) =>
        gradient(each(x, gamma, beta), [gamma, beta], { dy }),
      );
      return near(found[0], right[0], 1e-9) && near(found[1], right[1], 1e-9);
    },
  },
  {
    name: 'allows too much',
    says: 'You allow so much that every layer passes. What should be 0 is far below a thousandth in a right layer.',
    caughtBy: checkNames.both,
    candidate: (layer) => isSmall(sumOf(dxOf(layer)), 50) && isSmall(alongXhat(dxOf(layer)), 50),
  },
  {
    name: 'only the part along x̂',
    says: 'You look at the part along x̂ alone. With μ cut that is still gone; what breaks is the other identity, the sum of dx.',
    caughtBy: checkNames.mean,
    candidate: (layer) => isSmall(alongXhat(dxOf(layer))),
  },
  {
    name: 'only the first word',
    says: 'You look at the first word alone. Every word has its own statistics, and its own identities: look at all of them.',
    caughtBy: checkNames.mean,
    candidate: (layer) => {
      const firsts = [sumOf(dxOf(layer)), alongXhat(dxOf(layer))].map(({ data }) => data[0]);
      return firsts.every((value) => Math.abs(value) < 1e-3);
    },
  },
  {
    name: 'only the sum',
    says: 'You look at the sum of dx alone. With r cut that is still 0; what breaks is the other identity, the part along x̂.',
    caughtBy: checkNames.rstd,
    candidate: (layer) => isSmall(sumOf(dxOf(layer))),
  },
  {
    name: 'one sum for all words',
    says: 'You add up dx over all words at once. Every word has an identity of its own, and two mistakes may cancel. The part along x̂ is not asked for at all.',
    caughtBy: checkNames.rstd,
    candidate: (layer) => isSmall(sum(dxOf(layer))),
  },
  {
    name: 'dy is ones',
    says: 'Your dy is all ones and your γ too. Then dx is 0 with r cut as well: r has nothing to say where g has no part along x̂. Take any other dy.',
    caughtBy: checkNames.rstd,
    candidate: (layer) => {
      const [one, ones] = [tensor([1, 1, 1, 1, 1]), mul(0, x).data.map(() => 1)];
      const [dx] = gradient(layer(x, one, beta), [x], { dy: new Tensor({ ...x, data: ones }) });
      return isSmall(sumOf(dx)) && isSmall(alongXhat(dx));
    },
  },
];

/** From false alarms to what slips through. */
export const wrongExperiments: readonly WrongVersion<CutExperiment>[] = [...ofFalseAlarm, ...ofBlindness];
