import type { Verdict } from '../derive/verdict.js';
import { escaped } from './card.js';

/**
 * What checking a line found, as a word; what was tried for it appears under the pointer, at a tap, and where the focus is.
 *
 * @param evidence In words. Where the style is stripped, as from outputs that are not trusted, it stays out of sight.
 */
export function verdictMark({ kind }: Pick<Verdict, 'kind'>, evidence: string): string {
  return `<span class="normlab-verdict ${kind}" tabindex="0">${kind}<span class="evidence" role="note" hidden="hidden">${escaped(evidence)}</span></span>`;
}

/** Okabe and Ito's colours beside the word, which has the colour of the page. */
const colours = {
  'exact, .identical': '#009E73',
  numeric: '#0072B2',
  tested: '#E69F00',
  'fail, .inconclusive': '#D55E00',
};

export const verdictStyle: string = `
.normlab-verdict { position: relative; cursor: help; padding-left: 0.5em; border-left: 4px solid; white-space: nowrap; font-size: 0.86em; }
${Object.entries(colours)
  .map(([kinds, colour]) => `.normlab-verdict:is(.${kinds}) { border-left-color: ${colour}; }`)
  .join('\n')}
.normlab-verdict .evidence[hidden] { display: block; position: absolute; right: 0; top: 1.7em; z-index: 5; width: min(24em, 70vw); padding: 0.6em 0.8em; white-space: normal; line-height: 1.45; color: var(--jp-ui-font-color1, CanvasText); background: var(--jp-layout-color1, Canvas); border: 1px solid #7A7A7A; border-radius: 6px; box-shadow: 0 2px 8px rgba(0, 0, 0, 0.25); visibility: hidden; }
.normlab-verdict:is(:hover, :focus) .evidence { visibility: visible; }
@media print { .normlab-verdict .evidence[hidden] { display: none; } }`;
