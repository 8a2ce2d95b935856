import { mul, stream, Tensor } from '../../src/index.js';
import { alongAxis, rowLength } from '../../src/nn/last-axis.js';

const x = new Tensor(stream('axis', 1).normals([2, 3, 4]));

test('a row is as long as the last axis; a single number is a row of one', () => {
  expect([rowLength(x), rowLength({ ...x, shape: [] })]).toEqual([4, 1]);
});

test.each([0, 1, 2, -2])(
  'what works along the last axis works along axis %i, and comes back in the old order',
  (axis) => {
    let seen: readonly number[] = [];
    const y = alongAxis('test', x, axis, (rows) => {
      seen = rows.shape;
      return mul(rows, 2);
    });
    expect(seen[2]).toBe(x.shape[axis < 0 ? 3 + axis : axis]);
    expect([...y.data]).toEqual([...x.data].map((value) => 2 * value));
  },
);

test('an axis that is not there is named', () => {
  expect(() => alongAxis('softmax', x, 3, (rows) => rows)).toThrow('softmax');
});
