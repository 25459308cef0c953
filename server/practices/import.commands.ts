import type { practicesApi } from '#contract/practices.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { looksLikeSameName } from '#domain/kernel/text.ts';
import { openList } from '#server/excel/read-list.ts';
import type { TableRow } from '#server/excel/table.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { insertFile } from '#server/platform/files/files.store.ts';
import { importColumns, importKeys, type ImportKey } from './import-columns.ts';
import { placesFor } from './import-template.reads.ts';
import { readOrigins, readRegistrationRows, type ImportedRow, type ReadRows } from './import-rows.ts';
import { likeNames, recentCampaigns, type LikeName } from './near-names.reads.ts';
import { campaignToRegister } from './registration-rules.reads.ts';
import { insertDraft, intakeOn } from './registration.store.ts';

type Imported = ResponseOf<(typeof practicesApi)['POST /api/practices/import']>;

export interface ImportAsked {
  readonly campaignId: string;
  readonly unitId: string;
  readonly dryRun: boolean;
}

const ROWS_AT_MOST = 2_000;
const FAULTS_NAMED = 300;

/** Reads a list of registrations: every row becomes a draft of the unit, or none and every bad cell is named. */
export async function importRegistrations(
  command: CommandContext,
  asked: ImportAsked,
  upload: StoredFile,
): Promise<Imported> {
  const campaign = await campaignToRegister(command, asked);
  const list = await readRows(command, { campaign, unitId: asked.unitId, upload });
  if (list.faults.length > 0)
    throw new Problem(
      'import_has_errors',
      { count: list.faults.length, rows: list.faultyRows },
      list.faults.slice(0, FAULTS_NAMED),
    );
  const warnings = await likenessWarnings(command, asked.unitId, list.rows);
  const fieldName = new Map(campaign.plan.fields.map((field) => [field.code, field.name]));
  if (!asked.dryRun) await insertFile(command, upload);
  return {
    rows: list.rows.map(({ rowNumber, registration }) => ({
      rowNumber,
      name: registration.name,
      fieldName: fieldName.get(registration.fieldCode ?? '') ?? '',
      placeText: registration.placeText || (command.tree.find(registration.placeUnitId ?? '')?.name ?? ''),
      warnings: warnings.get(rowNumber) ?? [],
    })),
    createdIds: asked.dryRun
      ? []
      : await createDrafts(command, { campaign, asked, file: upload, rows: list.rows }),
  };
}

async function readRows(
  command: CommandContext,
  given: { campaign: CampaignRecord; unitId: string; upload: StoredFile },
): Promise<ReadRows> {
  const { campaign, upload } = given;
  const { columns, rows } = await openList<ImportKey>(await command.files.read(upload.sha256), {
    upload,
    columns: importKeys.map((key) => ({ key, label: importColumns[key].header, ...importColumns[key] })),
    maxRows: ROWS_AT_MOST,
    // An address may stand in either of its columns.
    lacking: (missing, found) =>
      missing.filter((label) => label !== importColumns.placeText.header || found.placeUnit === undefined),
  });
  return readRegistrationRows(rows, {
    plan: campaign.plan,
    year: campaign.year,
    columns,
    places: placesFor(command, { unitId: given.unitId, ownerUnitId: campaign.ownerUnitId }),
  });
}

/** Likeness to what is registered already warns and never blocks: two bodies may do alike things. */
async function likenessWarnings(
  command: CommandContext,
  unitId: string,
  rows: readonly ImportedRow[],
): Promise<Map<number, string[]>> {
  const near = await likeNames(command.db, {
    names: [...new Set(rows.map((row) => row.registration.name))],
    campaignIds: await recentCampaigns(command, unitId),
  });
  const told = near.filter(
    (one) => one.state !== 'draft' || command.caller.access.can('practice.register', one.unitId),
  );
  return new Map(
    rows.map((row) => [
      row.rowNumber,
      told
        .filter(
          (one) => one.asked === row.registration.name && looksLikeSameName(row.registration.name, one.name),
        )
        .slice(0, 3)
        .map((one) => likenessWords(command, one)),
    ]),
  );
}

function likenessWords(command: CommandContext, one: LikeName): string {
  const unit = command.tree.find(one.unitId)?.name ?? 'đơn vị cũ';
  return `Gần giống “${one.name}” (${unit}, ${one.year ?? 'theo tài liệu cũ'})`;
}

interface GivenRows {
  readonly campaign: CampaignRecord;
  readonly asked: ImportAsked;
  readonly file: { readonly name: string; readonly sha256: string };
}

/** As an import, of rows whose columns somebody has named: what is wrong comes back cell by cell. */
export async function takeRowsIn(
  command: CommandContext,
  given: GivenRows & {
    rows: readonly TableRow[];
    columns: Partial<Record<ImportKey | 'origin', string>>;
  },
): Promise<{ read: number; createdIds: string[]; faults: FieldProblem[] }> {
  const { campaign, asked, columns } = given;
  const list = readRegistrationRows(given.rows, {
    plan: campaign.plan,
    year: campaign.year,
    columns,
    places: placesFor(command, { unitId: asked.unitId, ownerUnitId: campaign.ownerUnitId }),
  });
  const origins = readOrigins(given.rows, columns.origin);
  const faults = [...list.faults, ...origins.faults];
  const read = given.rows.length;
  if (faults.length > 0) return { read, createdIds: [], faults: faults.slice(0, FAULTS_NAMED) };
  const rows = list.rows.map((row) => ({
    ...row,
    origin: origins.byRow.get(row.rowNumber) ?? ('new' as const),
  }));
  return { read, createdIds: asked.dryRun ? [] : await createDrafts(command, { ...given, rows }), faults };
}

async function createDrafts(
  command: CommandContext,
  given: GivenRows & { rows: readonly (ImportedRow & { origin?: 'new' | 'continued' })[] },
): Promise<string[]> {
  const { campaign, asked, file } = given;
  const ids: string[] = [];
  for (const { registration, rowNumber, origin } of given.rows) {
    const { id } = await insertDraft(command, {
      campaignId: asked.campaignId,
      unitId: asked.unitId,
      intake: intakeOn(campaign.plan, command.today),
      origin: origin ?? 'new',
      sourcePracticeId: null,
      plan: campaign.plan,
      registration,
      how: 'import',
      details: { fileName: file.name, sha256: file.sha256, rowNumber },
    });
    ids.push(id);
  }
  return ids;
}
