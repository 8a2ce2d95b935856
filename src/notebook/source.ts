/** The text of a function as a file can hold it. */

const keywords = new Set(
  'await break case catch class const continue debugger default delete do else false finally for function if in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield async arguments'.split(
    ' ',
  ),
);

/** What a function's text is made of. */
export interface Source {
  /** A function expression. */
  readonly text: string;
  /** The names it reads and does not define. */
  readonly names: readonly string[];
}

/**
 * The text of a function, with the names that a compiler turned into `(0, module_1.mean)` or, of other cells, into
 * `exports.mean` turned back.
 *
 * @returns Nothing where the text is not there, as for a built-in or bound function.
 */
export function sourceOf(f: (...inputs: never[]) => unknown): Source | undefined {
  const written = Function.prototype.toString.call(f);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(written)) return undefined;
  const plain = written
    .replace(/\(0,\s*[\w$]+\.([\w$]+)\)/g, '$1')
    .replace(/(?<![\w$.])(?:exports|[A-Za-z][\w$]*_\d+)\.([\w$]+)/g, '$1');
  const isExpression = /^(async\b|function\b|class\b|\(|[\w$]+\s*=>)/.test(plain);
  const text = isExpression ? plain : `function ${plain}`;
  return { text, names: freeNames(text) };
}

/** Names that are read and nowhere made: not declared, not a parameter, not a property. */
function freeNames(text: string): string[] {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ')
    .replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "''")
    .replace(/`(?:\\.|[^`\\])*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map((m) => m[1]).join(' '),
    );
  const made = new Set(keywords);
  const make = (list: string): void => {
    for (const [name] of list.matchAll(/[A-Za-z_$][\w$]*/g)) made.add(name);
  };
  for (const [, list] of bare.matchAll(/\b(?:const|let|var)\s+(\{[^}]*\}|\[[^\]]*\]|[\w$]+)/g)) make(list);
  for (const [, name] of bare.matchAll(/\b(?:function\s*\*?|class)\s*([\w$]+)/g)) make(name);
  for (const [, list] of bare.matchAll(/\bfunction\b[^(]*\(([^)]*)\)/g)) make(list);
  for (const [, list, single] of bare.matchAll(/(?:\(([^()]*)\)|([\w$]+))\s*=>/g)) make(list ?? single);
  const read = bare.matchAll(/(?<![\w$.]|\?\.)([A-Za-z_$][\w$]*)(?!\s*:(?!:)|[\w$])/g);
  const spread = bare.matchAll(/\.\.\.([A-Za-z_$][\w$]*)/g);
  const ternary = bare.matchAll(/\?\s*([A-Za-z_$][\w$]*)\s*:/g);
  const all = [...read, ...spread, ...ternary].map((match) => match[1]);
  return [...new Set(all)].filter((name) => !made.has(name) && !(name in globalThis)).sort();
}
