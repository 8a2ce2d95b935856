import type { Errors, Kind, NormName } from './measure.js';
import { kinds } from './measure.js';
import type { DType } from '../../index.js';

/** The errors of one normalization on every kind of rows. */
export interface Line {
  readonly name: NormName;
  readonly errors: Readonly<
    Record<Kind, Readonly<Record<DType, Errors>> & { readonly pytorch: Errors | undefined }>
  >;
}

const headings: Readonly<Record<Kind, string>> = { ordinary: '0 ± 1', offset: '10⁴ ± 1', tiny: '0 ± 10⁻⁶' };

/** One digit: the next one tells nothing about a method. */
const shown = ({ forward, backward }: Errors): string =>
  [forward, backward].map((error) => (error === 0 ? '0' : error.toExponential(0))).join(', ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A Markdown table: a line for each normalization, and in each cell the error of y and the largest one of the gradients. */
function table(lines: readonly Line[], columns: readonly (readonly [string, 'pytorch' | DType])[]): string {
  const heads = columns.flatMap(([title]) => kinds.map((kind) => `${title}, ${headings[kind]}`));
  return [
    row(['', ...heads]),
    row(['', ...heads].map(() => '---')),
    ...lines.map(({ name, errors }) =>
      row([
        `\`${name}\``,
        ...columns.flatMap(([, who]) =>
          kinds.map((kind) => {
            const found = errors[kind][who];
            return found ? shown(found) : '';
          }),
        ),
      ]),
    ),
  ].join('\n');
}

const ours = [
  ['float64', 'float64'],
  ['float32', 'float32'],
] as const;

/**
 * Two tables in Markdown: the normalizations that PyTorch has as well, beside it, and the others.
 *
 * @param version That of PyTorch.
 */
export function tables(
  lines: readonly Line[],
  version: string,
): { readonly beside: string; readonly others: string } {
  const hasPeer = ({ errors }: Line): boolean => errors.ordinary.pytorch !== undefined;
  return {
    beside: table(lines.filter(hasPeer), [...ours, [`PyTorch ${version}`, 'pytorch']]),
    others: table(
      lines.filter((line) => !hasPeer(line)),
      ours,
    ),
  };
}
