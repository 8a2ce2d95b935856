import { at, histogramsByLayer } from '../../src/plot/index.js';
import type { Figure } from '../../src/plot/index.js';
import { viridis } from '../../src/plot/palette.js';
import { histograms } from './examples.js';

const named = (figure: Figure, name: string): Record<string, unknown> =>
  figure.data.find((trace) => trace.name === name) ?? {};

it('draws a column of cells for each layer, from edge to edge, light for a large share', () => {
  const { x, y, base, marker } = named(histogramsByLayer(histograms), 'activations') as {
    x: number[];
    y: number[];
    base: number[];
    marker: { color: string[] };
  };
  expect(x.slice(0, 5)).toEqual([0, 0, 0, 0, 1]);
  expect(base.slice(0, 4)).toEqual([-2, -1, 0, 1]);
  expect(y.slice(0, 4)).toEqual([1, 1, 1, 1]);
  expect(marker.color.slice(0, 4).map((colour) => viridis.indexOf(colour))).toEqual([2, 8, 8, 2]);
});

it('says that the cells at the ends hold what lies beyond, too', () => {
  const { hovertext } = named(histogramsByLayer(histograms), 'activations') as { hovertext: string[] };
  expect(hovertext.slice(0, 4).map((text) => /Activation: ([^<]+)/.exec(text)?.[1])).toEqual([
    '-1 or less',
    '-1 to 0',
    '0 to 1',
    '1 or more',
  ]);
  expect(histogramsByLayer(histograms).subtitle).toContain('count what lies beyond');
});

it('leaves an empty bin without colour', () => {
  const { marker } = named(at(histogramsByLayer(histograms), '100'), 'activations') as {
    marker: { color: string[] };
  };
  expect(viridis).not.toContain(marker.color[0]);
});

it('shows dead units in percent, and the logarithm of update to data with a line at −3', () => {
  const end = at(histogramsByLayer(histograms), '100');
  expect((named(end, 'dead units').y as number[])[5]).toBe(50);
  const { y, marker } = named(end, 'update to data') as { y: number[]; marker: { symbol: string[] } };
  expect(y[0]).toBeCloseTo(-3, 12);
  expect([y[9], marker.symbol[9]]).toEqual([-6, 'triangle-down']);
  expect(end.layout.shapes).toMatchObject([{ y0: -3, y1: -3 }]);
});

it('says in how many layers most units end up dead, and each layer in words', () => {
  const { title, alt } = histogramsByLayer(histograms);
  expect(title).toBe('In 4 of 10 layers more than half of the units end up dead');
  expect(alt).toContain('layer 2: 10 % dead, log₁₀ of update to data -3.3');
});

it('says where no layer is dead what becomes of the size, and in words at the first and the last step', () => {
  const sized = (...ends: number[]) =>
    histogramsByLayer({
      ...histograms,
      layers: histograms.layers.map((layer, l) => ({
        ...layer,
        dead: [0, 0],
        size: l === 0 ? [1, 1] : ends,
      })),
    });
  expect(sized(1 / 228.77, 1).title).toBe('From layer 1 to layer 10 the activations shrink 229-fold');
  expect(sized(50, 1).title).toContain('grow 50-fold');
  expect(sized(0.9, 1).title).toContain('keep their size');
  expect(sized(NaN, 1).title).toContain('lose every finite size');
  expect(sized(1 / 228.77, 1).alt).toContain(
    'Activations from layer 1 to layer 10: after 0 updates they shrink 229-fold, after 100 updates they keep their size.',
  );
});

it('refuses bins that do not fit their edges', () => {
  expect(() => histogramsByLayer({ ...histograms, activationEdges: [0, 1] })).toThrow(
    'layer 1 has 4 bins for 2 edges',
  );
  expect(() => histogramsByLayer({ ...histograms, layers: [] })).toThrow(RangeError);
});
