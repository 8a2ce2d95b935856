import { climbs } from '../grade/index.js';
import { backwardInPyTorch, backwardInTypeScript } from './backward-texts.js';
import { Card } from './card.js';
import { deriveRoom } from './late.js';
import { recall } from './learner.js';
import { own } from './predict.js';
import { noSuchDerivation } from './derivation/unknown.js';

/** What can be taken home, and the line of level 8 that is equation (8). */
const equation = { name: 'layer-norm-dx', line: 'layer-norm-dx-from-dc:9' };

/** The levels, counted from 1, whose lines the whole way back is made of. */
const [first, last] = [2, 8];

/**
 * What you derived, to take along: LayerNorm's way back as a TypeScript function and as a PyTorch `autograd.Function`.
 * Only once the lines of levels 2 to 8 are right.
 *
 * @param name So far there is 'layer-norm-dx'.
 * @example
 * takeDerivationHome('layer-norm-dx');
 */
export function takeDerivationHome(name: string): Card {
  if (!own(deriveRoom().derivations, name)) return noSuchDerivation(name);
  if (name !== equation.name)
    return new Card('note', `There are no files for ${name}.`, [
      `There are for ${equation.name}: takeDerivationHome('${equation.name}').`,
    ]);
  const { learner, note } = recall();
  const needed = climbs.backwardByHand.levels
    .slice(first - 1, last)
    .flatMap(({ needs }) => needs.flatMap((need) => ('blank' in need ? [need.blank] : [])));
  const open = needed.filter((key) => own(learner.blanks, key)?.passed !== true);
  if (open.length > 0)
    return new Card('note', 'Nothing to take home yet.', [
      `The way back is made of the lines of levels ${first} to ${last}. Still open: ${open.map(shown).join(', ')}.`,
      note,
    ]);
  const line = oneLine(own(learner.blanks, equation.line)?.line);
  return new Card('yes', 'Yours, line by line', [
    { of: 'TypeScript, layer-norm-backward.ts', code: backwardInTypeScript(line) },
    { of: 'Python, layer_norm_backward.py', code: backwardInPyTorch(line) },
  ]);
}

const shown = (key: string): string => key.replace(':', ' line ');

/** What a learner wrote, so that it can end neither a comment nor a string. */
function oneLine(line: string = ''): string {
  return line
    .replace(/\s+/g, ' ')
    .replace(/\*\//g, '* /')
    .replace(/"""|\\|`/g, ' ')
    .trim();
}
