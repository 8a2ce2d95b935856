/** `npm run golden -- FILE… [--dtype float32]`: the library against numbers that PyTorch computed, or that ONNX tests runtimes with. */
import { runGolden } from './golden/run.js';

process.exitCode = runGolden(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), console.log);
