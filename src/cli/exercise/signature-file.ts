import type { Exercise } from '../../grade/index.js';

const widest = 100;

/** The file in which a learner writes an answer: what is asked for, and a function that says it is not written yet. */
export function signatureFile({ title, statement, signature, exportName = '' }: Exercise): string {
  const comment = [title, ...wrapped(statement)].map((line, i) =>
    i === 1 ? ` *\n * ${line}` : ` * ${line}`,
  );
  return [
    '/**',
    ...comment,
    ' */',
    `export function ${folded(signature)} {`,
    `  throw new Error('${exportName} is not written yet: put your own lines in the place of this one');`,
    '}',
    '',
  ].join('\n');
}

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (`${last} ${word}`.length > widest && last !== '') lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** A signature that is too wide for a line, with a parameter on each. */
function folded(signature: string): string {
  if (signature.length <= widest) return signature;
  const open = signature.indexOf('(') + 1;
  const cuts = [open];
  let depth = 1;
  let at = open;
  for (; depth > 0 && at < signature.length; at++) {
    const letter = signature[at];
    if ('({['.includes(letter)) depth += 1;
    if (')}]'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 1) cuts.push(at + 1);
  }
  const parameters = cuts.map((from, i) => signature.slice(from, cuts[i + 1] ?? at - 1).trim());
  const lines = parameters.map((each) => `  ${each.replace(/,$/, '')},\n`);
  return `${signature.slice(0, open)}\n${lines.join('')}${signature.slice(at - 1)}`;
}
