import { follows } from '../../derive/verdict.js';
import type { Checked } from './checked.js';

/** Everything that was checked and found, for other tools. */
export function asJson(found: readonly Checked[]): string {
  return `${JSON.stringify({ derivations: found.map(plain) }, null, 1)}\n`;
}

function plain({ derivation, lines, agreement, faults, ms }: Checked): object {
  const { name, title, says, source, agreesWith, letters } = derivation;
  const { sizes, indices, variables, definitions = {} } = letters;
  return {
    name,
    title,
    says,
    source,
    agreesWith,
    waiting: agreement.kind === 'waiting',
    agreement,
    letters: { sizes, indices, variables, definitions },
    lines: derivation.lines.map(({ expr, relation, why, forbid }, i) => ({
      line: i + 1,
      expr,
      relation,
      why,
      forbid,
      ...verdictOf(lines[i]),
    })),
    faults,
    ms: Math.round(ms),
  };
}

function verdictOf(line: Checked['lines'][number] | undefined): object {
  if (!line) return { verdict: null, follows: false, bounds: [], error: null, counterExample: null };
  const { kind, bounds, error, counterExample = null } = line.verdict;
  return { verdict: kind, follows: follows(line.verdict), bounds, error, counterExample };
}
