import { figuresOf } from '../../../src/cli/export/figures.js';
import type { Output } from '../../../src/cli/export/notebook.js';
import { asPrinted, outputsHtml } from '../../../src/cli/export/outputs.js';
import { code, figureBundle, notebookOf, printed, result } from './executed.js';

const escape = String.fromCharCode(27);
const html = (outputs: readonly Output[], tags: readonly string[] = []): string => {
  const cell = code('a', '', outputs, tags);
  return outputsHtml(cell, {
    figures: figuresOf(notebookOf(cell)),
    markdown: (source) => `<p>${source}</p>`,
  });
};

test('neighbouring prints are one text, escaped', () => {
  expect(html([printed('a <'), printed('b\n')])).toBe('<pre class="printed stdout">a &lt;b</pre>');
});

test('a card keeps its HTML, a figure its picture, plain text its form', () => {
  expect(html([result({ 'text/html': '<b>x</b>', 'text/plain': 'x' })])).toBe(
    '<div class="card"><b>x</b></div>',
  );
  expect(html([result(figureBundle)])).toContain('<figure id="the-loss-falls">');
  expect(html([result({ 'text/markdown': 'm', 'text/plain': 'x' })])).toBe('<p>m</p>');
  expect(html([result({ 'text/plain': '[ 1, 2 ]' })])).toBe('<pre class="printed result">[ 1, 2 ]</pre>');
  expect(html([result({ 'image/png': 'QUJD\n', 'text/plain': 'abc' })])).toBe(
    '<img src="data:image/png;base64,QUJD" alt="abc">',
  );
});

test('formulas in the HTML of a card are drawn', () => {
  const bundle = { 'text/html': '<span class="normlab-tex">\\(x\\)</span>', 'text/plain': 'x' };
  expect(html([result(bundle)])).toContain('<span class="normlab-tex"><span class="katex">');
});

test('a mistake made on purpose is shown calmly, its colours gone and its place folded', () => {
  const error: Output = {
    output_type: 'error',
    ename: 'E',
    evalue: 'bad',
    traceback: [`${escape}[31mE${escape}[0m: bad`, 'at In[1]'],
  };
  expect(html([error], ['raises-exception'])).toContain('on purpose');
  expect(html([error])).not.toContain('on purpose');
  expect(html([error])).toContain(
    '<pre>E: bad</pre><details><summary>Where</summary><pre>E: bad\nat In[1]</pre>',
  );
});

test('what a carriage return wrote over is gone', () => {
  expect(asPrinted('10 %\r100 %\ndone\r\n')).toBe('100 %\ndone\n');
});
