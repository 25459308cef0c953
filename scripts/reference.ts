import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { knownCorrections } from '#db/seed/reference/corrections.ts';
import { LoadRefused } from '#db/seed/reference/load-administrative-units.ts';
import { packageVersions, readPackages } from '#db/seed/reference/read-packages.ts';
import { runLoad } from '#db/seed/reference/run-load.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import {
  type AdministrativeUnits,
  buildAdministrativeUnits,
} from '#domain/organisations/reference/build-administrative-units.ts';
import { type Correction, correctionsSchema } from '#domain/organisations/reference/corrections.ts';
import { findingGroups, referenceReport, summaryLines } from '#domain/organisations/reference/report.ts';
import { systemClock, todayOf } from '#server/platform/clock.ts';
import { loadConfig } from '#server/platform/config.ts';
import { connect } from '#server/platform/database/connect.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { createFileStore } from '#server/platform/files/file-store.ts';
import { withDatabase } from './lib/data-access.ts';
import { createSteps, elapsed, type Steps } from './lib/steps.ts';

/**
 * `npm run reference -- administrative-units`: the country's administrative units of both days of the reform, into
 * the database. `--report <file.md>` writes every odd row, `--corrections <file.json>` adds an office's own
 * corrections, `--check` reads and reports only.
 */
const usage =
  'Cách dùng: npm run reference -- administrative-units [--report <tệp.md>] [--corrections <tệp.json>] [--check]';

/** So many findings of a kind are shown at the console; the report has all. */
const shownAtConsole = 5;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      report: { type: 'string' },
      corrections: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1 || positionals[0] !== 'administrative-units') throw new LoadRefused(usage);
  const startedAt = performance.now();
  const steps = createSteps();
  const corrections = readCorrections(values.corrections);
  const units = await steps.run('Đọc danh mục trong các gói', async () =>
    buildAdministrativeUnits(await readPackages(), { corrections }),
  );
  tell(units, steps, { all: values.check && values.report === undefined });
  if (values.report !== undefined) writeReport(units, resolve(values.report), steps);
  if (!values.check) await load(units, steps);
  steps.say(`Xong sau ${elapsed(startedAt)}.`);
} catch (error) {
  const expected = error instanceof LoadRefused || !(error instanceof Error);
  console.error(expected ? String(error instanceof Error ? error.message : error) : error);
  process.exit(1);
}

function readCorrections(file: string | undefined): Correction[] {
  if (file === undefined) return [...knownCorrections];
  try {
    return [...knownCorrections, ...correctionsSchema.parse(JSON.parse(readFileSync(resolve(file), 'utf8')))];
  } catch (error) {
    throw new LoadRefused(
      `Không đọc được tệp đính chính ${file}: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

function tell(units: AdministrativeUnits, steps: Steps, options: { all: boolean }): void {
  for (const line of summaryLines(units)) steps.say(line);
  for (const group of findingGroups(units.findings)) {
    steps.say(`${group.title}: ${formatNumber(group.findings.length)}`);
    const shown = options.all ? group.findings : group.findings.slice(0, shownAtConsole);
    for (const one of shown) steps.say(`  ${one.subject}: ${one.found} ⇒ ${one.done}`);
    if (shown.length < group.findings.length)
      steps.say(
        `  … và ${formatNumber(group.findings.length - shown.length)} điểm nữa (xem đủ: --report <tệp.md>)`,
      );
  }
}

function writeReport(units: AdministrativeUnits, file: string, steps: Steps): void {
  const day = formatDay(todayOf(systemClock));
  writeFileSync(file, referenceReport(units, { sources: packageVersions(), day }));
  steps.say(`Báo cáo đầy đủ: ${file}`);
}

async function load(units: AdministrativeUnits, steps: Steps): Promise<void> {
  const config = loadConfig(process.env);
  const result = await withDatabase(config, { besideRunning: true }, async (databaseUrl) => {
    await migrate(databaseUrl);
    const connection = connect(databaseUrl, { max: 2 });
    const files = createFileStore(join(config.dataFolder, 'files'));
    try {
      return await steps.run('Nạp vào cơ sở dữ liệu', (note) =>
        runLoad({ db: connection.db, clock: systemClock, files }, units, note),
      );
    } finally {
      await connection.close();
    }
  });
  const { inserted, changed, removed, leftAlone } = result;
  if (inserted + changed + removed === 0) steps.say('Đã nạp từ trước, không có gì thay đổi.');
  else
    steps.say(
      `Đã thêm ${formatNumber(inserted)} dòng, sửa ${formatNumber(changed)} dòng, bỏ ${formatNumber(removed)} dòng.`,
    );
  for (const unit of leftAlone)
    steps.say(`Giữ nguyên ${unit.code} “${unit.name}”: đã được cán bộ thay đổi sau lần nạp trước.`);
}
