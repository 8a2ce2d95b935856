import { derivations } from '../../src/derive/index.js';
import { derivation } from '../../src/notebook/index.js';
import { Shown } from '../../src/notebook/shown.js';

const name = 'layer-norm-dx';
const { lines } = derivations[name];
const shown = (upTo?: number): Shown => {
  const made = derivation(name, upTo === undefined ? {} : { upTo });
  if (!(made instanceof Shown)) throw new Error(String(made));
  return made;
};

describe('derivation', () => {
  it('begins with what it shows, says and whence, then each line with its verdict and its why', () => {
    const text = shown().toString();
    const { title, says, source } = derivations[name];
    expect(text.split('\n').slice(0, 2)).toEqual([title, says]);
    expect(text).toContain('  2  = sum(i, dy[i] * D(y[i], x[j]))\n       exact: chain rule');
    expect(text).toContain(`Source: ${source}`);
    expect(text.match(/exact: /g)).toHaveLength(lines.length - 1);
  });

  it('comes as HTML, as text and as TeX', () => {
    const bundle = shown()._repr_mimebundle_();
    expect(Object.keys(bundle)).toEqual(['text/plain', 'text/html', 'text/latex']);
    expect(bundle['text/latex']).toMatch(/^\\begin\{align\*\}/);
  });

  it('needs nothing from elsewhere, and is the same each time', () => {
    expect(shown().toHTML()).not.toMatch(/(src|href)=|@import|url\(|https?:\/\/(?!www\.w3\.org)/);
    expect(shown().toHTML()).toBe(shown().toHTML());
    expect(shown().toHTML()).not.toMatch(/\sid=/);
  });

  it('says in words what was tested, beside a word for each verdict', () => {
    const html = shown().toHTML();
    expect(html.match(/class="normlab-verdict exact" tabindex="0">exact</g)).toHaveLength(lines.length - 1);
    expect(
      html.match(/class="evidence" role="note" hidden="hidden">Equal in exact arithmetic/g),
    ).toHaveLength(lines.length - 1);
    expect(html).not.toMatch(/proved|[✓✔]/);
  });

  it('tells what the letters of its lines stand for, folded on a page', () => {
    expect(shown().toString()).toContain(
      'Given: x[i], gamma[i], beta[i], dy[i], eps > 0; i, j, k, l from 1 to C.\n  mu = mean(k, x[k])\n',
    );
    expect(shown(1).toString()).not.toContain('  g[i] = gamma[i] * dy[i]');
    expect(shown().toString()).toContain('  g[i] = gamma[i] * dy[i]');
    const html = shown().toHTML();
    expect(html).toContain('<details class="made"><summary>What the letters stand for</summary>');
    expect(html).toContain('g_{i} = \\gamma_{i}\\,{dy}_{i}');
    expect(html).toMatch(/\\varepsilon\\\).* > 0; i, j, k, l from 1 to C\./);
  });

  it('stops where it is told to', () => {
    expect(
      shown(2)
        .toHTML()
        .match(/class="line"/g),
    ).toHaveLength(2);
    expect(shown(2).toString()).not.toContain('  3  ');
    for (const upTo of [0, 1.5, lines.length + 1, NaN])
      expect(derivation(name, { upTo }).toString()).toBe(
        `○ No such line.\n  ${name} has lines 1 to ${lines.length}, got upTo: ${upTo}.`,
      );
  });

  it('puts the words below where the lines are long', () => {
    expect(derivation('layer-norm-backward').toHTML()).toContain('class="normlab-derivation long"');
    expect(derivation('layer-norm-dbeta').toHTML()).toContain('class="normlab-derivation"');
  });

  it('names near names where there is none like this', () => {
    expect(derivation('layer-norm-dgama').toString()).toMatch(
      /^○ No derivation is called 'layer-norm-dgama'\.\n {2}Near it: layer-norm-dgamma, /,
    );
    expect(derivation('layerNormDx').toString()).toContain('Near it: layer-norm-dx,');
    expect(derivation('dx').toString()).toContain('layer-norm-dx');
    expect(derivation('zzz').toString()).toMatch(/There are \d+: npm run derivations lists them\./);
    expect(derivation('constructor').toString()).toContain("No derivation is called 'constructor'");
  });
});
