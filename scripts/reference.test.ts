import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('reference.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kheo-reference-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, ...args],
      (failure, out, error) =>
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error }),
    );
  });
}

describe('npm run reference', () => {
  test('says how it is used when it does not know what to load', async () => {
    expect(await run('xyz')).toMatchObject({ code: 1, error: expect.stringContaining('Cách dùng') });
  });

  test('reads and reports without a database, every odd row by name', async () => {
    const file = join(folder, 'report.md');
    const { code, out } = await run('administrative-units', '--check', '--report', file);
    expect(code).toBe(0);
    expect(out).toContain('63 đơn vị cấp tỉnh, 696 đơn vị cấp huyện, 10.035 đơn vị cấp xã');
    expect(out).toContain('34 đơn vị cấp tỉnh, 3.321 đơn vị cấp xã');
    const report = readFileSync(file, 'utf8');
    expect(report).toContain('dvhcvn 1.2.20250301');
    expect(report).toContain('“Xã Tân An”, Thành phố Bắc Giang');
    // Of the 938 rows without an old code each has its line.
    expect(report.match(/^\| dòng \d+ \|/gmu)?.length).toBeGreaterThanOrEqual(938);
  });

  test('follows an office’s own corrections, and names what is wrong with a bad file', async () => {
    const good = join(folder, 'good.json');
    writeFileSync(
      good,
      JSON.stringify([
        { kind: 'successors', from: '00166', to: ['00166', '00160'], why: 'Chia làm hai phần.' },
      ]),
    );
    const { out } = await run('administrative-units', '--check', '--corrections', good);
    expect(out).toContain('1 đơn vị cũ bị chia');
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify([{ kind: 'successors', from: 'x', to: [], why: '' }]));
    const refused = await run('administrative-units', '--check', '--corrections', bad);
    expect(refused).toMatchObject({
      code: 1,
      error: expect.stringContaining('Không đọc được tệp đính chính'),
    });
    expect(refused.error).toContain('from');
  });
});
