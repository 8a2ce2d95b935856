import katex from 'katex';
import type MarkdownIt from 'markdown-it';

/** Draws one formula as HTML with MathML beside it, for readers that speak. A formula that cannot be read stays as it was written. */
export function formula(source: string, display: boolean): string {
  try {
    return katex.renderToString(source.trim(), {
      displayMode: display,
      strict: false,
      output: 'htmlAndMathml',
    });
  } catch {
    return `<code class="unread-formula">${escapeHtml(source)}</code>`;
  }
}

/** The formulas that a cell's HTML holds as TeX, drawn as those of the prose are. */
export function drawFormulas(html: string): string {
  return html.replace(
    /(<span class="normlab-tex">)\\\(([^<]*?)\\\)(?=<\/span>)/g,
    (_, open: string, tex: string) => {
      const plain = tex.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? '');
      return open + formula(plain, false);
    },
  );
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The five characters HTML reads as its own. */
export function escapeHtml(plain: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return plain.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/**
 * Teaches markdown-it the mathematics of notebooks: `$…$` in a line, `$$…$$` and `\begin{…}…\end{…}` on their own.
 * As in JupyterLab a dollar that has a blank inside it is a sum of money.
 *
 * @example
 * new MarkdownIt().use(mathematics).render('$x^2$');
 */
export function mathematics(markdown: MarkdownIt.MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'formula', formulaInLine);
  markdown.block.ruler.before('fence', 'formulas', formulaOnItsOwn, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.renderer.rules['formula'] = (tokens, i): string => formula(tokens[i]?.content ?? '', false);
  markdown.renderer.rules['formulas'] = (tokens, i): string =>
    `<div class="formula">${formula(tokens[i]?.content ?? '', true)}</div>\n`;
}

/** Neither a dollar nor a code span stands inside a formula of a line, nor an empty line inside one of its own. */
const inLine = [/\$\$([^$`]+?)\$\$/y, /\$(?!\s)((?:\\[^]|[^$\\`])+?)(?<!\s)\$(?!\d)/y];
const onItsOwn = [
  /\$\$((?:(?!\$\$|\n[^\S\n]*\n)[^])+)\$\$[^\S\n]*(?=\n|$)/y,
  /(\\begin\{(\w+\*?)\}[^]+?\\end\{\2\})[^\S\n]*(?=\n|$)/y,
];

/** What the first fitting pattern finds exactly at `at`. */
function find(patterns: readonly RegExp[], source: string, at: number): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) return found;
  }
  return undefined;
}

function formulaInLine(state: MarkdownIt.StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false;
  const found = find(inLine, state.src.slice(0, state.posMax), state.pos);
  if (!found) return false;
  if (!silent) {
    const token = state.push('formula', '', 0);
    token.content = found[1] ?? '';
  }
  state.pos += found[0].length;
  return true;
}

function formulaOnItsOwn(state: MarkdownIt.StateBlock, line: number, last: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src[start] !== '$' && state.src[start] !== '\\') return false;
  const found = find(onItsOwn, state.src.slice(0, state.eMarks[last - 1]), start);
  if (!found) return false;
  if (silent) return true;
  const lines = found[0].split('\n').length;
  const token = state.push('formulas', 'div', 0);
  token.block = true;
  token.content = (found[1] ?? '').replace(/^[ \t]*>[ \t]?/gm, '');
  token.map = [line, line + lines];
  state.line = line + lines;
  return true;
}
