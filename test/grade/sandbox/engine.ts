import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';

let loaded: Promise<QuickJSWASMModule> | undefined;

/** The engine that runs inside sandboxes, loaded once. */
export const engine = (): Promise<QuickJSWASMModule> => (loaded ??= newQuickJSWASMModuleFromVariant(variant));
