import { escaped } from './card.js';
import { deriveRoom, katex } from './late.js';

/**
 * A formula as HTML that any page can show: as TeX, which JupyterLab and exported pages typeset as they do that of the
 * prose, and as MathML for pages that typeset nothing. Only one of the two is seen, by `formulaStyle`.
 *
 * @example
 * formula('x_i^2');
 */
export function formula(tex: string): string {
  // Where the style is stripped, as from outputs that are not trusted, `hidden` keeps the MathML out of sight.
  return `<span class="normlab-tex">\\(${escaped(tex)}\\)</span><span class="normlab-mathml" hidden="hidden">${mathml(tex)}</span>`;
}

/** Shows the one that can be seen best: what was typeset, else the MathML. */
export const formulaStyle: string = `
.normlab-mathml[hidden] { display: inline; }
.normlab-tex:not(:has(mjx-container, .MathJax, .katex)) { display: none; }
.normlab-tex:has(mjx-container, .MathJax, .katex) + .normlab-mathml { display: none; }
.normlab-mathml math { font-size: 1.12em; }`;

function mathml(tex: string): string {
  const plain = tex.replaceAll('\\underline', '');
  const options = { output: 'mathml', throwOnError: true, strict: false };
  try {
    const whole = katex().renderToString(plain, options);
    return whole
      .replace(/^<span class="katex">|<\/span>$/g, '')
      .replace(/<annotation .*?<\/annotation>/gs, '')
      .replace(/<\/?semantics>/g, '');
  } catch {
    return `<code>${escaped(tex)}</code>`;
  }
}

/** A text that may hold TeX between dollars, as HTML. */
export function textWithFormulas(text: string): string {
  return deriveRoom()
    .piecesOf(text)
    .map((piece) => (piece.isTex ? formula(piece.text) : escaped(piece.text)))
    .join('');
}
