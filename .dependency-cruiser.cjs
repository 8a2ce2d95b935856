/** The arrows of the house. A room of the main line may import the rooms before it, never one after it. */
const line = ['tensor', 'wasm', 'autograd', 'norm', 'nn', 'transformer', 'train', 'experiments', 'notebook'];
const rooms = [...line, 'derive', 'plot', 'grade', 'kernel', 'cli'];
const room = (name) => `^src/${name}/`;
const not = (...allowed) =>
  rooms
    .filter((name) => !allowed.includes(name))
    .map(room)
    .join('|');
const looksOnlyAt = (name, allowed) => ({
  name: `${name}-looks-only-at-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: not(name, ...allowed) },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...line.slice(0, -1).map((name, i) => looksOnlyAt(name, line.slice(0, i))),
    looksOnlyAt('derive', []),
    looksOnlyAt('plot', []),
    looksOnlyAt('kernel', []),
    looksOnlyAt('grade', [...line.slice(0, -1), 'derive']),
    looksOnlyAt('notebook', [...line, 'plot', 'derive', 'grade']),
    {
      name: 'nobody-imports-kernel-or-cli',
      severity: 'error',
      from: { pathNot: '^src/(kernel|cli)/' },
      to: { path: '^src/(kernel|cli)/' },
    },
    {
      name: 'only-kernel-imports-tslab',
      severity: 'error',
      from: { pathNot: '^src/kernel/' },
      to: { path: 'node_modules/(tslab|@tslab)/' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.json'],
    },
  },
};
