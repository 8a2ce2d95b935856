/** What a file of the library declares, without how it does it: all that the check of a cell needs, in a third of the time. */
import { createRequire } from 'node:module';

/** What is asked of the package, whose own types TypeScript finds only from a module that is not CommonJS. */
interface Oxc {
  isolatedDeclarationSync(
    file: string,
    text: string,
  ): { readonly code: string; readonly errors: readonly { readonly message: string }[] };
}

/** Methods named by a symbol, with which values show themselves to Node: a cell does not call them. */
const namedBySymbol = 'TS9038';

let oxc: Oxc | undefined;

/** The declarations of a file's text; the text itself, where they cannot be told from it alone. */
export function declarationsOf(file: string, text: string): string {
  oxc ??= createRequire(__filename)('oxc-transform') as Oxc;
  const { code, errors } = oxc.isolatedDeclarationSync(file, text);
  return errors.every(({ message }) => message.startsWith(namedBySymbol)) ? code : text;
}
