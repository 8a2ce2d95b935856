import { centre, meanSquare, sum } from '../../arrays/statistics.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart } from '../damage.js';
import { allFollow, drawn, follows, point, values } from './asking.js';
import { misprinted, sound } from './layers.js';
import type { Derivation } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes derivations in which every line follows',
  'refuses a misprint in the middle, and an error that is carried on',
  'refuses lines that are right at kind numbers alone',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Derivation>>[] = [
  {
    name: 'equal to the last bit',
    says: 'You ask for the same numbers to the last bit. Lines that are equal on paper add in another order: allow 1e-9.',
    caughtBy: believing,
    candidate: (derivation) =>
      [1, 2, 3, 4].every((k) =>
        values(derivation, k, point).every((value, i) => value === values(derivation, k - 1, point)[i]),
      ),
  },
  {
    name: 'the misprint believed',
    says: 'You expect line 3 to have one r in its middle term, as it is printed, and accuse those that have r³. Do not expect a form of a line: compare it with the one before.',
    caughtBy: believing,
    candidate: (derivation) => apart(values(derivation, 3, point), values(misprinted, 3, point)) < 1e-9,
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where a line does not follow. true is for derivations in which all do.',
    caughtBy: believing,
    candidate: (derivation) => !allFollow(derivation, point),
  },
  {
    name: 'each line as it is expected',
    says: 'You compare each line with what you would write there. Others go another way and are right as well: what counts is that a line says the same as the one before.',
    caughtBy: believing,
    candidate: (derivation) =>
      [0, 1, 2, 3, 4].every((k) =>
        values(derivation, k, point).every((value, i) => value === values(sound, k, point)[i]),
      ),
  },
  {
    name: 'the first and the last line',
    says: 'You compare the first line with the last. What is wrong in between, and right again at the end, you cannot see.',
    caughtBy: refusing,
    candidate: (derivation) => apart(values(derivation, 4, point), values(derivation, 0, point)) < 1e-9,
  },
  {
    name: 'lines 0 to 2',
    says: 'You stop before the last lines. There are five, with k from 0 to 4: four steps.',
    caughtBy: refusing,
    candidate: (derivation) => [1, 2].every((k) => follows(derivation, k, point)),
  },
  {
    name: 'lines 1 to 4',
    says: 'You compare the lines from 1 on with one another. Line 0 is the gradient: compare line 1 with it, or a whole derivation of something else goes through.',
    caughtBy: refusing,
    candidate: (derivation) => [2, 3, 4].every((k) => follows(derivation, k, point)),
  },
  {
    name: 'numbers of deviation 1',
    says: 'Your x has deviation 1 and there is no ε, so r is 1, and r³ as well. Stretch x.',
    caughtBy: refusing,
    candidate: (derivation: Derivation): boolean => {
      const centred = centre(point.x);
      const deviation = Math.sqrt(meanSquare(centred));
      return allFollow(derivation, { ...point, x: centred.map((value) => 2 + value / deviation), eps: 0 });
    },
  },
  {
    name: 'averages of lines',
    says: 'You compare what the numbers of a line add up to. Every gradient of BatchNorm adds up to 0: compare entry by entry.',
    caughtBy: refusing,
    candidate: (derivation) =>
      [1, 2, 3, 4].every(
        (k) => Math.abs(sum(values(derivation, k, point)) - sum(values(derivation, k - 1, point))) < 1e-9,
      ),
  },
  {
    name: 'lines 0 to 3',
    says: 'You stop at line 3. There are five, with k from 0 to 4: four steps.',
    caughtBy: disguises,
    candidate: (derivation) => [1, 2, 3].every((k) => follows(derivation, k, point)),
  },
  {
    name: 'how many numbers',
    says: 'You look at how many numbers a line gives. Wrong lines give as many.',
    caughtBy: refusing,
    candidate: (derivation) =>
      [1, 2, 3, 4].every((k) => values(derivation, k, point).length === point.x.length),
  },
  {
    name: 'a tolerance as large as the numbers',
    says: 'You let lines pass that are off by a half or more. Lines that follow agree to ten digits: allow 1e-9.',
    caughtBy: refusing,
    candidate: (derivation) => allFollow(derivation, point, 3),
  },
  {
    name: 'errors without their size',
    says: 'You ask whether a difference is below a limit. A number that is far too low has a negative one: take Math.abs.',
    caughtBy: refusing,
    candidate: (derivation) =>
      [1, 2, 3, 4].every((k) =>
        values(derivation, k, point).every((value, i) => value - values(derivation, k - 1, point)[i] < 1e-9),
      ),
  },
  {
    name: 'only the first entry',
    says: 'You compare the first number of each line. The others may be anything.',
    caughtBy: disguises,
    candidate: (derivation) =>
      [1, 2, 3, 4].every(
        (k) => Math.abs(values(derivation, k, point)[0] - values(derivation, k - 1, point)[0]) < 1e-9,
      ),
  },
  {
    name: 'ε = 0',
    says: 'Your ε is 0, or so small beside the variance that nobody can see where it is forgotten. Take one as large as the variance.',
    caughtBy: disguises,
    candidate: (derivation) => allFollow(derivation, { ...point, eps: 0 }),
  },
  {
    name: 'numbers of mean 0',
    says: 'Your x has mean 0, so nobody can tell x from x − μ. Move it.',
    caughtBy: disguises,
    candidate: (derivation) => allFollow(derivation, { ...point, x: centre(point.x) }),
  },
  {
    name: 'g of mean 0',
    says: 'Your g add up to 0, so nobody can see where their mean is lost. Draw them at random.',
    caughtBy: refusing,
    candidate: (derivation) => allFollow(derivation, { ...point, g: centre(point.g) }),
  },
  {
    name: 'g of ones',
    says: 'Your g are all equal. Then dx is 0, and the term with x̂ is 0 by itself: draw them at random.',
    caughtBy: refusing,
    candidate: (derivation) => allFollow(derivation, { ...point, g: point.g.map(() => 1) }),
  },
  {
    name: 'four numbers only',
    says: 'You take four numbers each time, so a 4 that is built in stays unseen. Take another length as well.',
    caughtBy: disguises,
    candidate: (derivation) => allFollow(derivation, drawn(4, 2)),
  },
  {
    name: 'NaN passes',
    says: 'You say false where a difference is large, and NaN is never larger than anything. Ask whether it is small.',
    caughtBy: disguises,
    candidate: (derivation) =>
      ![1, 2, 3, 4].some((k) =>
        values(derivation, k, point).some(
          (value, i) => Math.abs(value - values(derivation, k - 1, point)[i]) > 1e-9,
        ),
      ),
  },
];
