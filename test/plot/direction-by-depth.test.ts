import { directionByDepth } from '../../src/plot/direction-by-depth.js';

const figure = directionByDepth([
  { norm: 'plain', cosines: [0, 0.5, 0.91] },
  { norm: 'layerNorm', cosines: [0, 0.4, 0.95] },
]);

test('directionByDepth draws one curve for each network, with its cosines', () => {
  const curves = figure.data.filter((trace) => trace.name === 'plain' || trace.name === 'layerNorm');
  expect(curves.map((trace) => trace.y)).toEqual([
    [0, 0.5, 0.91],
    [0, 0.4, 0.95],
  ]);
});

test('directionByDepth states where each curve ends, and has its numbers as a table', () => {
  expect(figure.alt).toContain('0.910 (plain), 0.950 (layerNorm)');
  expect(figure.records.rows).toHaveLength(6);
});

test('directionByDepth claims that inputs come together only where they do', () => {
  expect(figure.title).toContain('the same way');
  expect(directionByDepth([{ norm: 'plain', cosines: [0, 0.2, 0.3] }]).title).not.toContain('the same way');
});
