import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { backwardInTypeScript } from '../../src/notebook/backward-texts.js';
import { ownRecord } from './own-record.js';

const { folder } = ownRecord();

/** What the strictest compiler says about a file on its own. */
function complaints(text: string): string[] {
  const file = path.join(folder, 'layer-norm-backward.ts');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, text);
  const options = {
    strict: true,
    noUnusedLocals: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('the way back that is taken home is strict TypeScript, on its own', () => {
  expect(complaints(backwardInTypeScript('rstd * g'))).toEqual([]);
});

test('and a mistake in it would be found', () => {
  expect(complaints(backwardInTypeScript('').replace('mean(row)', 'average(row)')).join()).toContain(
    'average',
  );
});
