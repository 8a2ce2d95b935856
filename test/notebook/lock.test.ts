import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { underLock } from '../../src/notebook/lock.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-lock-'));
const lock = path.join(folder, 'a.lock');
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('a lock', () => {
  it('is held while the work runs, and given back even where the work fails', () => {
    expect(underLock(lock, () => fs.existsSync(lock))).toBe(true);
    expect(() =>
      underLock(lock, () => {
        throw new Error('work');
      }),
    ).toThrow('work');
    expect(fs.existsSync(lock)).toBe(false);
  });

  it('left by a process that died long ago is taken over', () => {
    fs.writeFileSync(lock, '');
    const longAgo = new Date(Date.now() - 60_000);
    fs.utimesSync(lock, longAgo, longAgo);
    expect(underLock(lock, () => 'done')).toBe('done');
  });

  it('that goes from hand to hand is waited for, however long that takes in all', () => {
    fs.writeFileSync(lock, '');
    const begun = fs.statSync(lock).mtimeMs;
    let looks = 0;
    const now = jest.spyOn(Date, 'now').mockImplementation(() => {
      const time = begun + ++looks * 1000;
      if (looks < 20) fs.utimesSync(lock, time / 1000, time / 1000);
      else fs.rmSync(lock, { force: true });
      return time;
    });
    expect(underLock(lock, () => 'done')).toBe('done');
    now.mockRestore();
    expect(looks).toBe(20);
  });

  it('that stays taken is given up, and left to who holds it', () => {
    fs.writeFileSync(lock, '');
    const now = jest.spyOn(Date, 'now');
    let time = fs.statSync(lock).mtimeMs;
    now.mockImplementation(() => (time += 1000));
    expect(() => underLock(lock, () => 'done')).toThrow('EEXIST');
    now.mockRestore();
    expect(fs.existsSync(lock)).toBe(true);
  });
});
