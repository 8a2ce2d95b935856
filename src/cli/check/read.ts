import { lstatSync, readFileSync } from 'node:fs';

/** The text of a file; or why it cannot be graded. */
export type Text = string | { readonly cannot: string };

/** Far beyond any answer, and little enough that no nesting of it breaks the translator. */
const largest = 100_000;

/**
 * Reads a learner's file. A link is not followed: it could lead anywhere on this machine.
 *
 * @param path Where it is.
 * @param file What the learner calls it.
 */
export function readText(path: string, file: string): Text {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return { cannot: `${file} is a link; give the file itself.` };
    if (found.isDirectory())
      return { cannot: `${file} is a folder; give the path of one file, or --csv OUT for all its files.` };
    if (!found.isFile()) return { cannot: `${file} is no file.` };
    if (found.size > largest) return { cannot: `${file} is larger than 100 kB.` };
    const bytes = readFileSync(path);
    return isUtf16(bytes) ? { cannot: `${file} is saved as UTF-16; save it as UTF-8.` } : bytes.toString();
  } catch {
    return { cannot: `${file} cannot be read; give the path of a TypeScript file.` };
  }
}

/** By the mark at its beginning, or by the zero beside the first letter. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
  );
}
