import { blockDiagram } from '../../src/plot/index.js';
import { block } from './examples.js';

it('says where the norms stand', () => {
  expect(blockDiagram(block([])).title).toBe('From input to output the stream passes no norm');
  expect(blockDiagram(block(['sum'])).title).toBe('The stream itself passes 2 norms');
  expect(blockDiagram(block(['before'])).title).toBe('The stream runs free; 2 norms on its branches');
  expect(blockDiagram(block(['before', 'after', 'sum'])).title).toBe(
    'The stream itself passes 2 norms; 4 norms on its branches',
  );
  expect(blockDiagram(block([]), { title: 'A block of my own' }).title).toBe('A block of my own');
});

it('tells the whole block in words, and its parts as a table', () => {
  const { alt, records } = blockDiagram(block(['before']));
  expect(alt).toContain(
    'Along the stream: x, +, +, y. Beside it: LayerNorm takes x; attention takes LayerNorm;',
  );
  expect(records.rows).toContainEqual(['+', 'add', 'attention, x']);
});

it('stands in a page in the colour of its text, and as a white card without one', () => {
  const { html, svg } = blockDiagram(block(['sum']));
  expect(html).toContain('currentColor');
  expect(html).toContain('role=');
  expect(svg).toMatch(/^<svg xmlns[^>]*role="img"/);
  expect(svg).toContain('fill="#FFFFFF"');
});
