/** Python that fingers write by habit, and what to write here instead. */
const habits: readonly (readonly [written: RegExp, instead: string])[] = [
  [/^\s*def\s+\w+\s*\(/, 'a function is `function f(x: number) { return x + 1; }`'],
  [/\blambda\b/, 'a short function is `(x: number) => x + 1`'],
  [
    /\bfor\s*\(\s*(const|let|var)?\s*\w+\s+in\b/,
    'a loop over values is `for (const v of row) { … }`: `in` gives the places, as texts',
  ],
  [/[(,]\s*(axis|dim|keepdims?)\s*=(?!=)/, 'options go in braces: `mean(x, { axis: -1, keepdims: true })`'],
  [/^\s*#/, 'a comment begins with `//`'],
  [/\[[^\]]*\bfor\s+\w+\s+in\b/, 'a list made from a list is `row.map((v) => v * v)`'],
  [/^\s*for\s+\w+\s+in\b[^(]*:\s*$/, 'a loop over values is `for (const v of row) { … }`'],
  [
    /^\s*(if|elif|else|while)\b[^{(]*:\s*$/,
    'a condition stands in brackets and its lines in braces: `if (x > 0) { … }`',
  ],
  [
    /^\s*(import\s+\w+\s*(as\b.*)?|from\s+\w+\s+import\b.*)$/,
    "an import is `import { mean } from 'normlab'`",
  ],
  [/\bprint\s*\(/, 'print is `console.log(x)`, or put x on the last line'],
  [
    /\braise\s+[A-Z]|\b(Value|Runtime|Index|Key|NotImplemented|Assertion)Error\b/,
    "an error is `throw new Error('what is wrong')`",
  ],
  [
    /\w\[([^\][?{]*:|\s*\.\.\.\s*,)/,
    'a part of a list is `row.slice(1, 3)`, and a column of a list of rows `x.map((row) => row[0])`',
  ],
  [/(?<![\w\])])\[\s*[\d.]+\s*\]\s*\*/, 'a list of n zeros is `new Array<number>(n).fill(0)`'],
  [/\benumerate\s*\(/, 'a loop over values and their places is `for (const [i, v] of row.entries()) { … }`'],
  [/\blen\s*\(/, 'the length of a list is `row.length`'],
  [/\brange\s*\(/, 'a counting loop is `for (let i = 0; i < n; i++) { … }`'],
  [/\b(True|False|None)\b/, 'they are written `true`, `false` and `undefined`'],
  [/\b(and|or|not)\b/, '`and`, `or`, `not` are written `&&`, `||`, `!`'],
];

/**
 * A sentence for a line that is Python, where it is.
 *
 * @param line The line of the cell on which the compiler found an error.
 * @example
 * pythonHabit('def f(x):'); // 'That is Python. In TypeScript a function is …'
 */
export function pythonHabit(line: string): string | undefined {
  const outsideTexts = line.replace(/'[^']*'|"[^"]*"|`[^`]*`|\/\/.*$/g, "''");
  const found = habits.find(([written]) => written.test(outsideTexts));
  return found && `That is Python. In TypeScript ${found[1]}.`;
}
