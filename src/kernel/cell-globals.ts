/**
 * The globals a cell sees until it imports a module of Node, when Node's own types take over. Those cost almost a
 * second to read and make each cell slower to check; these few lines cost nothing.
 */
export const cellGlobals = `
interface Console {
  log(...values: unknown[]): void; info(...values: unknown[]): void; debug(...values: unknown[]): void;
  warn(...values: unknown[]): void; error(...values: unknown[]): void; trace(...values: unknown[]): void;
  dir(value: unknown, options?: object): void; table(rows: unknown, columns?: readonly string[]): void;
  group(...values: unknown[]): void; groupEnd(): void; assert(condition: unknown, ...values: unknown[]): void;
  count(label?: string): void; time(label?: string): void; timeEnd(label?: string): void; timeLog(label?: string): void;
}
declare var console: Console;
declare var global: typeof globalThis;
declare var require: { (id: string): any; resolve(id: string): string; cache: Record<string, unknown> };
declare var process: any;
declare var Buffer: any;
declare type Buffer = Uint8Array;
declare function setTimeout(callback: (...args: any[]) => void, milliseconds?: number, ...args: any[]): any;
declare function setInterval(callback: (...args: any[]) => void, milliseconds?: number, ...args: any[]): any;
declare function setImmediate(callback: (...args: any[]) => void, ...args: any[]): any;
declare function clearTimeout(timer: any): void;
declare function clearInterval(timer: any): void;
declare function clearImmediate(timer: any): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare function fetch(input: any, init?: any): Promise<any>;
declare function atob(data: string): string;
declare function btoa(data: string): string;
declare var performance: { now(): number; timeOrigin: number; mark(name: string): any; measure(name: string, ...rest: any[]): any };
declare var crypto: any;
declare var URL: any;
declare var URLSearchParams: any;
declare var TextEncoder: any;
declare var TextDecoder: any;
declare var AbortController: any;
declare var AbortSignal: any;
declare var Event: any;
declare var EventTarget: any;
`;

/** What stands beside either set of globals. */
export const alwaysThere = `
declare var WebAssembly: any;
declare module 'plotly.js-dist';
`;
