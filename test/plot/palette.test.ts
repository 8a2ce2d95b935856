import { contrast, ink, okabeIto, textOn, transparent, viridis, viridisAt } from '../../src/plot/palette.js';

/** Viénot's and Machado's matrices for linear light: what people without red or green cones see. */
const visions: Record<string, number[][]> = {
  'without red cones': [
    [0.152, 1.053, -0.205],
    [0.115, 0.786, 0.099],
    [-0.004, -0.048, 1.052],
  ],
  'without green cones': [
    [0.367, 0.861, -0.228],
    [0.28, 0.673, 0.047],
    [-0.012, 0.043, 0.969],
  ],
};

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const seen = (hex: string, matrix: number[][]): number[] =>
  matrix.map((row) => row.reduce((sum, weight, i) => sum + weight * channels(hex)[i], 0));

describe.each(Object.entries(visions))('the palette %s', (_, matrix) => {
  it('keeps every two series at a distance', () => {
    for (const one of okabeIto)
      for (const other of okabeIto.filter((colour) => colour > one)) {
        const [a, b] = [seen(one, matrix), seen(other, matrix)];
        expect(Math.hypot(...a.map((value, i) => value - b[i]))).toBeGreaterThan(30);
      }
  });
});

it('does not take red and green of one lightness for a palette', () => {
  const [a, b] = ['#C04040', '#6E6340'].map((hex) => seen(hex, visions['without green cones']));
  expect(Math.hypot(...a.map((value, i) => value - b[i]))).toBeLessThan(30);
});

it('has grey text of the same contrast on white and on near-black', () => {
  expect(contrast(ink, '#FFFFFF')).toBeGreaterThan(4.2);
  expect(contrast(ink, '#111111')).toBeGreaterThan(4.2);
});

it('writes on each colour with a contrast of at least 4.3', () => {
  for (const colour of [...okabeIto, ...viridis])
    expect(contrast(colour, textOn(colour))).toBeGreaterThan(4.3);
});

it('runs through viridis from dark to light and stops at its ends', () => {
  expect(viridisAt(0)).toBe(viridis[0]);
  expect(viridisAt(1)).toBe(viridis[8]);
  expect(viridisAt(7)).toBe(viridis[8]);
  expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
  expect(transparent('#0072B2', 0.2)).toBe('rgba(0,114,178,0.2)');
});
