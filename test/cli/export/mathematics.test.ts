import MarkdownIt from 'markdown-it';
import { drawFormulas, escapeHtml, formula, mathematics } from '../../../src/cli/export/mathematics.js';

const write = (source: string): string => new MarkdownIt().use(mathematics).render(source);
const sources = (html: string): string[] =>
  [...html.matchAll(/<annotation encoding="application\/x-tex">([^<]*)</g)].map(([, source]) =>
    source.trim(),
  );

test('formulas in a line, on their own and as environments are drawn', () => {
  expect(sources(write('The mean $\\mu$ and $$\\sigma$$ here.'))).toEqual(['\\mu', '\\sigma']);
  expect(write('before\n$$\nx^2\n$$\nafter')).toMatch(
    /<p>before<\/p>\n<div class="formula">[^]*<\/div>\n<p>after<\/p>/,
  );
  expect(sources(write('\\begin{aligned}\na&=b\\\\\nc&=d\n\\end{aligned}'))).toHaveLength(1);
  expect(sources(write('> $$\n> z\n> $$'))).toEqual(['z']);
  expect(sources(write('$$a$$ (1)\n\nand $$b$$'))).toEqual(['a', 'b']);
});

test('money, code and lone dollars are no formulas', () => {
  expect(sources(write('It costs 5$ or $6, `$x$`, 7 $ and $ 8.'))).toEqual([]);
});

test('underscores and backslashes of a formula are not markdown', () => {
  expect(sources(write('$a_i b_i \\{c\\}$ and _emphasis_'))).toEqual(['a_i b_i \\{c\\}']);
});

test('a formula that cannot be read stays as it was written', () => {
  expect(formula('\\frac{1', false)).toBe('<code class="unread-formula">\\frac{1</code>');
});

test('the TeX of a card is drawn, what stands around it is left alone', () => {
  const card = (inside: string): string => `<p>\\(z\\) <span class="normlab-tex">${inside}</span></p>`;
  const drawn = drawFormulas(card('\\(a &lt; \\hat{b}\\)'));
  expect(drawn).toMatch(
    /^<p>\\\(z\\\) <span class="normlab-tex"><span class="katex">.*<\/span><\/span><\/p>$/,
  );
  expect(sources(drawn)).toEqual(['a &lt; \\hat{b}']);
  expect(drawFormulas(card('no TeX'))).toBe(card('no TeX'));
});

test('what HTML reads as its own is escaped', () => {
  expect(escapeHtml(`<a b="c">&'`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#39;');
});
