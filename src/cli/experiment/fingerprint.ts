import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Rooms of src that experiments are not made of. */
const others = ['plot', 'derive', 'grade', 'notebook', 'kernel', 'cli'];

/** Some letters that change with the code that experiments are made of, and with the packages under it. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  for (const name of names.map((one) => one.split(sep).join('/')).sort())
    if (name.endsWith('.ts') && !others.includes(name.split('/')[0]))
      hash.update(`\0${name}\0`).update(readFileSync(join(root, 'src', name)));
  return hash.digest('hex').slice(0, 12);
}
