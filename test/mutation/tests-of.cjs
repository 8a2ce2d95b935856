/** Which tests a mutant of a source file is put to: those of the file itself, so that a file is judged by its own tests. */
const fs = require('node:fs');
const path = require('node:path');

/** The rooms that are mutated, and what else judges each file of a room. */
const rooms = {
  tensor: [],
  autograd: ['test/autograd/ops/names.test.ts'],
  norm: ['test/norm/contract.test.ts', 'test/norm/registry.test.ts', 'test/norm/bits.test.ts'],
  nn: ['test/nn/names.test.ts'],
};

/** It compiles source text, and would never see a mutant. */
const apart = 'test/autograd/types.test.ts';

const isFast = (file) =>
  file.endsWith('.test.ts') && !/\.(slow|long)\.test\.ts$/.test(file) && file !== apart;

function filesBelow(root, folder, wanted) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.posix.join(folder, String(file).split(path.sep).join('/')))
    .filter(wanted)
    .sort();
}

/** The source files of the rooms that hold more than types and exports of others. */
const sourcesOf = (root) =>
  Object.keys(rooms).flatMap((room) =>
    filesBelow(root, `src/${room}`, (file) => file.endsWith('.ts') && holdsCode(path.join(root, file))),
  );

const holdsCode = (file) =>
  /^(export )?(async )?(abstract )?(function|class|const|let)\b/m.test(fs.readFileSync(file, 'utf8'));

/**
 * The fast tests of a source file: of its name or of its folder's, and those that import it; where none has its name, those
 * of its room as well that say a name it exports, or else all beside it. Paths are from the root.
 */
function testsOf(root, source) {
  const [, room, ...rest] = source.replace(/\.ts$/, '').split('/');
  const all = filesBelow(root, `test/${room}`, isFast);
  const texts = new Map(all.map((test) => [test, fs.readFileSync(path.join(root, test), 'utf8')]));
  const mirrored = `test/${[room, ...rest].join('/')}`;
  const folder = path.posix.dirname(mirrored);
  const inSource = `src/${[room, ...rest].join('/')}.js'`;
  const own = all.filter(
    (test) =>
      test === `${mirrored}.test.ts` ||
      test === `${folder}.test.ts` ||
      (rest.length > 1 && test.startsWith(`${folder}/`) && !all.includes(`${mirrored}.test.ts`)) ||
      texts.get(test).includes(inSource),
  );
  const text = fs.readFileSync(path.join(root, source), 'utf8');
  const names = [...text.matchAll(/^export (?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  const saying = all.filter((test) =>
    names.some((name) => new RegExp(`\\b${name}\\b`).test(texts.get(test))),
  );
  const beside = all.filter((test) => path.posix.dirname(test) === folder);
  const hasItsOwn = all.includes(`${mirrored}.test.ts`);
  const found = hasItsOwn ? own : [...own, ...saying];
  return [...new Set([...(found.length > 0 ? found : beside), ...rooms[room]])].sort();
}

module.exports = { sourcesOf, testsOf };
