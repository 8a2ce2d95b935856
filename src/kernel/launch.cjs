'use strict';
/**
 * The kernel's front door: `node launch.cjs CONNECTION_FILE`. It has three threads: this one runs the cells; one owns
 * the sockets, and answers while a cell runs; one knows TypeScript. Each begins here and reads a module of the kernel.
 */
const { isMainThread, workerData } = require('node:worker_threads');

require('./typescript.cjs');
require(isMainThread ? './main.ts' : workerData.module);
