'use strict';
/**
 * The kernel's front door: `node launch.cjs CONNECTION_FILE`. It has three threads: this one runs the cells; one owns
 * the sockets, and answers while a cell runs; one knows TypeScript. Each begins here and reads a module of the kernel.
 */
const { setFlagsFromString } = require('node:v8');
const { isMainThread, workerData } = require('node:worker_threads');

// The room for young objects that kernel.json asks for is meant for cells; the other threads keep V8's own measure.
if (isMainThread) setFlagsFromString('--max-semi-space-size=0');
require('./typescript.cjs');
require(isMainThread ? './main.ts' : workerData.module);
