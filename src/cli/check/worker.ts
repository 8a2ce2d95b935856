/** The thread in which files are graded, one after another. Who started it listens, and ends it when time is up. */
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { Candidate, Exercise } from '../../grade/index.js';
import { gradeCode } from '../../grade/sandbox/index.js';
import type { Message, Result, Task } from './task.js';
import { origin, translate } from './translate.js';

const toTranslate = 2500;
const say = (message: Message): void => parentPort?.postMessage(message);
const library = import(String(workerData)) as Promise<{
  readonly fileExercises: Readonly<Record<string, Exercise<Candidate>>>;
}>;

parentPort?.on('message', (task: Task) => void resultOf(task).then((result) => say({ result })));

async function resultOf({ exercise: name, file, text, seed }: Task): Promise<Result> {
  const { fileExercises } = await library;
  const exercise = fileExercises[name];
  const { exportName = '', mayImport } = exercise;
  say({ translating: toTranslate });
  const translated = await translate(text, { file, exportName, mayImport });
  if ('cannot' in translated) return { kind: 'cannot', reason: translated.cannot };
  const { code, map, imports } = translated;
  if (imports.length > 0) return { kind: 'stopped', message: imported(imports, mayImport) };
  // An engine of its own for each file: nothing that one does to its memory is there for the next.
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  return gradeCode({ code, exportName, lineOf: linesOf(map) }, exercise, { quickjs, tell: say, seed });
}

function imported(imports: readonly string[], mayImport: string | undefined): string {
  const names = [...new Set(imports)].join(', ').slice(0, 200);
  return mayImport === undefined
    ? `Your file imports ${names}. This exercise is about writing it yourself: everything your function needs has to stand in this one file.`
    : `Your file imports ${names}. Only ${mayImport} may be imported here: everything else your function needs has to stand in this one file.`;
}

/** The lines of the learner's file, for places in the code. */
function linesOf(map: string): (line: number, column: number) => number | undefined {
  const source = new SourceMap(JSON.parse(map) as SourceMapPayload);
  return (line, column) => {
    const found = source.findEntry(line - 1, column - 1);
    return 'originalLine' in found && found.originalSource.startsWith(origin)
      ? found.originalLine + 1
      : undefined;
  };
}
