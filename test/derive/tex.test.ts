import { alphabetOf } from '../../src/derive/read-letters.js';
import { everyPart } from '../../src/derive/expression.js';
import { parse } from '../../src/derive/parse.js';
import { print } from '../../src/derive/print.js';
import { texOf } from '../../src/derive/tex.js';

const alphabet = alphabetOf({
  sizes: { N: [3, 2], C: [2, 3] },
  indices: { n: 'N', i: 'C', j: 'C', k: 'C' },
  variables: { x: 'N,C', g: 'C', a: 'number', b: 'number', eps: 'positive', dx: 'C' },
  definitions: { variance: 'mean(g^2)', L: 'sum(g)' },
  tex: { a: "f'" },
});
const tex = (text: string): string => texOf(parse(text), alphabet);

describe('texOf', () => {
  test.each([
    ['eps + 2 * b', '\\varepsilon + 2\\,b'],
    ['b * 2', 'b \\cdot 2'],
    ['x[n, i]', 'x_{ni}'],
    ['g[1] - g[c1]', 'g_{1} - g_{c_{1}}'],
    ['g[i] / C', '\\frac{g_{i}}{C}'],
    ['eye(i, j)', '\\delta_{ij}'],
    ['sqrt(b) * exp(-b) * abs(b)', '\\sqrt{b}\\,e^{-b}\\,\\left|b\\right|'],
    ['exp(b / C)', '\\exp\\left(\\frac{b}{C}\\right)'],
    ['tanh(b)^2 + log(b)', '\\tanh^{2}(b) + \\log(b)'],
    ['prod(k, g[k])', '\\prod_{k} g_{k}'],
    ['max(k, g[k])', '\\max_{k} g_{k}'],
    ['mean(n, i, x[n, i])', '\\frac{1}{N\\,C}\\sum_{n, i} x_{ni}'],
    ['mean(i, j, g[i] * g[j])', '\\frac{1}{C^{2}}\\sum_{i, j} g_{i}\\,g_{j}'],
  ])('writes %s as %s', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test.each([
    ['(a + b) * eps', "(f' + b)\\,\\varepsilon"],
    ['eps - (b - a)', "\\varepsilon - (b - f')"],
    ['eps - b - a', "\\varepsilon - b - f'"],
    ['eps + -b', '\\varepsilon + (-b)'],
    ['-b * eps', '-b\\,\\varepsilon'],
    ['eps * -b', '\\varepsilon\\,(-b)'],
    ['-(b + eps)', '-(b + \\varepsilon)'],
    ['-1 / 2 * b', '-\\frac{1}{2}\\,b'],
    ['eps - -1 / 2 * b', '\\varepsilon - \\left(-\\frac{1}{2}\\,b\\right)'],
    ['(b * eps)^2', '(b\\,\\varepsilon)^{2}'],
    ['b^2^3', 'b^{2^3}'],
    ['(b^2)^3', '(b^{2})^{3}'],
    ['(variance + eps)^(-3 / 2)', '(\\sigma^2 + \\varepsilon)^{-3/2}'],
    ['variance^2', '(\\sigma^2)^{2}'],
    ['a^2', "(f')^{2}"],
    ['dx[i]^2', '({dx}_{i})^{2}'],
    ['g[i]^2', 'g_{i}^{2}'],
    ['1 / sqrt(variance + eps)', '\\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}}'],
  ])('brackets what has to be: %s', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test.each([
    ['sum(i, g[i]) - C * b', '\\left(\\sum_{i} g_{i}\\right) - C\\,b'],
    ['b - sum(i, g[i])', 'b - \\sum_{i} g_{i}'],
    ['b * sum(i, g[i]) + eps', 'b\\,\\left(\\sum_{i} g_{i}\\right) + \\varepsilon'],
    ['sum(i, g[i]) * b', '\\left(\\sum_{i} g_{i}\\right)\\,b'],
    ['-sum(i, g[i]) + b', '-\\left(\\sum_{i} g_{i}\\right) + b'],
    ['(b + sum(i, g[i])) * eps', '\\left(b + \\sum_{i} g_{i}\\right)\\,\\varepsilon'],
    ['sum(i, g[i]) / C - b', '\\frac{\\sum_{i} g_{i}}{C} - b'],
    ['sum(i, g[i] - b)', '\\sum_{i} (g_{i} - b)'],
    ['sum(i, g[i])^2', '\\left(\\sum_{i} g_{i}\\right)^{2}'],
  ])('never lets a sum run on into what follows: %s', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test.each([
    ['D(L, g[j])', '\\frac{\\partial L}{\\partial g_{j}}'],
    ['D(D(L, g[i]), g[j])', '\\frac{\\partial^{2} L}{\\partial g_{j}\\,\\partial g_{i}}'],
    ['D(b^2 + b, b)', '\\frac{\\partial}{\\partial b}(b^{2} + b)'],
    ['D(tanh(b), b)', '\\frac{\\partial}{\\partial b}\\,\\tanh(b)'],
    [
      'D(b * D(L, g[i]), b)',
      '\\frac{\\partial}{\\partial b}\\left(b\\,\\frac{\\partial L}{\\partial g_{i}}\\right)',
    ],
  ])('writes a derivative as a fraction: %s', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test('colours and underlines the parts it is given, and no other that looks like them', () => {
    const expr = parse('b * eps + b / C');
    const [first] = [...everyPart(expr)].filter((part) => print(part) === 'b');
    expect(texOf(expr, alphabet, new Set([first]))).toBe(
      '\\textcolor{#D55E00}{\\underline{b}}\\,\\varepsilon + \\frac{b}{C}',
    );
  });

  test('puts the brackets around a coloured part outside of it', () => {
    const expr = parse('(b + eps) * C');
    const sum = [...everyPart(expr)].filter((part) => print(part) === 'b + eps');
    expect(texOf(expr, alphabet, new Set(sum))).toBe(
      '(\\textcolor{#D55E00}{\\underline{b + \\varepsilon}})\\,C',
    );
    const negative = parse('-b / C');
    const minus = [...everyPart(negative)].filter(({ kind }) => kind === 'negative');
    expect(texOf(negative, alphabet, new Set(minus))).toBe(
      '\\frac{\\textcolor{#D55E00}{\\underline{-b}}}{C}',
    );
  });
});
