import type { Derivation } from '../../derive/derivation.js';
import { judge } from '../../derive/judge.js';
import { derivations } from '../../derive/library/index.js';
import { print } from '../../derive/print.js';
import { follows } from '../../derive/verdict.js';
import { near } from '../near.js';
import { Progress } from './progress.js';
import type { World } from './world.js';

/** Judges the answers that stand in a file, one line of JSON for each. */
export function judgeFile(file: string, world: World): number {
  const entries = entriesOf(file, world);
  if (typeof entries === 'string') {
    world.say(entries);
    return 2;
  }
  const progress = new Progress(world, entries.length);
  for (const entry of entries) {
    progress.say(JSON.stringify(judged(entry)));
    progress.step('judged');
  }
  progress.clear();
  return 0;
}

function entriesOf(file: string, world: World): readonly unknown[] | string {
  let text: string;
  try {
    text = world.read(file);
  } catch {
    return `derivations: ${file} cannot be read; give the path of a JSON file.`;
  }
  const wanted = 'a list [{ "derivation": "layer-norm-dx", "line": 5, "answer": "…" }, …]';
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found : `derivations: ${file} holds no list; write ${wanted}.`;
  } catch {
    return `derivations: ${file} is no JSON; write ${wanted}.`;
  }
}

/** The verdict on one entry; where it is no answer to a line that there is, a sentence that says so. */
function judged(entry: unknown): object {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return { error: 'An entry is an object with "derivation", "line" and "answer".' };
  const { derivation: name, line, answer } = entry as Readonly<Record<string, unknown>>;
  const given = { derivation: name, line, answer };
  if (typeof name !== 'string' || !Object.hasOwn(derivations, name))
    return { ...given, error: unknownName(String(name)) };
  const derivation = (derivations as Readonly<Record<string, Derivation>>)[name];
  const count = derivation.lines.length;
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 1 || line > count)
    return { ...given, error: `${name} has lines 1 to ${count}; got ${JSON.stringify(line) ?? 'none'}.` };
  if (typeof answer !== 'string')
    return { ...given, error: `"answer" is a text; got ${JSON.stringify(answer) ?? 'none'}.` };
  try {
    return { ...given, ...said(derivation, line, answer) };
  } catch (error) {
    return {
      ...given,
      error: `It could not be judged: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

const unknownName = (name: string): string =>
  `There is no derivation ${name}; near it are ${near(name, Object.keys(derivations)).join(', ')}.`;

function said(derivation: Derivation, line: number, answer: string): object {
  const { word, says, form, understood, verdict } = judge(derivation, line, answer, { hint: 'off' });
  return {
    word,
    verdict: verdict?.kind ?? null,
    follows: verdict !== undefined && follows(verdict),
    form,
    says,
    understood: understood ? print(understood) : null,
    counterExample: verdict?.counterExample ?? null,
    bounds: verdict?.bounds ?? [],
    error: verdict?.error ?? null,
  };
}
