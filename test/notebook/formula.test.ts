import { formula, formulaStyle, textWithFormulas } from '../../src/notebook/formula.js';

describe('a formula', () => {
  it('stands there as TeX for pages that typeset it, and as MathML for those that do not', () => {
    const html = formula('x_i < 2');
    expect(html).toContain('<span class="normlab-tex">\\(x_i &lt; 2\\)</span>');
    expect(html).toMatch(
      /<span class="normlab-mathml" hidden="hidden"><math [^>]*>.*<msub><mi>x<\/mi><mi>i<\/mi><\/msub>.*<\/math><\/span>$/,
    );
  });

  it('shows only one of the two, also where its style is stripped', () => {
    expect(formulaStyle).toContain('.normlab-mathml[hidden] { display: inline; }');
    expect(formulaStyle).toMatch(
      /\.normlab-tex:has\(mjx-container.*\) \+ \.normlab-mathml \{ display: none; \}/,
    );
    expect(formulaStyle).toMatch(/\.normlab-tex:not\(:has\(mjx-container.*\)\) \{ display: none; \}/);
  });

  it('holds its TeX once only, so that nobody reads it twice', () => {
    expect(formula('\\frac{a}{b}').match(/frac\{/g)).toHaveLength(1);
    expect(formula('a')).not.toMatch(/annotation|semantics/);
  });

  it('leaves underlining to the style of the page where it is MathML', () => {
    const html = formula('\\textcolor{#D55E00}{\\underline{x}}');
    expect(html).toContain('<mstyle mathcolor="#D55E00">');
    expect(html).not.toContain('<munder');
  });

  it('stays readable where it is no TeX', () => {
    expect(formula('\\frac{1')).toContain('<code>\\frac{1</code>');
  });

  it('is found in a text', () => {
    expect(textWithFormulas('1 < $x$ & 2')).toMatch(
      /^1 &lt; <span class="normlab-tex">\\\(x\\\).*<\/span> &amp; 2$/,
    );
  });
});
