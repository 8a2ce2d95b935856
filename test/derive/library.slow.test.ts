import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checked } from '../../src/cli/derivations/checked.js';
import { shuffled } from '../../src/cli/derivations/mutants.js';
import { derivations } from '../../src/derive/library/index.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { randomFrom } from '../../src/derive/random.js';
import { withFlippedSign } from './flipped-sign.js';

const all: readonly Derivation[] = Object.values(derivations);
const library = join(__dirname, '../../src/derive/library');
const still = (): number => 0;

test.each(all.map((derivation) => [derivation.name, derivation]))(
  'every line of %s follows from the line before, and the last one agrees with the library as far as it has it',
  (_name, derivation) => {
    expect(checked(derivation, still).faults).toEqual([]);
  },
);

test.each(
  shuffled(all, randomFrom(1))
    .slice(0, 8)
    .map((derivation) => [derivation.name, derivation]),
)('a sign flipped in a copy of %s is found, with the name and the line', (name, derivation) => {
  const flipped = withFlippedSign(derivation);
  if (!flipped) return expect(derivation.lines.map(({ expr }) => expr).join()).not.toMatch(/ [+-] /);
  expect(checked(flipped.derivation, still).faults[0]).toMatch(
    new RegExp(`^${name}, line ${flipped.line}: ".*" does not follow from line ${flipped.line - 1}\\.`),
  );
});

/** Every file of the library that exports a derivation: its path, and the name that it exports. */
const files = readdirSync(library, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) => readdirSync(join(library, folder)).map((file) => `${folder}/${file}`))
  .map((path) => ({ path, text: readFileSync(join(library, path), 'utf8') }))
  .filter(({ text }) => /^export const \w+: Derivation = /m.test(text));

const camel = (name: string): string =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

test('no file is missing from the index, and none is there twice', () => {
  const index = readFileSync(join(library, 'index.ts'), 'utf8');
  const imported = [...index.matchAll(/from '\.\/(.+)\.js'/g)].map(([, path]) => `${path}.ts`);
  expect(imported).toEqual(files.map(({ path }) => path).sort());
  expect(Object.keys(derivations)).toHaveLength(files.length);
});

test.each(files.map(({ path, text }) => [path, text]))(
  '%s holds the one derivation of its name',
  (path, text) => {
    const name = path.replace(/^.*\//, '').replace(/\.ts$/, '');
    expect([...text.matchAll(/^export const (\w+): Derivation/gm)].map(([, found]) => found)).toEqual([
      camel(name),
    ]);
    expect(Object.hasOwn(derivations, name) && derivations[name as keyof typeof derivations].name).toBe(name);
  },
);

test.each(all.map((derivation) => [derivation.name, derivation]))(
  '%s has a title, a sentence of what it says, a source, and a reason for each line but the first',
  (_name, { title, says, source, lines }) => {
    expect(title).toMatch(/\S/);
    expect(says).toMatch(/\.$/);
    expect(source).toMatch(/\S/);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(1).filter(({ why }) => why === '')).toEqual([]);
    expect(lines[0].relation).toBe('=');
  },
);
