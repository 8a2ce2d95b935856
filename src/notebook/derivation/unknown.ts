import { Card } from '../card.js';
import { edits } from '../edits.js';
import { deriveRoom } from '../late.js';

/** Says that there is no such derivation, and which names come near. */
export function noSuchDerivation(name: string): Card {
  const names = Object.keys(deriveRoom().derivations);
  const near = nearNames(name, names);
  return new Card('note', `No derivation is called '${name}'.`, [
    near.length > 0
      ? `Near it: ${near.join(', ')}.`
      : `There are ${names.length}: npm run derivations lists them.`,
  ]);
}

/** At most eight names, the nearest first: those with the same words and few others, then those a few letters away. */
function nearNames(name: string, names: readonly string[]): string[] {
  const words = wordsOf(name);
  const distance = (other: string): number => {
    const missing = words.filter((word) => !wordsOf(other).includes(word)).length;
    if (missing === 0) return wordsOf(other).length - words.length;
    return missing * 3 + edits(name.toLowerCase(), other) / 4;
  };
  const far = 3 * words.length;
  return names
    .map((other) => ({ other, away: distance(other) }))
    .filter(({ away }) => away < far || away < 1.6)
    .sort((a, b) => a.away - b.away)
    .slice(0, 8)
    .map(({ other }) => other);
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
