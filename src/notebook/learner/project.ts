import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isRecord } from './record.js';

/** The folder of this package, above where the kernel works or else above this file. */
export function projectFolder(): string {
  for (const start of [process.cwd(), __dirname])
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      if (isProject(folder)) return folder;
      if (folder === dirname(folder)) break;
    }
  return process.cwd();
}

function isProject(folder: string): boolean {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return isRecord(found) && found.name === 'normlab';
  } catch {
    return false;
  }
}
