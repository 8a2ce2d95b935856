import core from 'highlight.js/lib/core';
import python from 'highlight.js/lib/languages/python';
import shell from 'highlight.js/lib/languages/bash';
import typescript from 'highlight.js/lib/languages/typescript';
import { escapeHtml } from './mathematics.js';

core.registerLanguage('typescript', typescript);
core.registerLanguage('python', python);
core.registerLanguage('bash', shell);

/**
 * Source as HTML whose parts carry the classes `hljs-…`; a language it does not know is shown plainly.
 *
 * @example
 * highlighted('const x = 1;', 'typescript');
 */
export function highlighted(source: string, language: string): string {
  return core.getLanguage(language) ? core.highlight(source, { language }).value : escapeHtml(source);
}
