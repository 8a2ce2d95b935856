import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Packed } from '../../src/cli/golden/file.js';

/** A call of an operation: tensors by name, and which of them want their gradient of ⟨y, gy⟩. */
export interface Call {
  readonly op: string;
  readonly dtype: 'float64' | 'float32';
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly in: Readonly<Record<string, Packed>>;
  readonly wants: readonly string[];
  readonly gy: Packed;
}

type Numbers = readonly [shape: readonly number[], data: readonly (number | string)[]];

interface Answer {
  readonly out?: Readonly<Record<string, Numbers>>;
  readonly grad?: Readonly<Record<string, Numbers>>;
  readonly error?: string;
}

/** What computes a call: every output by its name, every gradient as `d` and the name of the input. */
export interface Reference {
  compute(call: Call): Promise<ReadonlyMap<string, Packed>>;
}

/** PyTorch in one process, which answers a line with a line. */
export interface PyTorch extends Reference {
  readonly version: string;
  end(): void;
}

/** Starts PyTorch; nothing, where this Python does not have it. */
export async function startPyTorch(python: string): Promise<PyTorch | undefined> {
  const child = spawn(python, [join(__dirname, 'pytorch.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => undefined); // That it ended is told by the line that does not come.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = once(child, 'error').then(() => undefined);
  const next = async (): Promise<unknown> => {
    const { value, done } = (await lines.next()) as { value?: string; done?: boolean };
    return done || value === undefined ? undefined : JSON.parse(value);
  };
  const hello = (await Promise.race([next(), failed])) as { version: string } | undefined;
  if (!hello) return undefined;
  return {
    version: hello.version,
    async compute(call) {
      child.stdin.write(`${JSON.stringify(call)}\n`);
      const answer = (await next()) as Answer | undefined;
      if (!answer?.out) throw new Error(`PyTorch: ${answer?.error ?? 'ended in the middle of a call'}`);
      return new Map([
        ...Object.entries(answer.out).map(([name, one]) => [name, packed(one)] as const),
        ...Object.entries(answer.grad ?? {}).map(([name, one]) => [`d${name}`, packed(one)] as const),
      ]);
    },
    end: () => child.kill(),
  };
}

/** JSON knows no NaN and no infinity: they come as words. */
const packed = ([shape, data]: Numbers): Packed => [shape, data.map(Number)];
