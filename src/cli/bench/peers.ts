import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median } from './measure.js';
import { notebookSizes, sortingModel } from './sorting-step.js';
import type { SortingSizes } from './sorting-step.js';

/** An engine in a process of its own, which answers one line with one line. */
interface Engine {
  readonly name: string;
  readonly version: string;
  ask(question: object): Promise<Answer>;
  end(): void;
}

interface Answer {
  readonly version?: string;
  readonly losses?: readonly number[];
  readonly ms?: number;
}

/** CPU milliseconds of one step, for one size: a sample of each engine in every round. */
export interface PeerSamples {
  readonly what: string;
  readonly sizes: SortingSizes;
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

const ours = 'ours';
const kinds = ['torch', 'torch-compile', 'jax'] as const;

/** What is compared with peers: the presets by depth, then one size at a time away from L = 4. */
const peerSizes: readonly (readonly [string, SortingSizes])[] = [
  ...[4, 8, 12].map((depth) => [`L = ${depth}`, { ...notebookSizes, depth }] as const),
  ...[4, 64].map((batch) => [`L = 4, batch ${batch}`, { ...notebookSizes, depth: 4, batch }] as const),
  ...[12, 24].map((length) => [`L = 4, length ${length}`, { ...notebookSizes, depth: 4, length }] as const),
];

/**
 * Times one step of the notebook presets in every engine that the given Pythons have, in turn, one thread each.
 *
 * Before anything is timed, all engines must agree on the losses of the first eight steps.
 *
 * @param pythons Interpreters that have torch or jax.
 * @param rounds How often each engine is visited.
 * @param say Called with what goes on.
 * @throws {Error} if an engine's losses differ from ours: then it does other work.
 */
export async function measurePeers(
  pythons: readonly string[],
  rounds: number,
  say: (line: string) => void,
): Promise<PeerSamples[]> {
  const engines = await started(pythons, say);
  const folder = mkdtempSync(join(tmpdir(), 'normlab-bench-'));
  try {
    const all: PeerSamples[] = [];
    for (const [what, sizes] of peerSizes) {
      const file = join(folder, 'model.json');
      writeFileSync(file, JSON.stringify(sortingModel(sizes, 'float64')));
      await agree(engines, file, what);
      const samples = await visited(engines, rounds);
      all.push({ what, sizes, samples });
      say(lineOf({ what, samples }));
    }
    return all;
  } finally {
    for (const engine of engines) engine.end();
    rmSync(folder, { recursive: true });
  }
}

/** The median of each engine, and how many times as long as ours it took, round by round. */
export function lineOf({ what, samples }: Omit<PeerSamples, 'sizes'>): string {
  const parts = Object.entries(samples).map(([name, times]) => {
    const ratio = median(times.map((time, round) => time / samples[ours][round]));
    const beside = name === ours ? '' : ` (${ratio.toFixed(2)} × ours)`;
    return `${name} ${median(times).toFixed(2)} ms${beside}`;
  });
  return `${what.padEnd(18)} ${parts.join(', ')}`;
}

async function agree(engines: readonly Engine[], model: string, what: string): Promise<void> {
  let wanted: readonly number[] | undefined;
  for (const engine of engines) {
    const { losses = [] } = await engine.ask({ model });
    wanted ??= losses;
    const off = losses.findIndex((loss, i) => !(Math.abs(loss - (wanted?.[i] ?? NaN)) < 1e-6));
    if (losses.length === 0 || off >= 0)
      throw new Error(
        `bench: at ${what}, ${engine.name} has loss ${losses[off]} at step ${off}, we have ${wanted[off]}`,
      );
  }
}

async function visited(engines: readonly Engine[], rounds: number): Promise<PeerSamples['samples']> {
  const samples: Record<string, number[]> = Object.fromEntries(engines.map(({ name }) => [name, []]));
  for (const engine of engines) await engine.ask({ steps: 60 }); // Until it runs warm.
  for (let round = 0; round < rounds; round++)
    for (const engine of engines) samples[engine.name].push((await engine.ask({ steps: 20 })).ms ?? NaN);
  return samples;
}

async function started(pythons: readonly string[], say: (line: string) => void): Promise<Engine[]> {
  const source = (file: string): string => join(__dirname, file);
  const hook = join(__dirname, '../../kernel/typescript.cjs');
  const commands: [string, string, string[]][] = [
    [ours, process.execPath, ['-r', hook, source('engine.ts')]],
    ...pythons.flatMap((python) =>
      kinds.map((kind): [string, string, string[]] => [kind, python, [source('peers.py'), kind]]),
    ),
  ];
  const engines: Engine[] = [];
  for (const [name, program, words] of commands) {
    const engine = await start(name, program, words);
    if (engine) say(`${name}: ${engine.version}`);
    else if (name === ours) throw new Error('bench: our own engine does not start');
    if (engine) engines.push(engine);
  }
  for (const kind of kinds)
    if (!engines.some(({ name }) => name === kind)) say(`${kind}: none of the given Pythons has it`);
  return engines;
}

/** The engine, or nothing where its program or its package is missing. */
async function start(name: string, program: string, words: string[]): Promise<Engine | undefined> {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Answer | undefined> => {
    const { value, done } = (await lines.next()) as { value?: string; done?: boolean };
    return done || value === undefined ? undefined : (JSON.parse(value) as Answer);
  };
  const failed = once(child, 'error').then(() => undefined);
  const hello = await Promise.race([next(), failed]);
  if (!hello?.version) return undefined;
  return {
    ...{ name, version: hello.version },
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const answer = await next();
      if (!answer) throw new Error(`bench: ${name} ended in the middle of a measurement`);
      return answer;
    },
    end: () => child.kill(),
  };
}
