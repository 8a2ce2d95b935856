import { derivations } from '../../src/derive/library/index.js';
import { piecesOf, texOfDerivation, texOfText } from '../../src/derive/tex-derivation.js';

const dx = derivations['layer-norm-dx'];

test('a derivation is one block: a row for each line, with why it follows', () => {
  const rows = texOfDerivation(dx).split('\n');
  expect(rows).toHaveLength(dx.lines.length + 2);
  expect([rows[0], rows.at(-1)]).toEqual(['\\begin{align*}', '\\end{align*}']);
  expect(rows[1]).toBe('& \\frac{\\partial L}{\\partial x_{j}} \\\\');
  expect(rows[2]).toBe(
    '&= \\sum_{i} {dy}_{i}\\,\\frac{\\partial y_{i}}{\\partial x_{j}} && \\text{chain rule} \\\\',
  );
  expect(rows[5]).not.toMatch(/\\\\$/);
});

test('what checking found stands at the margin, and what changed is coloured', () => {
  const marks = dx.lines.map(() => ({ kind: 'exact' }) as const);
  const rows = texOfDerivation(dx, { marks }).split('\n');
  expect(rows[1]).not.toContain('exact');
  expect(rows[3]).toContain('&& \\textit{exact}');
  expect(rows[3]).toContain('\\textcolor{#D55E00}{\\underline{g_{i}}}');
});

test('as many lines as are asked for', () => {
  expect(texOfDerivation(dx, { upTo: 2 }).split('\n')).toHaveLength(4);
});

test('an inequality keeps its sign', () => {
  expect(texOfDerivation(derivations['layer-norm-dx-shrinks'])).toContain('&\\le ');
});

test('TeX in a text stays TeX, and what TeX would misread is written so that it prints', () => {
  expect(texOfText('$c r$ is 5 % of a_b')).toBe('\\text{$c r$ is 5 $\\%$ of a$\\_$b}');
});

test('Greek letters and letters with a hat are TeX, with dollars or without', () => {
  const pieces = piecesOf('γ x̂ is $y - \\beta$');
  expect(pieces.filter(({ isTex }) => isTex).map(({ text }) => text)).toEqual([
    '\\gamma',
    '\\hat{x}',
    'y - \\beta',
  ]);
  expect(piecesOf('ŵ')).toEqual([{ text: '\\hat{w}', isTex: true }]);
  expect(texOfText('μ² cancels')).toBe('\\text{$\\mu$$^{2}$ cancels}');
});
