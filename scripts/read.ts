/**
 * Reads papers: `npm run -s read -- <file> [--json]`, or a folder with `--json --out <folder>`.
 * Standard output carries the answer and nothing else; progress goes to standard error.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '#domain/kernel/problem.ts';
import { readPaper } from '#domain/reading/read-paper.ts';
import { toScoredJson } from '#domain/reading/scored-json.ts';
import { summaryOf } from '#domain/reading/summary.ts';
import { checkFile } from '#server/platform/files/check-file.ts';
import { openPaper, paperFormats } from '#server/reading/open-paper.ts';

/** The text of a file, checked by its content before it is opened. */
export async function textOfFile(path: string): Promise<string> {
  const name = basename(path);
  const { extension } = await checkFile(path, name);
  return (await openPaper({ content: readFileSync(path), name, extension })).text;
}

const READABLE = paperFormats.map((format) => `.${format}`);
const USAGE =
  'Cách dùng: npm run -s read -- <tệp> [--json]   hoặc   npm run -s read -- <thư mục> --json --out <thư mục>';

function told(error: unknown): string {
  if (error instanceof Problem) return `${error.message} ${error.toBody().detail}`;
  return error instanceof Error ? error.message : String(error);
}

async function jsonOfFile(path: string): Promise<string> {
  return JSON.stringify(toScoredJson(readPaper(await textOfFile(path))), null, 2);
}

async function readFolder(folder: string, out: string): Promise<number> {
  mkdirSync(out, { recursive: true });
  const names = readdirSync(folder)
    .filter((name) => READABLE.some((ending) => name.toLowerCase().endsWith(ending)))
    .sort();
  let failed = 0;
  for (const [index, name] of names.entries()) {
    const startedAt = performance.now();
    const place = `[${index + 1}/${names.length}] ${name}`;
    try {
      const reading = readPaper(await textOfFile(join(folder, name)));
      writeFileSync(join(out, `${name}.json`), JSON.stringify(toScoredJson(reading), null, 2));
      const { documents, practices, figures } = reading;
      const counts = `${documents.length} văn bản, ${practices.length} mô hình, ${figures.length} số liệu`;
      console.error(`${place}: ${counts} (${Math.round(performance.now() - startedAt)} ms)`);
    } catch (error) {
      failed += 1;
      console.error(`${place}: không đọc được: ${told(error)}`);
    }
  }
  return failed;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
  });
  const [path] = positionals;
  if (path === undefined || !existsSync(path)) {
    console.error(path === undefined ? USAGE : `Không có tệp hay thư mục “${path}”.\n${USAGE}`);
    return 1;
  }
  if (statSync(path).isDirectory()) {
    if (values.out !== undefined) return (await readFolder(path, values.out)) === 0 ? 0 : 1;
    console.error(`Đọc cả thư mục thì cần --out <thư mục> để ghi kết quả.\n${USAGE}`);
    return 1;
  }
  const output = values.json ? await jsonOfFile(path) : summaryOf(readPaper(await textOfFile(path)));
  process.stdout.write(`${output}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
