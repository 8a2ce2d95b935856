import type { CheckedLine } from '../derive/check.js';
import type { Derivation } from '../derive/derivation.js';
import { Card, escaped } from './card.js';
import { derivationBehaviour } from './derivation/behaviour.js';
import { lineEntry, lineMath, lineText, whyOf } from './derivation/lines.js';
import { namesAsHtml, namesAsText } from './derivation/names.js';
import { derivationStyle } from './derivation/style.js';
import { inCharacters } from './in-characters.js';
import { deriveRoom } from './late.js';
import { own } from './predict.js';
import { Shown } from './shown.js';
import { noSuchDerivation } from './derivation/unknown.js';
import { verdictMark } from './verdict-mark.js';

/** How much of a derivation is shown. */
export interface DerivationOptions {
  /** Only so many of its lines. */
  readonly upTo?: number;
}

/**
 * Shows a derivation line by line: each with why it follows and with what checking it found, just now.
 *
 * @param name As `npm run derivations` lists them.
 * @example
 * derivation('layer-norm-dx');
 */
export function derivation(name: string, { upTo }: DerivationOptions = {}): Shown | Card {
  const found = own(deriveRoom().derivations, name);
  if (!found) return noSuchDerivation(name);
  const count = found.lines.length;
  if (upTo !== undefined && !(Number.isInteger(upTo) && upTo >= 1 && upTo <= count))
    return new Card('note', 'No such line.', [`${name} has lines 1 to ${count}, got upTo: ${upTo}.`]);
  const lines = deriveRoom().checkLines(found).slice(0, upTo);
  const marks = lines.map(({ verdict }) => verdict);
  const latex = deriveRoom().texOfDerivation(found, { marks, upTo: lines.length });
  return new Shown(asText(found, lines), asHtml(found, lines), latex);
}

function asText(of: Derivation, lines: readonly CheckedLine[]): string {
  const rows = lines.flatMap(({ line, verdict }, i) => {
    const number = `${String(i + 1).padStart(3)}  `;
    if (i === 0) return [`${number}  ${lineText(of, 1)}`];
    return [number + lineText(of, i + 1), `       ${verdict.kind}: ${inCharacters(line.why)}`];
  });
  return [of.title, of.says, '', ...rows, '', ...namesAsText(of, lines.length), `Source: ${of.source}`].join(
    '\n',
  );
}

/** Longer lines than this leave no room for words beside them. */
const longest = 95;

function asHtml(of: Derivation, lines: readonly CheckedLine[]): string {
  const { alphabet } = deriveRoom().readDerivation(of);
  const entries = lines.map(({ verdict }, i) => {
    const mark = i === 0 ? '' : verdictMark(verdict, deriveRoom().evidenceInWords(verdict, alphabet));
    return lineEntry(lineMath(of, i + 1), { why: whyOf(of, i + 1), mark });
  });
  const isLong = lines.some((_, i) => lineText(of, i + 1).length > longest);
  return `<div class="normlab-derivation${isLong ? ' long' : ''}" data-lm-suppress-shortcuts="true">${derivationStyle}
<p><strong>${escaped(of.title)}</strong></p>
<p>${escaped(of.says)}</p>
<ol class="lines" aria-live="polite">
${entries.join('\n')}
</ol>
${namesAsHtml(of, lines.length)}
<div class="controls" role="group" aria-label="Lines of this derivation" hidden="hidden"><button type="button">next line</button><button type="button">all</button><button type="button">back</button><output class="quiet"></output></div>
<p class="quiet">Source: ${escaped(of.source)}. Name: ${of.name}.</p>
${derivationBehaviour}</div>`;
}
