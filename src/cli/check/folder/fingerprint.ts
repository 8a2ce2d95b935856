import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';

const graders = ['grade-file.ts', 'worker.ts'].map((file) => join(__dirname, '..', file));

/** All that decides on verdicts, as one code: the exercises of a module, the checks, the sandbox and what calls them. */
export async function graderCode(library: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [...graders, library],
    bundle: true,
    write: false,
    outdir: 'code',
    platform: 'node',
    packages: 'external',
    minifyWhitespace: true,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

/** A short text that is another one as soon as anything is that a verdict depends on. */
export function fingerprint(...parts: readonly (string | number)[]): string {
  return digest(parts).toString('hex').slice(0, 16);
}

/** Which random inputs a file of a class is graded with: they follow from the seed of the class and the file's name. */
export function seedOf(seed: number, file: string): number {
  return digest([seed, file]).readUInt32BE(0);
}

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
