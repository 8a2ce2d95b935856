/** Records that were made before, by a command anyone can repeat, and are kept in `notebooks/records`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { experiments, fromPlain } from '../experiments/index.js';
import type { Judged, PresetName, Report, Result } from '../experiments/index.js';
import { armName } from '../plot/index.js';
import { Card } from './card.js';
import type { Block } from './card.js';
import { projectFolder } from './learner/project.js';
import { readable } from './number.js';

/** What made a file of records, and when. */
interface Made {
  readonly command: string;
  /** Year, month, day. */
  readonly date: string;
}

/**
 * The stored records of an experiment, with the command that made them; a cell that ends with them shows both.
 *
 * @throws {Error} if there are none; the message has the command that makes them.
 * @example
 * stored('warm-up').results.filter(({ arm }) => arm === 'post');
 */
export function stored(experiment: string): Stored {
  const folder = join(projectFolder(), 'notebooks', 'records');
  const report = read<Report>(join(folder, `${experiment}.json`));
  if (!report)
    throw new Error(
      `stored: there are no records of ${experiment}. ` +
        `npm run experiment -- ${experiment} --json notebooks/records/${experiment}.json makes them.`,
    );
  const made = read<Readonly<Record<string, Made>>>(join(folder, 'made.json')) ?? {};
  return new Stored(report, made[`${experiment}.json`]);
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Stored records, and where they come from. */
export class Stored {
  readonly experiment: string;
  readonly preset: PresetName;
  /** Of the library that made them. */
  readonly version: string;
  readonly results: readonly Result[];
  readonly claims: readonly Judged[];
  readonly seeds: readonly number[];
  readonly made: Made | undefined;

  constructor(report: Report, made: Made | undefined) {
    this.experiment = report.experiment;
    this.preset = report.preset;
    this.version = report.version;
    this.results = report.records.map(fromPlain);
    this.claims = report.claims.map((claim) => ({ ...claim, value: Number(claim.value) }));
    this.seeds = [...new Set(this.results.map(({ seed }) => seed))].sort((a, b) => a - b);
    this.made = made;
  }

  toString(): string {
    return this.#card().toString();
  }

  _repr_mimebundle_(): Record<string, string> {
    return this.#card()._repr_mimebundle_();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #card(): Card {
    const { experiment, preset, results, seeds, version, made } = this;
    const several = seeds.length === 1 ? `seed ${seeds[0]}` : `${seeds.length} seeds`;
    const ends = seeds.length === 1 ? '' : ` (${seeds[0]} to ${seeds[seeds.length - 1]})`;
    const heading = `Stored: ${experiment}, ${results.length} runs of ${several}${ends}, preset ${preset}`;
    const by = made ? `Made by \`${made.command}\` on ${made.date}, with normlab ${version}.` : '';
    const question = Object.hasOwn(experiments, experiment) ? experiments[experiment].question : '';
    return new Card('note', heading, [question, ...this.#verdicts(), by]);
  }

  /** The claims that were written before these runs, each with what came out. */
  #verdicts(): Block[] {
    if (this.claims.length === 0) return [];
    const rows = this.claims.map(({ text, value, holds }) => {
      // A mark and its number stay on one line.
      return [
        `${holds ? '✓' : '✗'}\u00a0${value === Infinity ? '∞' : readable(value)}`,
        armName(text),
      ] as const;
    });
    return ['What was claimed before the runs, and the number that decides:', { values: rows }];
  }
}
