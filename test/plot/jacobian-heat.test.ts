import { at, jacobianHeat } from '../../src/plot/index.js';
import { sixteen, wayBack } from './examples.js';

const records = [10, 0, 0.1].map((eps) => wayBack(sixteen, sixteen, eps));
const figure = jacobianHeat(records, { initial: 0.1 });
const eigenvaluesAt = (eps: string): number[] =>
  figure.frames.find(({ name }) => name === eps)?.data[1].y as number[];

it('shows one 0, one ε/(σ² + ε), and 1 for all the others', () => {
  const { variance } = records[0];
  for (const [name, eps] of [
    ['0', 0],
    ['10⁻¹', 0.1],
    ['10¹', 10],
  ] as const) {
    const values = eigenvaluesAt(name);
    expect(values[0]).toBeCloseTo(0, 12);
    expect(values[1]).toBeCloseTo(eps / (variance + eps), 12);
    values.slice(2).forEach((value) => expect(value).toBeCloseTo(1, 12));
    expect(values).toHaveLength(16);
  }
});

it('takes the size of the word out: a longer word has the same picture', () => {
  const [one] = [wayBack(sixteen, sixteen, 0)];
  const longer = wayBack(
    sixteen.map((value) => 1000 * value),
    sixteen,
    0,
  );
  expect(jacobianHeat([longer]).data[0].marker).toEqual(jacobianHeat([one]).data[0].marker);
});

it('says by its title what passes, and by its labels what (1, 1, …) and x̂ are multiplied by', () => {
  expect(figure.title).toBe('The Jacobian loses (1, 1, …), shrinks x̂ and passes the other 14 directions');
  expect(jacobianHeat([records[1]]).title).toBe(
    'The Jacobian loses (1, 1, …) and x̂ and passes the other 14 directions',
  );
  const share = 0.1 / (records[2].variance + 0.1);
  expect(at(figure, '10⁻¹').data[2].text).toEqual([
    '×0: (1, 1, …)',
    `×${Number(share.toPrecision(2))}: x̂`,
    '×1: 14 others',
  ]);
  expect(figure.alt).toContain(
    'at ε = 0 it multiplies the direction (1, 1, …) by 0 and x̂ by 0, and passes 14 directions',
  );
});

it('does not say so of a Jacobian that lets (1, 1, …) through', () => {
  const jacobian = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0)));
  const identity = jacobianHeat([{ eps: 0, variance: 1, xhat: [-1, 0, 1], jacobian }]);
  expect(identity.title).toContain('does not pass all directions but two');
});

it('is empty at 0, blue below and orange above, with colours that grow alike on both sides', () => {
  const jacobian = [
    [0, 0.25],
    [0.25, 0],
  ];
  const colours = (sign: number): string[] => {
    const signed = jacobian.map((row) => row.map((value) => sign * value));
    const drawn = jacobianHeat([{ eps: 0, variance: 1, xhat: [-1, 1], jacobian: signed }]);
    return (drawn.data[0].marker as { color: string[] }).color;
  };
  expect(colours(1)).toEqual([
    'rgba(213,94,0,0)',
    'rgba(213,94,0,0.5)',
    'rgba(213,94,0,0.5)',
    'rgba(213,94,0,0)',
  ]);
  expect(colours(-1)[1]).toBe('rgba(0,114,178,0.5)');
});

it('refuses what has no such picture', () => {
  const record = wayBack([1, 2, 4], [1, 1, 2], 0);
  const skewed = record.jacobian.map((row) => row.map((value, j) => value * (j + 1)));
  expect(() => jacobianHeat([{ ...record, jacobian: skewed }])).toThrow('Take that of x̂, before γ and β.');
  expect(() => jacobianHeat([{ ...record, jacobian: record.jacobian.slice(1) }])).toThrow('square');
  const many = Array.from({ length: 17 }, (_, i) => i * i);
  expect(() => jacobianHeat([wayBack(many, many, 1)])).toThrow('at most 16');
  expect(() => jacobianHeat([])).toThrow(RangeError);
});
