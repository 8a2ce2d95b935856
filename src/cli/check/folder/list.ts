import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';

/** What is in the folder of a class: paths in it, sorted. */
interface Listed {
  /** `ada.ts`, `grace/answer.ts`. */
  readonly answers: readonly string[];
  /** What is not graded and not hidden: other files, and folders deeper down, as `grace/old/`. */
  readonly leftOut: readonly string[];
}

/**
 * The TypeScript files of a folder and of the folders in it, and what else is there.
 *
 * @throws {Error} where the folder cannot be read.
 */
export function answersIn(folder: string): Listed {
  const paths = visible(folder)
    .flatMap((entry) =>
      entry.isDirectory()
        ? visible(join(folder, entry.name)).map((inner) => `${entry.name}/${pathOf(inner)}`)
        : [entry.name],
    )
    .sort();
  const isAnswer = (path: string): boolean => path.endsWith('.ts');
  return { answers: paths.filter(isAnswer), leftOut: paths.filter((path) => !isAnswer(path)) };
}

const visible = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.') && name !== 'node_modules',
  );

const pathOf = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name);

const named = 5;

/** That something was left out, in a sentence; none where nothing was. */
export function leftOutLines(leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return [];
  const more = leftOut.length - named;
  const names = [...leftOut.slice(0, named), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [
    `${leftOut.length} left out, since only .ts files of the folder and of the folders in it are graded: ${names}.`.replace(
      /\p{Cc}+/gu,
      ' ',
    ),
  ];
}
