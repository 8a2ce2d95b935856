import { derivations } from '../../src/derive/index.js';
import { inCharacters } from '../../src/notebook/in-characters.js';

test.each([
  ['$c r$ is $\\hat{x}$', 'c r is x̂'],
  ['$\\gamma \\odot dy$, $-\\frac{1}{2} v^{-3/2}$', 'γ ⊙ dy, −1/2 v^(−3/2)'],
  ['$\\sqrt{\\sigma^2 + \\varepsilon}$ and $\\sqrt{C}$', '√(σ² + ε) and √C'],
  ['$W^{\\top} dy$, $\\lVert w \\rVert^2$', 'Wᵀ dy, ‖ w ‖²'],
  ['γ stays', 'γ stays'],
])('%s is read as %s', (text, expected) => {
  expect(inCharacters(text)).toBe(expected);
});

test('no why of the library leaves anything of TeX', () => {
  const all = Object.values(derivations).flatMap(({ lines }) => lines.map(({ why }) => inCharacters(why)));
  expect(all.filter((text) => /[\\{}$]/.test(text))).toEqual([]);
});

test('every macro in the library that stands for a sign becomes one', () => {
  const words = Object.values(derivations).flatMap(({ lines }) =>
    lines.flatMap(({ why }) => why.match(/\\[A-Za-z]+(?![A-Za-z{])/g) ?? []),
  );
  const spelt = [...new Set(words)].filter((macro) => inCharacters(`$${macro}$`) === macro.slice(1));
  expect(spelt.filter((macro) => !['\\cos', '\\tanh'].includes(macro))).toEqual([]);
});
