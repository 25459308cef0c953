/**
 * 100,000 rows out and in, ours beside the library's own simplest use, each in its own process so that its peak
 * memory is its own. Usage: npm run bench -- excel [rounds]
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CellValue } from 'exceljs';

const ROWS = 100_000;
const BAD_EVERY = 1_000;
const TARGET_MB = 200;

type Record8 = Record<string, string | number>;

function* records(): Generator<Record8> {
  for (let at = 1; at <= ROWS; at += 1) {
    yield {
      name: `Tuyến đường hoa tự quản số ${at}`,
      unit: `Phường ${at % 98}`,
      field: ['Kinh tế', 'Văn hóa – xã hội', 'Quốc phòng – an ninh'][at % 3] ?? '',
      from: `2026-0${(at % 9) + 1}-15`,
      money: at * 1_000,
      people: at % 500,
      share: (at % 100) / 100,
      note: '=1+1',
    };
  }
}

const keys = ['name', 'unit', 'field', 'from', 'money', 'people', 'share', 'note'];

/** Each job loads only what it uses. */
const jobs: Record<string, (file: string) => Promise<number>> = {
  async 'out ours'(file) {
    const { writeWorkbookTo } = await import('#server/excel/write-table.ts');
    const stream = createWriteStream(file);
    const types = { from: 'day', money: 'money', people: 'integer', share: 'percent' } as const;
    const columns = keys.map((key) => ({
      key,
      header: key,
      type: types[key as keyof typeof types] ?? ('text' as const),
    }));
    await writeWorkbookTo(stream, [{ sheetName: 'Danh sách', columns, rows: records() }]);
    return ROWS;
  },
  async 'out exceljs'(file) {
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Danh sách');
    sheet.addRow(keys);
    for (const record of records()) sheet.addRow(keys.map((key) => record[key]));
    await workbook.xlsx.writeFile(file);
    return ROWS;
  },
  async 'in ours'(file) {
    const { streamTable } = await import('#server/excel/read-table.ts');
    const { cellFault } = await import('#server/excel/table.ts');
    let bad = 0;
    const limits = { name: 'a.xlsx', maxRows: ROWS + 1, maxColumns: 60 };
    await streamTable(file, limits, (row) => {
      bad += row.cells.filter((cell) => cellFault(cell) !== null).length;
    });
    return bad;
  },
  async 'in exceljs'(file) {
    const { default: ExcelJS } = await import('exceljs');
    let bad = 0;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => (bad += cell.formula ? 1 : 0)));
    return bad;
  },
  async 'make bad'(file) {
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
    const sheet = workbook.addWorksheet('Danh sách');
    let at = 0;
    for (const record of records()) {
      at += 1;
      const values: CellValue[] = keys.map((key) => record[key] ?? null);
      if (at % BAD_EVERY === 0) values[4] = { formula: 'SUM(A1:A2)', result: 1 };
      sheet.addRow(values).commit();
    }
    await workbook.commit();
    return ROWS / BAD_EVERY;
  },
};

type Measured = { answer: number; ms: number; megabytes: number };

function inOwnProcess(job: string, file: string): Measured {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--job', job, file], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${job}: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measured;
}

async function runJob(job: string, file: string): Promise<void> {
  const start = performance.now();
  const answer = await jobs[job]?.(file);
  const ms = performance.now() - start;
  console.log(JSON.stringify({ answer, ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function main(rounds: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-bench-'));
  try {
    const bad = join(folder, 'bad.xlsx');
    inOwnProcess('make bad', bad);
    const results = new Map<string, Measured[]>();
    const order = ['out ours', 'out exceljs', 'in ours', 'in exceljs'];
    for (let round = 0; round < rounds; round += 1) {
      for (const job of order) {
        const measured = inOwnProcess(job, job.startsWith('in') ? bad : join(folder, `${job}.xlsx`));
        if (job.startsWith('in') && measured.answer !== ROWS / BAD_EVERY)
          throw new Error(`${job} missed bad rows`);
        results.set(job, [...(results.get(job) ?? []), measured]);
      }
    }
    console.log(
      `Node ${process.version}, exceljs 4.4.0, ${ROWS} rows × ${keys.length}, ${rounds} rounds, medians (least–most)`,
    );
    for (const [job, all] of results) {
      const ms = all.map((each) => each.ms);
      const spread = `${Math.round(Math.min(...ms))}–${Math.round(Math.max(...ms))}`;
      const memory = Math.round(median(all.map((each) => each.megabytes)));
      console.log(`${job.padEnd(12)} ${Math.round(median(ms))} ms (${spread})  peak ${memory} MB`);
    }
    console.log(
      `files: ours ${statSync(join(folder, 'out ours.xlsx')).size} B, exceljs ${statSync(join(folder, 'out exceljs.xlsx')).size} B`,
    );
    const worst = Math.max(
      ...['out ours', 'in ours'].flatMap((job) => (results.get(job) ?? []).map((each) => each.megabytes)),
    );
    const isMet = worst <= TARGET_MB;
    console.log(isMet ? 'excel: met' : `excel: short: ${Math.round(worst)} MB of ${TARGET_MB} MB`);
    process.exitCode = isMet ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [flag, job, file] = process.argv.slice(2);
if (flag === '--job' && job && file) await runJob(job, file);
else main(Number(flag ?? 9));
