/** What a file of the library declares, without how it does it: all that the check of a cell needs, in a third of the time. */
import { createRequire } from 'node:module';
import type * as Oxc from 'oxc-transform' with { 'resolution-mode': 'import' };

/** Methods named by a symbol, with which values show themselves to Node: a cell does not call them. */
const namedBySymbol = 'TS9038';

let oxc: typeof Oxc | undefined;

/** The declarations of a file's text; the text itself, where they cannot be told from it alone. */
export function declarationsOf(file: string, text: string): string {
  oxc ??= createRequire(__filename)('oxc-transform') as typeof Oxc;
  const { code, errors } = oxc.isolatedDeclarationSync(file, text);
  return errors.every(({ message }) => message.startsWith(namedBySymbol)) ? code : text;
}
