import MarkdownIt from 'markdown-it';
import { highlighted } from './code.js';
import { mathematics } from './mathematics.js';

/** A heading of the page, for its table of contents. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
  /** The heading as HTML, its mathematics drawn. */
  readonly html: string;
}

/** Turns markdown into HTML and remembers the headings met, whose anchors are unique over the whole page. */
export interface Writer {
  readonly headings: readonly Heading[];
  html(source: string): string;
}

/**
 * A writer for one page.
 *
 * @param pageOf where the page of another notebook stands (a relative address), or nothing: its link then becomes plain text.
 * @example
 * const writer = markdownWriter(() => undefined);
 * writer.html('# One\n\n$x$');
 */
export function markdownWriter(pageOf: (notebook: string) => string | undefined): Writer {
  const headings: Heading[] = [];
  const markdown = new MarkdownIt({ html: true, typographer: false, highlight: highlighted });
  markdown.use(mathematics);
  markdown.core.ruler.push('anchors', (state) => anchors(state, headings));
  markdown.core.ruler.push('links', (state) => links(state, pageOf));
  markdown.renderer.rules['table_open'] = (): string => '<div class="scroll"><table>\n';
  markdown.renderer.rules['table_close'] = (): string => '</table></div>\n';
  return { headings, html: (source): string => markdown.render(source) };
}

/** `word`, or `word-2`, `word-3`, … when it is taken. */
export function unique(word: string, taken: (candidate: string) => boolean): string {
  let candidate = word;
  for (let n = 2; taken(candidate); n++) candidate = `${word}-${n}`;
  return candidate;
}

function anchors(state: MarkdownIt.StateCore, headings: Heading[]): void {
  state.tokens.forEach((token, i) => {
    const inline = state.tokens[i + 1];
    if (token.type !== 'heading_open' || !inline) return;
    const words = (inline.children ?? []).map((child) => child.content).join('');
    // The anchor JupyterLab gives the same heading, so that a link inside a notebook works in both.
    const id = unique(words.trim().replace(/\s+/g, '-'), (word) =>
      headings.some((heading) => heading.id === word),
    );
    token.attrSet('id', id);
    const html = state.md.renderer.renderInline(inline.children ?? [], state.md.options, state.env);
    headings.push({
      level: Number(token.tag.slice(1)),
      id,
      text: words,
      html: html.replace(/<\/?a\b[^>]*>/g, ''),
    });
  });
}

/** Links to notebooks lead to their pages; where there is no such page the words stay and the link goes. */
function links(state: MarkdownIt.StateCore, pageOf: (notebook: string) => string | undefined): void {
  for (const block of state.tokens) {
    let dropped = false;
    for (const token of block.children ?? []) {
      const [notebook, anchor] = notebookOf(token.type === 'link_open' ? token.attrGet('href') : null);
      if (notebook) {
        const page = pageOf(notebook);
        if (page) token.attrSet('href', page + anchor);
        dropped = !page;
      }
      if (!dropped) continue;
      if (token.type === 'link_open' || token.type === 'link_close') token.hidden = true;
      if (token.type === 'link_close') dropped = false;
      if (token.hidden) Object.assign(token, { type: 'text', content: '' });
    }
  }
}

/** `00-start-here.ipynb#seeds` → the notebook's file and the anchor. */
function notebookOf(href: string | number | null): [string | undefined, string] {
  const found = /^(?!\w+:)([^#]+\.ipynb)(#.*)?$/.exec(decodeURI(String(href ?? '')));
  return found ? [found[1], found[2] ?? ''] : [undefined, ''];
}
