import { decimalClass, formulaReader } from '../../src/derive/mathjs.js';

test('formulas are read with numbers of all their digits', () => {
  const digits = `0.${'123456789'.repeat(12)}`;
  const node = formulaReader()(digits);
  expect(node.type === 'ConstantNode' && (node.value as { toFixed(): string }).toFixed()).toBe(digits);
});

test.each([30, 64, 200])('decimals carry %d digits where they are asked to', (count) => {
  const D = decimalClass(count);
  expect(String(new D(1).div(3))).toBe(`0.${'3'.repeat(count)}`);
  expect(String(new D(2).sqrt())).toHaveLength(count + 1);
});
