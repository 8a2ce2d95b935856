'use strict';
/**
 * The kernel's front door: `node launch.cjs CONNECTION_FILE`. The sockets get a thread of their own, which answers
 * while this one still loads the compiler; both threads then read the kernel's TypeScript.
 */
const { isMainThread } = require('node:worker_threads');

require('./typescript.cjs');
if (isMainThread) require('./main.ts');
else require('./sockets.ts');
