/** The thread in which one file is graded. Who started it listens, and ends it when its time is up. */
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { Candidate, Exercise } from '../../grade/index.js';
import { gradeCode } from '../../grade/sandbox/index.js';
import type { Message, Task } from './task.js';

const say = (message: Message): void => parentPort?.postMessage(message);

async function work({ library, exercise, map, code, exportName }: Task): Promise<void> {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const { fileExercises } = (await import(library)) as {
    readonly fileExercises: Readonly<Record<string, Exercise<Candidate>>>;
  };
  const source = new SourceMap(JSON.parse(map) as SourceMapPayload);
  const lineOf = (line: number, column: number): number | undefined => {
    const found: unknown = Reflect.get(source.findEntry(line - 1, column - 1), 'originalLine');
    return typeof found === 'number' ? found + 1 : undefined;
  };
  const task = { code, exportName, lineOf };
  const result = gradeCode(task, fileExercises[exercise], { quickjs, tell: say });
  say({ result });
}

void work(workerData as Task);
