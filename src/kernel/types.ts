/**
 * The thread that knows TypeScript: it answers one question of the cells' thread after another. What the compiler throws
 * ends the thread, since tslab's converter is of no use after it; compiler-thread.ts begins another.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from './compiler-thread.js';
import { TslabCompiler } from './tslab-compiler.js';
import type { Beginning } from './tslab-compiler.js';

const { root } = createRequire(__filename)('./typescript.cjs') as { root: string };
const cells = parentPort!;
const compiler = new TslabCompiler(root, workerData as Beginning);

cells.on('message', ({ method, given }: Question) =>
  cells.postMessage(Reflect.apply(compiler[method], compiler, given)),
);
