import { Table } from '../../src/plot/index.js';

const table = new Table(
  ['word', 'size'],
  [
    ['a<b', 1],
    ['long', 0.35],
    ['c', null],
  ],
  2,
);

it('aligns words to the left and numbers to the right', () => {
  expect(String(table)).toBe(
    'word  size\na<b      1\nlong  0.35\n… 1 more row: with 3 as last argument it shows all.',
  );
});

it('says nothing of more rows where there are none', () => {
  expect(String(new Table(['n'], [[1], [2]], 2))).toBe('n\n1\n2');
});

it('is HTML with header cells, and lets no text become a tag', () => {
  const bundle = table._repr_mimebundle_();
  expect(bundle['text/plain']).toBe(String(table));
  expect(bundle['text/html']).toContain('<th scope="col"');
  expect(bundle['text/html']).toContain('a&lt;b');
  expect(bundle['text/html']).toContain('1 more row');
});
