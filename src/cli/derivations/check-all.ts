import type { Derivation } from '../../derive/derivation.js';
import { notCompared } from './agreement/not-compared.js';
import { checked } from './checked.js';
import type { Checked } from './checked.js';
import { asJson } from './json.js';
import { Progress } from './progress.js';
import type { World } from './world.js';
import type { Request } from './request.js';
import { tableHead, tableRow } from './table.js';

/** Checks the chosen derivations and says what was found. */
export function checkAll({ chosen, file }: Request, world: World): number {
  const progress = new Progress(world, chosen.length);
  const head = tableHead(chosen);
  progress.say(head);
  const found = chosen.map((derivation) => {
    const one = checked(derivation, world.now);
    progress.say(tableRow(one, head));
    one.faults.forEach((fault) => progress.say(`  ${fault}`));
    progress.step(derivation.name);
    return one;
  });
  progress.clear();
  if (file !== '' && !saved(file, found, world)) return 2;
  return summary(found, world);
}

function saved(file: string, found: readonly Checked[], world: World): boolean {
  try {
    world.write(file, asJson(found));
    return true;
  } catch {
    world.say(`derivations: ${file} cannot be written; give the path of a file in a folder that exists.`);
    return false;
  }
}

function summary(found: readonly Checked[], { say }: World): number {
  const passed = found.filter(({ faults }) => faults.length === 0);
  const waiting = passed.filter(({ agreement }) => agreement.kind === 'waiting');
  const compared = found.filter(({ agreement: { kind } }) => kind === 'agrees' || kind === 'differs');
  const failed = found.length - passed.length;
  say(`\nLast lines compared with src: ${compared.length}, not yet: ${waiting.length}`);
  for (const { derivation } of waiting) say(`  ${derivation.name}: ${lacking(derivation)}`);
  say(`${passed.length} passed, ${failed} failed, ${waiting.length} waiting`);
  return failed === 0 ? 0 : 1;
}

/** What a derivation waits for: the file that it names, or something in a file that is there. */
function lacking({ name, agreesWith }: Derivation): string {
  const reasons: Readonly<Record<string, string | undefined>> = notCompared;
  return reasons[name] ?? agreesWith;
}
