import type { Derivation, Line } from '../../derive/derivation.js';
import { Card, escaped } from '../card.js';
import type { Values } from '../card.js';
import { lineEntry, lineMath, lineText, whyOf } from '../derivation/lines.js';
import { derivationStyle } from '../derivation/style.js';
import { formula } from '../formula.js';
import { inCharacters } from '../in-characters.js';
import { deriveRoom } from '../late.js';
import { Shown } from '../shown.js';

/** What is asked of line k: the lines before it, what may no longer stand in it, and, folded where that can be, its why. */
export function blankTask(of: Derivation, k: number): Shown {
  const { why, relation } = of.lines[k - 1];
  const before = of.lines.slice(0, k - 1).map((_, i) => lineText(of, i + 1));
  const lines = [...before, `${relation} ?`].map((text, i) => `${String(i + 1).padStart(3)}  ${text}`);
  const reason = why === '' ? '' : `What happens in it: ${inCharacters(why)}.`;
  const card = new Card('note', heading(of, k), [reason, ...asked(of, k), { values: allNames(of) }]);
  return new Shown(`${lines.join('\n')}\n${card.toString()}`, asHtml(of, k));
}

const heading = ({ title }: Derivation, k: number): string => `Yours: line ${k} of “${title}”`;

function asked(of: Derivation, k: number): string[] {
  return [
    ...formAsked(of.lines[k - 1]),
    `Vectors may go without their indices, as in NumPy: a - mean(a * b), or ${sumIn(of)}.`,
    `Write it as blank('${of.name}', ${k}, '…').`,
  ];
}

/** A sum as it is written there: where a word stands alone there is one axis to sum over. */
const sumIn = ({ letters }: Derivation): string =>
  Object.values(letters.variables).some((shape) => shape.includes(',')) ? 'sum(a, axis=0)' : 'sum(a * b)';

const functions = ['D', 'eye', 'sum', 'mean', 'prod', 'max', 'sqrt', 'exp', 'log', 'tanh', 'erf', 'abs'];

function formAsked({ forbid, maxNodes }: Line): string[] {
  const gone = forbid.map((name) => (functions.includes(name) ? `${name}(…)` : name));
  return [
    ...(gone.length > 0 ? [`What may no longer stand in it: ${gone.join(', ')}.`] : []),
    ...(maxNodes === undefined ? [] : [`At most ${maxNodes} numbers, names and signs.`]),
  ];
}

/** All names that an answer may use, as one types them, and what they are made of. */
function allNames({ letters }: Derivation): Values {
  const given = [...Object.keys(letters.sizes), ...Object.keys(letters.variables)];
  const made = Object.entries(letters.definitions ?? {});
  return [['given', given.join(', ')], ...made.map(([name, expr]) => [name, `= ${expr}`] as const)];
}

function asHtml(of: Derivation, k: number): string {
  const sign = formula(deriveRoom().texOfRelation[of.lines[k - 1].relation]);
  const entries = of.lines.slice(0, k).map((_, i) => {
    const math = i === k - 1 ? `${sign} <span class="box">your line</span>` : lineMath(of, i + 1);
    return lineEntry(math, i === k - 1 ? {} : { why: whyOf(of, i + 1) });
  });
  const reason = whyOf(of, k);
  const names = allNames(of)
    .map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
    .join('');
  return `<div class="normlab-derivation">${derivationStyle}
<p><strong>${escaped(heading(of, k))}</strong></p>
<ol class="lines">
${entries.join('\n')}
</ol>
${asked(of, k)
  .map((sentence) => `<p>${escaped(sentence)}</p>`)
  .join('\n')}
${reason && `<details><summary>What happens in this line</summary><p>${reason}</p></details>`}
<details><summary>What the names stand for</summary><table class="names">${names}</table></details></div>`;
}
