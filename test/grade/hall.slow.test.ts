import { layerNorm, tensor } from '../../src/index.js';
import { exercises, hall, notYetWritten, tally } from '../../src/grade/index.js';

const caughtBy = (name: string): string[] => {
  const style = hall.styles.find((one) => one.name === name);
  return hall.wrong.filter(({ layer }) => style && !style.check(layer)).map((one) => one.name);
};

describe('the hall', () => {
  it('holds eighteen wrong layers, each from the exercise of LayerNorm, and four right ones', () => {
    expect(hall.wrong).toHaveLength(18);
    expect(hall.right.map(({ name }) => name)).toEqual(['two passes', 'Welford', 'matrix', 'the library']);
    const known = exercises.layerNorm.wrong.map(({ candidate }) => candidate);
    expect(hall.wrong.every(({ layer }) => known.includes(layer))).toBe(true);
    expect(new Set(hall.wrong.map(({ layer }) => layer)).size).toBe(18);
  });

  it('has right layers that agree, on one word alone too', () => {
    const inputs = [tensor([1, 3, 4, 8]), tensor([2, -1, 0.5, 3]), tensor([1, 0, -2, 0.5]), 0.1] as const;
    for (const { layer } of hall.right)
      layer(...inputs).data.forEach((value, i) =>
        expect(value).toBeCloseTo(
          layerNorm({ x: inputs[0], gamma: inputs[1], beta: inputs[2] }, { eps: 0.1 }).data[i],
          12,
        ),
      );
  });

  it('has five styles of checking that accuse no right layer', () => {
    expect(hall.styles).toHaveLength(5);
    for (const { check } of hall.styles) expect(hall.right.every(({ layer }) => check(layer))).toBe(true);
  });

  it('shows what each style catches', () => {
    expect(hall.styles.map(({ name }) => [name, caughtBy(name).length])).toEqual([
      ['shapes', 0],
      ['by eye', 3],
      ['slopes', 2],
      ['close to', 9],
      ['snapshot', 11],
    ]);
    expect(caughtBy('slopes')).toEqual(['cut off', 'float16']);
    expect(caughtBy('by eye')).toEqual(['divides by σ²', 'over the batch', 'gain 1 + γ']);
  });
});

describe('a tally', () => {
  it('lists who slips through and who is accused', () => {
    expect(tally(exercises.catchAll.right[0].candidate)).toEqual({ slips: [], accused: [], stopped: {} });
    const { slips, accused } = tally(hall.styles[4].check);
    expect(slips).toHaveLength(7);
    expect(accused).toEqual([]);
  });

  it('says what checks stop with at right layers', () => {
    const { slips, accused, stopped } = tally((layer) => {
      throw new Error(`no ${typeof layer}`);
    });
    expect(slips).toEqual([]);
    expect(accused).toHaveLength(4);
    expect(stopped.Welford).toBe('no function');
  });

  it('leaves what is not yet written to whoever asks', () => {
    expect(() => tally(() => notYetWritten('E4.3'))).toThrow('E4.3');
  });
});
