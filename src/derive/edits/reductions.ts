import type { Reduction, ReductionName } from '../expression.js';
import type { Change, Surroundings } from './change.js';

const instead: Readonly<Record<ReductionName, readonly ReductionName[]>> = {
  sum: ['mean'],
  mean: ['sum'],
  prod: ['sum'],
  max: ['mean'],
};

/** Another reduction, none at all, or one over another letter that is to be seen there. */
export function changesOfReduction(expr: Reduction, around: Surroundings): Change[] {
  const { how, over, body } = expr;
  const kind = how === 'sum' || how === 'mean' ? 'mean and sum' : 'the kind of reduction';
  return [
    ...instead[how].map((other) => ({ kind, by: { ...expr, how: other } })),
    { kind: `a ${how === 'prod' ? 'product' : how}`, by: body },
    ...over.flatMap((letter, k) =>
      otherLetters(letter, expr, around).map((other) => ({
        kind: 'the letter of a sum',
        by: { ...expr, over: over.map((own, i) => (i === k ? other : own)) },
      })),
    ),
  ];
}

/** Letters of the line over which no sum runs yet, neither here nor around: those that can be summed over as well. */
function otherLetters(
  letter: string,
  { over }: Reduction,
  { alphabet, letters, bound }: Surroundings,
): string[] {
  const size = alphabet.indices.get(letter);
  const free = letters.filter((other) => !over.includes(other) && !bound.includes(other));
  return free.filter((other) => alphabet.indices.get(other) === size);
}
