import { Failure } from '../../src/grade/exercise.js';
import { call, copies, distance, farthest, outcome, partsOf } from '../../src/grade/results.js';
import { notYetWritten } from '../../src/grade/index.js';
import { add, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

const x = tensor([1, 2, 4]);
const of = (y: Tensor): { parts: { y: Tensor } } => ({ parts: { y } });

describe('results of candidates', () => {
  it('are computed from copies, also of the lists in an object of options', () => {
    const options = { axes: [0, 1], center: true };
    const [fresh] = copies([options] as const);
    fresh.axes.pop();
    expect(options.axes).toEqual([0, 1]);
    const pieces = { gate: x, axes: [0] };
    expect(copies([pieces] as const)[0]).toBe(pieces);
  });

  it('are computed from copies', () => {
    const [copy, n, list] = copies([x, 3, [1, 2]] as const);
    copy.data[0] = 9;
    (list as unknown as number[])[0] = 9;
    expect(x.data[0]).toBe(1);
    expect([n, copy.shape]).toEqual([3, [3]]);
  });

  it('turn an error into a failure with its first line', () => {
    expect(() =>
      call(() => {
        throw new Error('one\ntwo');
      }, [x]),
    ).toThrow(new Failure('stops', 'Your function stopped with an error: one'));
  });

  it('let an exercise say that it is not written', () => {
    expect(() => call(() => notYetWritten(), [x])).toThrow('not written yet');
    expect(() => outcome(() => notYetWritten(), [x], ['y'])).toThrow('not written yet');
  });

  it('are read by name where there are several', () => {
    expect(Object.keys(partsOf({ gamma: x, beta: x }, ['gamma', 'beta']))).toEqual(['gamma', 'beta']);
    expect(() => partsOf({ gamma: x }, ['gamma', 'beta'])).toThrow('{ gamma, beta }, and beta is missing');
    expect(() => partsOf({ gamma: x, beta: [1] }, ['gamma', 'beta'])).toThrow(
      'beta of your function gives back a list',
    );
  });

  it('may be tensors of an older copy of the library', () => {
    const old = { data: new Float64Array([1]), shape: [1], dtype: 'float64' };
    expect(partsOf(old, ['y']).y).toBe(old);
  });

  it('are as far apart as their farthest numbers, relative to the size of the second', () => {
    expect(farthest(tensor([1, 2, 6]), x)).toEqual({ error: 0.5, place: 2 });
    expect(distance(of(x), of(x))).toBe(0);
    expect(distance(of(x), of(tensor([[1, 2, 4]])))).toBe(Infinity);
    expect(distance(of(tensor([1, 2, 4], { dtype: 'float32' })), of(x))).toBe(Infinity);
  });

  it('hold NaN equal to NaN and to nothing else', () => {
    const missing = tensor([1, NaN]);
    expect(distance(of(missing), of(missing))).toBe(0);
    expect(distance(of(missing), of(tensor([1, 2])))).toBe(Infinity);
    expect(distance(of(tensor([1, 2])), of(missing))).toBe(Infinity);
  });

  it('that stopped equal only those that stopped with the same words', () => {
    expect(distance({ stopped: 'a' }, { stopped: 'a' })).toBe(0);
    expect(distance({ stopped: 'a' }, { stopped: 'b' })).toBe(Infinity);
    expect(distance({ stopped: 'a' }, of(x))).toBe(Infinity);
    expect(outcome(() => add(x, tensor([1, 2])), [x], ['y'])).toHaveProperty('stopped');
  });
});
