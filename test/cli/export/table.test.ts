import { plain, tableHtml, tableOf } from '../../../src/cli/export/table.js';

test('a grid gives a row for each of its cells', () => {
  const table = tableOf({ data: [{ name: 'g', x: ['a', 'b'], y: [0], z: [[1, 2]] }] });
  expect(table).toEqual({
    columns: ['series', 'x', 'y', 'value'],
    rows: [
      ['g', 'a', 0, 1],
      ['g', 'b', 0, 2],
    ],
  });
});

test('hidden and decorating traces are no data', () => {
  const data = [
    { name: 'a', x: [1], y: [2] },
    { name: 'b', x: [1], y: [2], visible: false },
    { name: 'c', x: [1], y: [2], hoverinfo: 'skip' },
  ];
  expect(tableOf({ data }).rows).toEqual([['a', 1, 2]]);
});

test('above a hundred rows the page says where the rest stands', () => {
  const rows = Array.from({ length: 103 }, (_, i) => ['a', i, i / 3]);
  const html = tableHtml({ columns: ['series', 'x', 'y'], rows }, 'figures/a.json');
  expect(html.match(/<tr>/g)).toHaveLength(101);
  expect(html).toContain('The other 3 rows are in figures/a.json.');
  expect(html).toContain('<td>0.333333</td>');
});

test('the tags plotly allows in a label are left out', () => {
  expect(plain('<b>size</b><br>of <i>h</i>')).toBe('size of h');
});

test('the numbers that came along with a figure are its table, those of every position', () => {
  const records = {
    columns: ['s', 'size'],
    rows: [
      [0.5, 1],
      [5, 2],
    ],
  };
  expect(tableOf({ data: [{ name: 'shown', x: [1], y: [2] }], layout: { meta: { records } } })).toEqual(
    records,
  );
});
