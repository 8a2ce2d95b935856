/** Data: what is said to mistakes about the lost directions, and answers that make them. */
import type { RightVersion, WrongVersion } from '../../exercise.js';
import { checkNames } from './names.js';

type Directions = readonly string[];

/** By their names. */
export const mistakes = {
  others: {
    'not two': 'Two directions are asked for, so the list holds two formulas.',
    'no direction':
      'One of your formulas is 0: no direction at all. Along which moves of x, that are moves, does x̂ stay where it is?',
    'the ones twice':
      'Both of your formulas give the same number at every place: one direction, written twice. What did the second step, the division by the deviation, throw away?',
    'the row twice':
      'Your two formulas are multiples of each other: one direction, written twice. One of them is lost by dividing. Which one is lost by centring?',
    'gone at some rows':
      'At most rows you are right. At the row shown one of your formulas is 0 at every place, and that is no direction. What is the same at every place, whatever the row?',
    'one at some rows':
      'At most rows you are right. At the row shown your formulas are multiples of each other. Which two directions are lost at every row, whatever its mean?',
  },
  lost: {
    squares: {
      says: 'Squares of the numbers in x are no multiple of x: large entries would grow faster than small ones, and x̂ sees that.',
      formulas: ['x^2', 'c^2', 'xhat^2'],
    },
    'one feature': {
      says: 'You move one feature alone. That changes which of the numbers is how far from the mean, so x̂ moves. A lost direction moves all of them together.',
      formulas: ['eye(i, 1)', 'eye(i, 2)', 'eye(i, 3)'],
    },
    'one over x': {
      says: 'You have one over x: small entries would move the most. What x̂ cannot see is that all entries are multiplied by one number, and that is a move along x itself.',
      formulas: ['1 / x', '1 / c', '1 / xhat'],
    },
    'signs dropped': {
      says: 'Without their signs the numbers are no multiple of the row any more: what lies below 0 would move the other way. A move along x itself keeps the signs.',
      formulas: ['abs(x)', 'sqrt(c^2)', 'sqrt(x^2)'],
    },
  },
  other:
    'x̂ moves along with one of your directions. Which moves of x does centring take away, and which does dividing by the deviation?',
} as const;

const wrong = (
  name: string,
  says: string,
  caughtBy: string,
  candidate: Directions,
): WrongVersion<Directions> => ({ name, says, caughtBy, candidate });

/** Answers that make a mistake. */
export const wrongDirections: readonly WrongVersion<Directions>[] = [
  wrong('not two', mistakes.others['not two'], checkNames.two, ['1', 'x', 'c']),
  wrong('no direction', mistakes.others['no direction'], checkNames.two, ['1', 'mean(c)']),
  wrong('squares', mistakes.lost.squares.says, checkNames.lost, ['1', 'c^2']),
  wrong('one feature', mistakes.lost['one feature'].says, checkNames.lost, ['eye(i, 1)', 'x']),
  wrong('one over x', mistakes.lost['one over x'].says, checkNames.lost, ['1', '1 / x']),
  wrong('signs dropped', mistakes.lost['signs dropped'].says, checkNames.lost, ['1', 'abs(x)']),
  wrong('the ones twice', mistakes.others['the ones twice'], checkNames.apart, ['1', 'mu']),
  wrong('the row twice', mistakes.others['the row twice'], checkNames.apart, ['c', 'xhat']),
  wrong('gone at some rows', mistakes.others['gone at some rows'], checkNames.apart, ['mu', 'c']),
  wrong('one at some rows', mistakes.others['one at some rows'], checkNames.apart, ['x', 'c']),
];

/** Every pair that spans the same plane at every row is right. */
export const rightDirections: readonly RightVersion<Directions>[] = [
  { name: 'the ones and the row', candidate: ['1', 'x'] },
  { name: 'the ones and x̂', candidate: ['1', 'x̂'] },
  { name: 'the mean square and what is left without the mean', candidate: ['mean(x^2)', 'x - mean(x)'] },
  { name: 'two sums of the two', candidate: ['x + 1', 'x - 3'] },
  { name: 'with indices', candidate: ['c[i] * rstd', '1 + mean(k, x[k]^2)'] },
];
