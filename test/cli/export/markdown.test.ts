import { markdownWriter, unique } from '../../../src/cli/export/markdown.js';

const write = (source: string, pageOf: (notebook: string) => string | undefined = () => undefined): string =>
  markdownWriter(pageOf).html(source);

test('headings carry the anchors JupyterLab gives them, each once', () => {
  const writer = markdownWriter(() => undefined);
  expect(writer.html('## Two words\n\n## Two words')).toMatch(/id="Two-words">[^]*id="Two-words-2">/);
  expect(writer.headings.map(({ level, id }) => [level, id])).toEqual([
    [2, 'Two-words'],
    [2, 'Two-words-2'],
  ]);
});

test('a link to a notebook leads to its page where there is one; elsewhere only its words stay', () => {
  const pageOf = (name: string): string | undefined => (name === 'a.ipynb' ? '../a/index.html' : undefined);
  expect(write('[go](a.ipynb#x)', pageOf)).toBe('<p><a href="../a/index.html#x">go</a></p>\n');
  expect(write('see [**b** now](b.ipynb) or [c](https://c.org)', pageOf)).toBe(
    '<p>see <strong>b</strong> now or <a href="https://c.org">c</a></p>\n',
  );
});

test('folded hints stay folded, with markdown and code inside', () => {
  const html = write(
    '<details><summary>Hint</summary>\n\nUse **two**.\n\n```ts\nconst a = 1;\n```\n\n</details>',
  );
  expect(html).toContain('<details><summary>Hint</summary>');
  expect(html).toContain('<strong>two</strong>');
  expect(html).toContain('hljs-keyword');
});

test('tables can be scrolled by themselves', () => {
  expect(write('| a |\n|---|\n| 1 |')).toMatch(/^<div class="scroll"><table>[^]*<\/table><\/div>\n$/);
});

test('a taken word is counted on', () => {
  expect(unique('a', (word) => ['a', 'a-2'].includes(word))).toBe('a-3');
});
