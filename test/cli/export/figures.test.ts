import { figureFiles, figureHtml, figuresOf } from '../../../src/cli/export/figures.js';
import { code, figureBundle, notebookOf, printed, result } from './executed.js';

const notebook = notebookOf(
  code('a', 'show(f)', [printed('1'), result(figureBundle)]),
  code('b', 'show(f)', [result({ ...figureBundle })]),
  code('c', 'f', [result({ 'image/svg+xml': ['<svg></svg>'], 'text/plain': 'Ein Bild: größer' })]),
);
const figures = [...figuresOf(notebook).values()];

test('figures are named by what is bold in their title, each name once, in letters every file system takes', () => {
  expect(figures.map(({ name, cell }) => [name, cell])).toEqual([
    ['the-loss-falls', 'a'],
    ['the-loss-falls-2', 'b'],
    ['ein-bild-gro-er', 'c'],
  ]);
});

test('beside the page stand the picture, and the records with the data table', () => {
  const files = figureFiles(figures[0]);
  expect([...files.keys()]).toEqual(['figures/the-loss-falls.svg', 'figures/the-loss-falls.json']);
  const records = JSON.parse(files.get('figures/the-loss-falls.json')!) as Record<string, unknown>;
  expect(records).toMatchObject({ cell: 'a', alt: figureBundle['text/plain'], title: 'The loss falls' });
  expect(records['table']).toEqual({
    columns: ['series', 'step', 'loss'],
    rows: [
      ['loss', 0, 2],
      ['loss', 1, 1.5],
    ],
  });
});

test('the page shows the picture with its words, and carries the records for where scripts run', () => {
  const html = figureHtml(figures[0]);
  expect(html).toContain(
    '<img src="figures/the-loss-falls.svg" alt="The loss falls from 2 to 1.5 &quot;at once&quot;." width="700" height="400">',
  );
  expect(html).toContain('<script type="application/json">');
  expect(html.match(/<script/g)).toHaveLength(1);
});

test('records cannot end the script they stand in', () => {
  const data = [{ name: '</script><b>', x: [1], y: [2] }];
  const [figure] = figuresOf(
    notebookOf(code('a', '', [result({ 'application/vnd.plotly.v1+json': { data } })])),
  ).values();
  expect(figureHtml(figure).split('</script>')).toHaveLength(2);
});

const turning = {
  'text/html': ['<div data-scene="1">', '<script>turn()</script></div>'],
  'image/svg+xml': '<svg viewBox="0 0 300 400"></svg>',
  'application/vnd.normlab.records+json': { title: 'It turns', columns: ['a'], rows: [[1]] },
  'text/plain': 'It turned by a third.',
};

test('a picture that brings a script of its own moves on the page, and has its files and table like any other', () => {
  const [figure] = figuresOf(notebookOf(code('a', '', [result(turning)]))).values();
  expect(figure).toMatchObject({
    name: 'it-turns',
    title: 'It turns',
    table: { columns: ['a'], rows: [[1]] },
  });
  const html = figureHtml(figure);
  expect(html).toContain('<div class="picture"><div data-scene="1"><script>turn()</script></div></div>');
  expect(html).toContain('<td>1</td>');
  const files = figureFiles(figure);
  expect([...files.keys()]).toEqual(['figures/it-turns.svg', 'figures/it-turns.json']);
  expect(files.get('figures/it-turns.json')).not.toContain('turn()');
});

test('HTML beside a picture is left out where it is not ours', () => {
  const foreign = { ...turning, 'application/vnd.normlab.records+json': undefined };
  const [figure] = figuresOf(notebookOf(code('a', '', [result(foreign)]))).values();
  expect(figureHtml(figure)).not.toContain('<script');
});
