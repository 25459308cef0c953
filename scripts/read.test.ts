import { execFile } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from './lib/run-tool.ts';

const run = promisify(execFile);
const text =
  'Thực hiện Kế hoạch số 12-KH/TU, ngày 05/3/2021, mô hình dân vận khéo “Đường hoa” ở xã Tân An có 30 hộ.\n';

/** Runs the command as npm does, with output and messages apart. */
async function read(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = [join(projectFolder, 'scripts', 'launch.mjs'), 'read', ...args];
  return run(process.execPath, script, { cwd: projectFolder }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('npm run read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-read-'));
  const papers = join(folder, 'papers');
  const file = join(papers, 'a.txt');

  beforeAll(() => {
    mkdirSync(papers);
    writeFileSync(file, text);
    writeFileSync(join(papers, 'b.txt'), 'Không có gì.\n');
  });

  it('prints JSON and nothing else', async () => {
    const { code, stdout } = await read(file, '--json');
    const found = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(found.documents[0]).toMatchObject({ symbol: '12-KH/TU', issuedOn: '2021-03-05' });
    expect(found.practices[0]).toMatchObject({ name: 'Đường hoa', places: ['xã Tân An'] });
    expect(found.figures[0]).toMatchObject({ value: 30, unit: 'hộ', kind: 'households' });
    for (const fact of found.figures) expect(text.slice(fact.start, fact.end)).toBe(fact.asWritten);
  });

  it('tells what it read in words', async () => {
    const { stdout } = await read(file);
    expect(stdout).toContain('MÔ HÌNH, ĐIỂN HÌNH (1)');
    expect(stdout).toContain('“Đường hoa” – xã Tân An');
  });

  it('reads a folder, one file and one line each', async () => {
    const out = join(folder, 'out');
    const { code, stdout, stderr } = await read(papers, '--json', '--out', out);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('[1/2] a.txt: 1 văn bản, 1 mô hình, 1 số liệu');
    expect(readdirSync(out)).toEqual(['a.txt.json', 'b.txt.json']);
    expect(JSON.parse(readFileSync(join(out, 'b.txt.json'), 'utf8')).practices).toEqual([]);
  });

  it('says how it is used', async () => {
    const missing = await read(join(folder, 'nowhere.txt'), '--json');
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toContain('Không có tệp hay thư mục');
  });
});
