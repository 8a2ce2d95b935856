/** The thread in which one file is graded. Who started it listens, and ends it when its time is up. */
import { parentPort, workerData } from 'node:worker_threads';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { Candidate, Exercise } from '../../grade/index.js';
import { gradeCode } from '../../grade/sandbox/index.js';
import type { Message, Task } from './task.js';

const say = (message: Message): void => parentPort?.postMessage(message);

async function work({ library, exercise, ...code }: Task): Promise<void> {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const { arrayExercises } = (await import(library)) as {
    readonly arrayExercises: Readonly<Record<string, Exercise<Candidate>>>;
  };
  const result = gradeCode(code, arrayExercises[exercise], { quickjs, tell: say });
  say({ result });
}

void work(workerData as Task);
