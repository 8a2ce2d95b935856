import type { Derivation } from '../derive/derivation.js';
import type { HintLevel, Judgement } from '../derive/judgement.js';
import type { CounterExample, Entries } from '../derive/verdict.js';
import { offerOfHelp } from './blank/offer.js';
import { blankTask } from './blank/task.js';
import { Card } from './card.js';
import type { Block, Values } from './card.js';
import { lineEntry, lineText, mathOf } from './derivation/lines.js';
import { derivationStyle } from './derivation/style.js';
import { inCharacters } from './in-characters.js';
import { deriveRoom, formulaRoom } from './late.js';
import { remember } from './learner.js';
import { readable } from './number.js';
import { own } from './predict.js';
import { Shown } from './shown.js';
import { noSuchDerivation } from './derivation/unknown.js';
import { verdictMark } from './verdict-mark.js';

/** How a line is helped with. */
export interface BlankOptions {
  /** Where to look, what kind of slip it is, or the line as it would be right. Nothing unless asked. */
  readonly hint?: HintLevel;
}

/**
 * A line of a derivation, to be written by you. Without an answer it shows what is asked; with one it shows the line as it
 * was understood, and whether it follows from the line before. A right one is kept.
 *
 * @param line Counted from 1; the first line is given.
 * @param answer As the lines before are written, or as in NumPy: `rstd * (g - mean(g))`.
 * @example
 * blank('layer-norm-dbeta', 4, 'sum(n, dy[n, j])');
 */
export function blank(
  name: string,
  line: number,
  answer: string = '',
  { hint = 'off' }: BlankOptions = {},
): Shown | Card {
  const found = own(deriveRoom().derivations, name);
  if (!found) return noSuchDerivation(name);
  const count = found.lines.length;
  if (!Number.isInteger(line) || line < 2 || line > count)
    return new Card('note', 'No such line.', [
      `Lines 2 to ${count} of ${name} can be yours, got ${String(line)}.`,
    ]);
  if (answer.trim() === '') return blankTask(found, line);
  const judgement = deriveRoom().judge(found, line, answer, { hint });
  const key = `${name}:${line}`;
  const mistake = formulaRoom().misconceptionOf(key, answer, judgement)?.says ?? '';
  const notes = [offerOfHelp(hint, judgement), ...keep(key, judgement, answer.trim())];
  const answered = { of: found, k: line, judgement, mistake, notes };
  return judgement.understood ? understood(answered, judgement.understood) : verdictCard(answered);
}

/** Counts a try that could be read. Once right, a line stays right. */
function keep(key: string, { word }: Judgement, line: string): string[] {
  if (word === 'unreadable') return [];
  let wasRight = false;
  const { note } = remember((learner) => {
    const { passed, tries } = own(learner.blanks, key) ?? { passed: false, tries: 0 };
    wasRight = passed;
    if (passed && word !== 'right') return learner;
    // Of right lines the latest is kept: it may be the shorter one.
    const kept = {
      passed: word === 'right',
      tries: passed ? tries : tries + 1,
      ...(word === 'right' && { line }),
    };
    return { ...learner, blanks: { ...learner.blanks, [key]: kept } };
  });
  return [wasRight && word !== 'right' ? 'You had this line right before: that stays.' : '', note];
}

interface Answered {
  readonly of: Derivation;
  readonly k: number;
  readonly judgement: Judgement;
  /** What to say to a known mistake; '' where it is none. */
  readonly mistake: string;
  readonly notes: readonly string[];
}

/** The line as it was understood, then what there is to say to it. */
function understood(answered: Answered, expr: NonNullable<Judgement['understood']>): Shown {
  const { of, k, judgement } = answered;
  const { evidenceInWords, print, readDerivation } = deriveRoom();
  // Of a line that does not follow, the counter-example says more.
  const verdict = judgement.verdict?.counterExample ? undefined : judgement.verdict;
  const evidence = verdict ? evidenceInWords(verdict, readDerivation(of).alphabet) : '';
  const card = verdictCard(answered);
  const entry = lineEntry(mathOf(of, k, expr), { mark: verdict ? verdictMark(verdict, evidence) : '' });
  const html = `<div class="normlab-derivation">${derivationStyle}<ol class="lines answer" start="${k}" style="counter-reset: line ${k - 1}">${entry}</ol>${card.toHTML()}</div>`;
  const read = `read as  ${of.lines[k - 1].relation} ${print(expr)}`;
  const tried = verdict ? `\n  ${verdict.kind}: ${evidence}` : '';
  return new Shown(`${read}\n${card.toString()}${tried}`, html);
}

const headings = {
  right: ['yes', 'Right.'],
  'not yet': ['no', 'Not yet.'],
  unreadable: ['note', 'Unreadable.'],
} as const;

function verdictCard({ of, k, judgement, mistake, notes }: Answered): Card {
  const { word, hint } = judgement;
  const [mark, heading] = headings[word];
  if (word === 'right') return new Card(mark, heading, [...agreed(of, k, judgement), ...notes]);
  return new Card(mark, heading, [mistake, ...whyNot(judgement), hint, ...notes]);
}

/** Why the line follows, and how the derivation has it where that is another way. */
function agreed(of: Derivation, k: number, { says, understood: expr }: Judgement): string[] {
  const [{ why, relation }, theirs] = [of.lines[k - 1], lineText(of, k)];
  const isOther = expr && `${relation} ${deriveRoom().print(expr)}` !== theirs;
  return [
    why === '' ? says : `${says} Why: ${inCharacters(why)}.`,
    isOther ? `The derivation has it as ${theirs.replace(/^[=<>]+ /, '')}.` : '',
  ];
}

/** The sentence, with its counter-example as a table. */
function whyNot({ says, verdict }: Judgement): Block[] {
  const example = verdict?.counterExample;
  if (!example) return [says];
  const rest = says.replace(deriveRoom().inWords(example), '').trim();
  return ['It does not follow from the line before. Here the two differ:', { values: rowsOf(example) }, rest];
}

function rowsOf({ sizes, values, made, at, before, after }: CounterExample): Values {
  const places = Object.entries({ ...sizes, ...at }).map(([name, place]) => `${name} = ${place}`);
  return [
    ...Object.entries({ ...values, ...made }).map(([name, entries]) => [name, listed(entries)] as const),
    ['at', places.join(', ')],
    ['the line before', readable(before)],
    ['yours', readable(after)],
  ];
}

const listed = (entries: Entries): string =>
  typeof entries === 'number' ? readable(entries) : `(${entries.map(listed).join(', ')})`;
