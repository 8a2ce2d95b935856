'use strict';
/**
 * Lets Node `require` the library's TypeScript as it stands on disk: `node -r ./src/kernel/typescript.cjs FILE.ts`.
 *
 * Each file is translated once by esbuild and kept on disk by its content, so a warm start translates nothing.
 * The kernel also asks `forgetEdited()` before each cell, so that an edited file is read again on its next import.
 */
const crypto = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { threadId } = require('node:worker_threads');

const root = path.resolve(__dirname, '..', '..');
const cache = path.join(root, 'node_modules', '.cache', 'normlab');
const src = path.join(root, 'src');
/** Every loaded TypeScript file with its time of change. */
const loaded = new Map();

function translate(filename) {
  const text = fs.readFileSync(filename, 'utf8');
  const key = crypto.createHash('sha256').update(`2\0${filename}\0${text}`).digest('hex').slice(0, 32);
  const kept = path.join(cache, `${key}.js`);
  try {
    return fs.readFileSync(kept, 'utf8');
  } catch {
    // Not translated yet.
  }
  const { code } = require('esbuild').transformSync(text, {
    loader: 'ts',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    sourcefile: filename,
    // A late import is a late require, so that it finds TypeScript as well.
    supported: { 'dynamic-import': false },
  });
  try {
    fs.mkdirSync(cache, { recursive: true });
    const draft = `${kept}.${process.pid}.${threadId}`;
    fs.writeFileSync(draft, code);
    fs.renameSync(draft, kept);
  } catch {
    // A read-only folder: translated again next time.
  }
  return code;
}

Module._extensions['.ts'] = (module, filename) => {
  loaded.set(filename, fs.statSync(filename).mtimeMs);
  module._compile(translate(filename), filename);
};

/** `normlab` and `normlab/room` are the source itself; `./x.js` beside `./x.ts` is that file. */
function locate(request, parent) {
  if (request === 'normlab') return path.join(src, 'index.ts');
  if (/^normlab\/\w+$/.test(request)) return path.join(src, request.slice('normlab/'.length), 'index.ts');
  if (/^\.{1,2}\/.*\.js$/.test(request) && parent?.filename?.endsWith('.ts')) {
    const asTypeScript = path.resolve(path.dirname(parent.filename), request.replace(/\.js$/, '.ts'));
    if (fs.existsSync(asTypeScript)) return asTypeScript;
  }
  return request;
}

const resolveAsBefore = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  return resolveAsBefore.call(this, locate(request, parent), parent, ...rest);
};

/** Drops every loaded file that was edited, and every file that imports one, so that the next import reads them anew. */
function forgetEdited() {
  const stale = new Set([...loaded.keys()].filter((file) => mtime(file) !== loaded.get(file)));
  if (stale.size === 0) return [];
  for (let before = -1; before !== stale.size;) {
    before = stale.size;
    for (const file of loaded.keys())
      if (require.cache[file]?.children.some((child) => stale.has(child.filename))) stale.add(file);
  }
  for (const file of stale) {
    delete require.cache[file];
    loaded.delete(file);
  }
  return [...stale];
}

function mtime(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

process.setSourceMapsEnabled(true);

module.exports = { root, forgetEdited };
