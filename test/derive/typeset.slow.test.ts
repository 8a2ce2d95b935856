import { derivations } from '../../src/derive/library/index.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { texOfDerivation, texOfText } from '../../src/derive/tex-derivation.js';
import { katexErrors, startMathJax } from './typesetters';

let mathJaxErrors: (tex: string) => string[];
beforeAll(async () => {
  mathJaxErrors = await startMathJax();
});

const errorsOf = (tex: string): string[] => [...mathJaxErrors(tex), ...katexErrors(tex)];

/** Every line with what changed in it, every why and every mark. */
function blockOf(derivation: Derivation): string {
  const marks = derivation.lines.map(() => ({ kind: 'inconclusive' }) as const);
  return texOfDerivation(derivation, { marks });
}

describe('MathJax and KaTeX typeset', () => {
  test.each(Object.entries(derivations))('every line and every why of %s', (_name, derivation) => {
    expect(errorsOf(blockOf(derivation))).toEqual([]);
  });

  test('text with every sign that TeX reads as its own', () => {
    expect(errorsOf(texOfText('100 % of a_b, #1 & {c} ~ d^2 \\ $x_1$'))).toEqual([]);
  });

  test.each(['x^2^3', '\\unknownMacro', '\\frac{1}{2', 'a & b'])('but complain of %s', (tex) => {
    expect(mathJaxErrors(tex)).toHaveLength(1);
    expect(katexErrors(tex)).toHaveLength(1);
  });

  test('and complain of a why that is broken', () => {
    const [first, second, ...rest] = derivations['layer-norm-dx'].lines;
    const broken = {
      ...derivations['layer-norm-dx'],
      lines: [first, { ...second, why: 'the rule $x^2^3$' }, ...rest],
    };
    expect(errorsOf(blockOf(broken))).toHaveLength(2);
  });
});
