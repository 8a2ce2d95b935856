import { mean, sub, tensor, Tensor } from '../../src/index.js';
import { trace } from '../../src/notebook/index.js';

const x = tensor([
  [0.2, 0.1, 0.3],
  [0.5, 0.1, 0.1],
]);
const mu = mean(x, { axis: -1, keepdims: true });

describe('trace', () => {
  it('shows every intermediate with its shape, x first, in order', () => {
    expect(
      trace(x, { mu, centred: sub(x, mu), eps: 1e-5 })
        .toString()
        .split('\n'),
    ).toEqual([
      'name     shape   values',
      'x        [2, 3]  0.2000  0.1000  0.3000',
      '                 0.5000  0.1000  0.1000',
      'mu       [2, 1]  0.2000',
      '                 0.2333',
      'centred  [2, 3]   0.0000  -0.1000   0.1000',
      '                  0.2667  -0.1333  -0.1333',
      'eps      number  1.000e-5',
    ]);
  });

  it('shortens long rows and many rows', () => {
    const long = new Tensor({ data: new Float64Array(7 * 20), shape: [7, 20], dtype: 'float64' });
    const lines = trace(long).toString().split('\n');
    expect(lines).toHaveLength(1 + 4 + 1);
    expect(lines[1]).toMatch(/… 12 more$/);
    expect(lines[5]).toContain('… 3 more rows');
  });

  it('shows scalars, empty tensors, float32 and NaN', () => {
    const text = trace(tensor(2), {
      none: tensor([]),
      half: tensor([0.5], { dtype: 'float32' }),
      odd: tensor([NaN, 1]),
    }).toString();
    expect(text).toMatch(/x +\[\] +2\.0000/);
    expect(text).toMatch(/none +\[0\] +\(empty\)/);
    expect(text).toMatch(/half +\[1\] float32 +0\.5000/);
    expect(text).toMatch(/odd +\[2\] +NaN +1\.0000/);
  });

  it('is a table with headings in HTML, names escaped', () => {
    const html = trace(x, { 'a<b>': 1 }).toHTML();
    const heads = (scope: string): string[] =>
      [...html.matchAll(new RegExp(`<th scope="${scope}"[^>]*>([^<]*)</th>`, 'g'))].map((match) => match[1]);
    expect(heads('col')).toEqual(['name', 'shape', 'values']);
    expect(heads('row')).toEqual(['x', 'a&lt;b&gt;']);
  });
});
