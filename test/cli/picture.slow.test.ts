import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const hook = ['-r', './src/kernel/typescript.cjs'];

it('the README picture in the repository is the one that the library draws', () => {
  const said = execFileSync(process.execPath, [...hook, 'src/cli/picture.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(said).toBe('notebooks/pictures/layer-norm.svg is current.\n');
});

it('says when a picture is not current, and draws it anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  const file = join(folder, 'one.svg');
  writeFileSync(file, '<svg/>');
  const script = `const { main } = require('./src/cli/picture.ts');
    (async () => { const codes = [await main(['--check'], ${JSON.stringify(file)}), await main([], ${JSON.stringify(file)}),
      await main(['--check'], ${JSON.stringify(file)})]; console.log(codes.join()); process.exit(); })();`;
  const { stdout } = spawnSync(process.execPath, [...hook, '-e', script], { cwd: root, encoding: 'utf8' });
  expect(stdout).toContain('is not current: run npm run picture and commit it.');
  expect(stdout.trim().endsWith('1,0,0')).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('role="img"');
  rmSync(folder, { recursive: true });
});
