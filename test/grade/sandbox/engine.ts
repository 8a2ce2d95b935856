import variant from '@jitl/quickjs-wasmfile-release-sync';
import moduleLoader from '@jitl/quickjs-wasmfile-release-sync/emscripten-module';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';

let loaded: Promise<QuickJSWASMModule> | undefined;

/** The engine that runs inside sandboxes, loaded once; here by require, since a test cannot import late. */
export const engine = (): Promise<QuickJSWASMModule> =>
  (loaded ??= newQuickJSWASMModuleFromVariant({
    ...variant,
    importModuleLoader: () => Promise.resolve(moduleLoader),
  }));
