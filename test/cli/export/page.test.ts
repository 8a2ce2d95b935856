import { pageHtml } from '../../../src/cli/export/page.js';
import { code, figureBundle, markdown, notebookOf, printed, result } from './executed.js';

const options = {
  name: 'x',
  origin: 'Made & kept.',
  command: 'npm run export -- x.ipynb',
  pageOf: () => undefined,
};
const page = pageHtml(
  notebookOf(
    markdown('# Title $x$\n\n## One\n\n## Two'),
    code('a', 'show(f)', [result(figureBundle)]),
    code('b', 'secret()', [printed('secret')], ['hide-export']),
  ),
  options,
);

test('the page names its language and title, has a skip link to its text and lists its sections', () => {
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<title>Title x</title>');
  expect(page).toContain('<a class="skip" href="#text">');
  expect(page).toContain('<main id="text"');
  expect(page).toMatch(/<nav [^]*href="#One"[^]*href="#Two"[^]*<\/nav>/);
});

test('cells tagged hide-export are left out', () => {
  expect(page).not.toContain('secret');
});

test('nothing on the page comes from a network, and plotly is named only where a figure moves', () => {
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.filter((address) => /^(\w+:)?\/\//.test(address))).toEqual([]);
  expect(page).toContain('src="assets/plotly.js"');
  expect(pageHtml(notebookOf(markdown('# A')), options)).not.toContain('plotly');
});
