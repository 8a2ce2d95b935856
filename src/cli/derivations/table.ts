import type { Derivation } from '../../derive/derivation.js';
import type { Verdict } from '../../derive/verdict.js';
import type { Checked } from './checked.js';

const kinds: readonly Verdict['kind'][] = ['identical', 'exact', 'numeric', 'tested', 'fail', 'inconclusive'];
const verdictsWide = 24;

/** The line over the table; as wide in its first column as the longest name. */
export function tableHead(derivations: readonly Derivation[]): string {
  const wide = Math.max(10, ...derivations.map(({ name }) => name.length));
  return row(wide, ['derivation', 'lines', 'verdicts', 'error', 'counterpart', 'ms']);
}

/** How one derivation went. The first line follows from nothing, so its verdict is not counted. */
export function tableRow({ derivation, lines, agreement, faults, ms }: Checked, head: string): string {
  const verdicts = lines.slice(1).map(({ verdict }) => verdict);
  const counted = kinds
    .map((kind) => [verdicts.filter((verdict) => verdict.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`);
  const worst = Math.max(0, ...verdicts.map(({ error }) => error));
  return row(head.indexOf(' lines') - 2, [
    derivation.name,
    String(derivation.lines.length),
    lines.length === 0 ? 'unreadable' : counted.join(', '),
    worst === 0 ? '0' : worst.toExponential(0),
    faults.length > 0 && agreement.kind !== 'differs' ? '' : agreement.kind,
    ms.toFixed(0),
  ]);
}

function row(wide: number, [name, lines, verdicts, error, counterpart, ms]: readonly string[]): string {
  const left = [name.padEnd(wide), lines.padStart(6), verdicts.padEnd(verdictsWide)];
  return [...left, error.padStart(6), counterpart.padEnd(11), ms.padStart(5)].join('  ');
}
