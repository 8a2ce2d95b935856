import { derivations } from '../../src/derive/library/index.js';
import { changedParts } from '../../src/derive/changed.js';
import { readDerivation } from '../../src/derive/check.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { texOf } from '../../src/derive/tex.js';
import { texOfDerivation, texOfText } from '../../src/derive/tex-derivation.js';
import { katexErrors, startMathJax } from './typesetters';

let mathJaxErrors: (tex: string) => string[];
beforeAll(async () => {
  mathJaxErrors = await startMathJax();
});

const errorsOf = (tex: string): string[] => [...mathJaxErrors(tex), ...katexErrors(tex)];

/** Each line with what changed in it, each name by itself, each why, and the whole as a block with its marks. */
function everythingOf(derivation: Derivation): string[] {
  const { alphabet, exprs } = readDerivation(derivation);
  const marks = derivation.lines.map(() => ({ kind: 'inconclusive' }) as const);
  return [
    ...exprs.map((expr, i) => texOf(expr, alphabet, i > 0 ? changedParts(exprs[i - 1], expr) : undefined)),
    ...exprs.map((expr) => texOf(expr, alphabet)),
    ...[...alphabet.definitions.values()].map(({ expr }) => texOf(expr, alphabet)),
    ...derivation.lines.map(({ why }) => texOfText(why)),
    texOfDerivation(derivation, { marks }),
  ];
}

describe('MathJax and KaTeX typeset', () => {
  test.each(Object.entries(derivations))('every line and every why of %s', (_name, derivation) => {
    expect(everythingOf(derivation).flatMap(errorsOf)).toEqual([]);
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
    const broken = { ...derivations['layer-norm-dx'], lines: [first, { ...second, why: 'the rule $x^2^3$' }, ...rest] };
    expect(everythingOf(broken).flatMap(errorsOf).length).toBeGreaterThan(0);
  });
});
