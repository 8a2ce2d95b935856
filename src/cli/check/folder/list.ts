import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';

/**
 * The TypeScript files of a folder and of the folders in it, sorted: `ada.ts`, `grace/answer.ts`. Hidden ones are left out.
 *
 * @throws {Error} where the folder cannot be read.
 */
export function answersIn(folder: string): string[] {
  return visible(folder)
    .flatMap((entry) =>
      entry.isDirectory()
        ? visible(join(folder, entry.name))
            .filter(isAnswer)
            .map(({ name }) => `${entry.name}/${name}`)
        : isAnswer(entry)
          ? [entry.name]
          : [],
    )
    .sort();
}

const visible = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.') && name !== 'node_modules',
  );

const isAnswer = (entry: Dirent): boolean => !entry.isDirectory() && entry.name.endsWith('.ts');
