import { comparisonFor, fitting, pointsFor, readDerivation } from '../../derive/check.js';
import { compare } from '../../derive/compare.js';
import type { Derivation } from '../../derive/derivation.js';
import { print } from '../../derive/print.js';
import { randomFrom, seedOf } from '../../derive/random.js';
import { rewrites } from '../../derive/rewrites.js';
import { follows } from '../../derive/verdict.js';
import { Progress } from './progress.js';
import type { World } from './world.js';
import type { Request } from './request.js';

/** At least so many; where there are fewer lines, each is rewritten more than once. */
const usualCount = 800;

/** A line written otherwise, and why it was refused; '' where it was not. */
export interface Rewritten {
  readonly derivation: string;
  readonly line: number;
  readonly text: string;
  readonly refusal: string;
}

/** Rewrites every line of a derivation without changing what it says, and checks it as the answer of a learner. */
export function rewrittenLines(derivation: Derivation, seed: number, perLine: number): Rewritten[] {
  const read = readDerivation(derivation);
  const { alphabet, free, exprs } = read;
  const points = pointsFor(read);
  const random = randomFrom(seed + seedOf(`${derivation.name} rewritten`));
  const refusalOf = (text: string, line: number): string => {
    try {
      const verdict = compare(comparisonFor(read, line, fitting(text, alphabet, free)), points);
      return follows(verdict) ? '' : verdict.kind;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  return exprs.flatMap((expr, i) => {
    const made = rewrites(expr, alphabet, random, free).map(print);
    const some = Array.from({ length: perLine }, () => random.pick(made)).filter(Boolean);
    return [...new Set(some)].map((text) => ({
      derivation: derivation.name,
      line: i + 1,
      text,
      refusal: refusalOf(text, i + 1),
    }));
  });
}

/** Rewrites the lines of the chosen derivations and says which were refused. */
export function rewriteAll({ chosen, seed }: Request, world: World): number {
  const lines = chosen.reduce((sum, { lines: { length } }) => sum + length, 0);
  const progress = new Progress(world, chosen.length);
  const found = chosen.flatMap((derivation) => {
    progress.step(derivation.name);
    return rewrittenLines(derivation, seed, Math.ceil(usualCount / lines));
  });
  progress.clear();
  const refused = found.filter(({ refusal }) => refusal !== '');
  for (const { derivation, line, text, refusal } of refused)
    world.say(`refused: ${derivation}, line ${line}: "${text}": ${refusal}`);
  world.say(`rewrites: ${found.length} tried, ${refused.length} refused`);
  return refused.length === 0 ? 0 : 1;
}
