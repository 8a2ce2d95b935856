import { kinkSlopes } from '../../src/plot/index.js';
import { kinkRecords } from './examples.js';

type Curve = { name: string; y: number[] };

it('draws the true slope, 0 then 1, beside what each difference reports, the widest step first', () => {
  const figure = kinkSlopes([...kinkRecords].reverse());
  const [truth, central, oneSided] = figure.data as unknown as Curve[];
  expect([truth.name, truth.y]).toEqual(['true slope', [0, 0, 1, 1]]);
  expect(central.y).toEqual(kinkRecords[0].central);
  expect(oneSided.y).toEqual(kinkRecords[0].oneSided);
  expect(figure.position).toBe('h = 0.5');
  expect(figure.alt).toContain('from 0.5 to 0.1');
});

it('says on which sides of the kink each difference is wrong, by its slopes', () => {
  const saidOf = (record: (typeof kinkRecords)[number]): string | undefined => kinkSlopes([record]).subtitle;
  const [record] = kinkRecords;
  expect(saidOf(record)).toBe('h = 0.5: the central one on both sides, the one-sided one on its left only');
  const truth = record.x.map((at) => (at > 0 ? 1 : 0));
  const high = record.x.map((at) => (at > 0 ? 2 : 0));
  expect(saidOf({ ...record, central: truth, oneSided: high })).toBe(
    'h = 0.5: the central one on neither side, the one-sided one on its right only',
  );
});

it('starts at the step asked for, and needs a record', () => {
  expect(kinkSlopes(kinkRecords, { initial: 0.1 }).position).toBe('h = 0.1');
  expect(() => kinkSlopes([])).toThrow('kinkSlopes: needs at least one record.');
});
