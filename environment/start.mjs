/**
 * `npm start` and `npm run doctor`. This file keeps to syntax that an old Node can read, so that an old Node is told so;
 * everything else is in begin.mjs, which is read only by a Node that can run it.
 */
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Node ' +
      process.versions.node +
      ' is too old: install Node 20.19 or newer (24 recommended) from https://nodejs.org, then run this command again.',
  );
  process.exitCode = 1;
} else {
  import('./begin.mjs').then(function (begin) {
    return begin.main(process.argv.slice(2));
  });
}
