/** Completion and inspection as the protocol wants them: cursors count characters, not the units of a JavaScript string. */
import type { CellCompiler, Inspection } from './compiler.js';
import { ok } from './messages.js';
import type { Content } from './messages.js';

/** More than this nobody reads, and Lab grows slow. */
const mostCandidates = 500;

export async function answerComplete(
  compiler: CellCompiler,
  { code, cursor_pos }: Content,
): Promise<Content> {
  const text = String(code);
  const { start, end, candidates } = await compiler.complete(text, toOffset(text, cursor_pos));
  const range = { start: toCursor(text, start), end: toCursor(text, end) };
  const shown = candidates.slice(0, mostCandidates);
  return {
    ...ok,
    matches: shown.map((candidate) => candidate.text),
    cursor_start: range.start,
    cursor_end: range.end,
    metadata: {
      _jupyter_types_experimental: shown.map((candidate) => ({
        ...range,
        text: candidate.text,
        type: candidate.kind,
      })),
    },
  };
}

export async function answerInspect(compiler: CellCompiler, { code, cursor_pos }: Content): Promise<Content> {
  const text = String(code);
  const offset = toOffset(text, cursor_pos);
  // With the cursor behind a name, the name is meant.
  const found =
    (await compiler.inspect(text, offset)) ??
    (offset > 0 ? await compiler.inspect(text, offset - 1) : undefined);
  if (!found) return { ...ok, found: false, data: {}, metadata: {} };
  return {
    ...ok,
    found: true,
    data: { 'text/plain': plain(found), 'text/markdown': markdown(found) },
    metadata: {},
  };
}

function plain({ signature, documentation, tags }: Inspection): string {
  const lines = tags.map(({ name, text }) => `@${name} ${text}`.trim());
  return [signature, documentation, lines.join('\n')].filter(Boolean).join('\n\n');
}

function markdown({ signature, documentation, tags }: Inspection): string {
  const lines = tags.map(({ name, text }) =>
    name === 'example' ? asExample(text) : `- *@${name}* ${text}`.trim(),
  );
  return [`\`\`\`typescript\n${signature}\n\`\`\``, documentation, lines.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

function asExample(text: string): string {
  return text.includes('```') ? text : `\`\`\`typescript\n${text}\n\`\`\``;
}

/** Characters before the cursor → index in the string. */
export function toOffset(text: string, cursor: unknown): number {
  return typeof cursor === 'number' ? [...text].slice(0, cursor).join('').length : text.length;
}

/** Index in the string → characters before it. */
export function toCursor(text: string, offset: number): number {
  return [...text.slice(0, offset)].length;
}
