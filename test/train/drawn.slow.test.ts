import { digits, drawn, shuffled, stream, Tensor, tensor } from '../../src/index.js';

const count = 50;
const examples = {
  x: new Tensor({
    data: Float64Array.from({ length: 2 * count }, (_, i) => i),
    shape: [count, 2],
    dtype: 'float64',
  }),
  targets: tensor(Array.from({ length: count }, (_, n) => 100 + n)),
};
const steps = Array.from({ length: 200 }, (_, step) => step);
const { batch } = drawn(examples, { size: 32, random: stream('drawn', 3) });

test('a drawn batch holds whole examples, each with its own class', () => {
  const { x, targets } = batch(7);
  expect(x.shape).toEqual([32, 2]);
  targets.data.forEach((target, n) => {
    const row = target - 100;
    expect([x.data[2 * n], x.data[2 * n + 1]]).toEqual([2 * row, 2 * row + 1]);
  });
});

test('every example is drawn about equally often, and twice in one batch as often as chance has it', () => {
  const times = new Array<number>(count).fill(0);
  let twice = 0;
  for (const step of steps) {
    const rows = batch(step).targets.data;
    rows.forEach((row) => times[row - 100]++);
    twice += rows.length - new Set(rows).size;
  }
  const expected = (steps.length * 32) / count;
  for (const time of times) expect(Math.abs(time - expected)).toBeLessThan(5 * Math.sqrt(expected));
  const distinct = count * (1 - Math.pow(1 - 1 / count, 32));
  expect(Math.abs(twice / steps.length - (32 - distinct))).toBeLessThan(1);
});

test('a batch depends on the step and the seed alone', () => {
  const again = drawn(examples, { size: 32, random: stream('drawn', 3) });
  expect(again.batch(9).targets.data).toEqual(batch(9).targets.data);
  expect(batch(9).targets.data).not.toEqual(batch(10).targets.data);
  const other = drawn(examples, { size: 32, random: stream('drawn', 4) });
  expect(other.batch(9).targets.data).not.toEqual(batch(9).targets.data);
});

test('more examples can be drawn than there are, but not shuffled', () => {
  expect(drawn(examples, { size: 70, random: stream('drawn', 3) }).batch(0).x.shape).toEqual([70, 2]);
  expect(() => shuffled(examples, { size: 70, random: stream('drawn', 3) })).toThrow(
    'at most the 50 examples',
  );
  expect(() => drawn(examples, { size: 0, random: stream('drawn', 3) })).toThrow('drawn: expected size');
});

test('with a stream, the digits of the test are drawn from all of them, and none is lost', () => {
  const rows = ({ train, test: judged }: ReturnType<typeof digits>): string[] =>
    [train, judged].flatMap(({ x, targets }) =>
      Array.from(targets.data, (target, n) => `${target}: ${x.data.slice(64 * n, 64 * (n + 1)).join()}`),
    );
  const inFile = rows(digits());
  const [one, again, other] = [5, 5, 6].map((seed) => rows(digits({ split: stream('split', seed) })));
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect([...one].sort()).toEqual([...inFile].sort());
  const known = new Set(inFile.slice(1297));
  const drawnAgain = one.slice(1297).filter((row) => known.has(row)).length;
  expect(Math.abs(drawnAgain - (500 * 500) / 1797)).toBeLessThan(50);
});
