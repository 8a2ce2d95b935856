import { tokenStages } from '../../src/plot/index.js';
import { stages } from './examples.js';

const figure = tokenStages(stages, { initial: 'x̂' });

it('prints the numbers of the chosen stage on the bars', () => {
  expect(figure.data[0].text).toEqual(['1.4140', '−0.7070', '−0.7070']);
  expect(figure.frames[0].data[0].text).toEqual(['0.5000', '0.1000', '0.1000']);
});

it('draws and says mean and deviation of each stage', () => {
  expect(figure.frames[0].subtitle).toContain('mean 0.2333 (dashed), deviation 0.1886 (band)');
  const [band, line] = figure.frames[0].layout.shapes as { y0: number; y1: number }[];
  expect(line.y0).toBeCloseTo(0.23333, 5);
  expect(band.y1 - band.y0).toBeCloseTo(2 * 0.188562, 5);
  expect(figure.alt).toContain('x − μ has mean 0.0000 and deviation 0.1886');
});

it('keeps one y axis that holds every stage', () => {
  const { range } = figure.layout.yaxis as { range: [number, number] };
  expect(range[0]).toBeLessThan(-1);
  expect(range[1]).toBeGreaterThan(2.2);
  expect(figure.frames.every(({ layout }) => !('yaxis' in layout))).toBe(true);
});

it('refuses stages of different length', () => {
  expect(() => tokenStages([stages[0], { stage: 'y', values: [1] }])).toThrow('same number of values');
  expect(() => tokenStages([])).toThrow(RangeError);
});
