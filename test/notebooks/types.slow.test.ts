import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readNotebook, tagged, text } from '../../src/cli/export/notebook.js';
import { notebooks, root } from './execute.js';


/** The cells as one module: imports first, then each cell in a block inside the block before it, so that a name may be given again. */
function asModule(name: string): string {
  const cells = readNotebook(path.join(root, 'notebooks', name)).cells;
  const code = cells.filter((cell) => cell.cell_type === 'code' && !tagged(cell, 'raises-exception'));
  const imports: string[] = [];
  const blocks = code.map((cell) =>
    text(cell.source).replace(/^import [^;]*;$/gm, (line) => {
      imports.push(line);
      return '';
    }),
  );
  return `${imports.join('\n')}\nexport {};\n${blocks.map((block) => `{\n${block}\n;`).join('\n')}\n${'}'.repeat(blocks.length)}\n`;
}

/** What TypeScript 6 in strict mode says of modules written as files. */
function checked(modules: Record<string, string>): string {
  mkdirSync(path.join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'build', 'cells-'));
  try {
    for (const [name, content] of Object.entries(modules)) writeFileSync(path.join(folder, `${name}.ts`), content);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022'],
      module: 'es2022',
      moduleResolution: 'bundler',
      types: ['node'],
      skipLibCheck: true,
      esModuleInterop: true,
      paths: { normlab: ['../../src/index.ts'], 'normlab/*': ['../../src/*/index.ts'] },
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder], { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the cells of every notebook are right in strict TypeScript 6', () => {
  const modules = Object.fromEntries(notebooks.map((name) => [name.replace(/\//g, '-'), asModule(name)]));
  expect(checked(modules)).toBe('');
});

test('a cell that is wrong is found, a name given again is not', () => {
  expect(checked({ again: '{\nconst x = 1;\nx\n;{\nconst x = "a";\nx\n;}}' })).toBe('');
  expect(checked({ wrong: 'export {};\nconst x: number = "a";' })).toMatch(/wrong\.ts\(2,7\): error TS2322/);
});
