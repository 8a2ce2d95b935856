import { declarationsOf } from '../../src/kernel/declarations.js';

test('a function is told without its body, with what is written above it', () => {
  const text =
    "import { g } from './g.js';\n/** Doubles. */\nexport function twice(x: number): number {\n  return g(x, 2);\n}\n";
  const told = declarationsOf('/house/src/twice.ts', text);
  expect(told).toContain('/** Doubles. */');
  expect(told).toContain('function twice(x: number): number;');
  expect(told).not.toContain('return');
  expect(told).not.toContain('g.js');
});

test('a class that shows itself by a symbol is told without that method', () => {
  const text =
    "export class Shown {\n  readonly #n = 1;\n  get n(): number {\n    return this.#n;\n  }\n  [Symbol.for('shown')](): string {\n    return '';\n  }\n}\n";
  const told = declarationsOf('/house/src/shown.ts', text);
  expect(told).toContain('get n(): number;');
  expect(told).not.toContain('Symbol');
});

test('a file whose types have to be worked out stays as it is', () => {
  const text = "import { base } from './base.js';\nexport const more = { ...base, b: 1 };\n";
  expect(declarationsOf('/house/src/more.ts', text)).toBe(text);
});

test('a file that cannot be read stays as it is, for the compiler to say so', () => {
  const text = 'export const a = ;\n';
  expect(declarationsOf('/house/src/a.ts', text)).toBe(text);
});
