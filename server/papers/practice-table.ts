import { cell, groupRow, type SimpleColumn } from '#domain/documents/paper-parts.ts';
import type { PaperTable, TableCell } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { roman } from '#domain/kernel/roman.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { Draft } from './paper-draft.ts';
import type { ListedPractice } from './listed-practices.reads.ts';

/** Names that a list of practices needs: units and places as they are called, fields as the plan calls them. */
export interface ListNames {
  readonly unitName: (id: string) => string;
  readonly placeName: (practice: ListedPractice) => string;
  readonly fieldName: (code: string | null) => string;
}

export async function namesFor(draft: Draft, practices: readonly ListedPractice[]): Promise<ListNames> {
  const ids = practices.flatMap((one) => (one.placeUnitId ? [one.unitId, one.placeUnitId] : [one.unitId]));
  const units = await unitNames(draft.context.db, ids);
  const fields = new Map(draft.campaign.plan.fields.map((field) => [field.code, field.name]));
  const nameOf = (id: string): string => units.get(id)?.name ?? '';
  return {
    unitName: nameOf,
    placeName: (practice) =>
      [practice.placeText, practice.placeUnitId ? nameOf(practice.placeUnitId) : '']
        .filter((words) => words !== '')
        .join(', '),
    fieldName: (code) => (code === null ? '' : (fields.get(code) ?? code)),
  };
}

/** The practices by unit, in the order of the organisation. */
export function byUnit(
  tree: OrganisationTree,
  practices: readonly ListedPractice[],
): { unitId: string; practices: ListedPractice[] }[] {
  const groups = new Map<string, ListedPractice[]>();
  for (const practice of practices) {
    const group = groups.get(practice.unitId);
    if (group) group.push(practice);
    else groups.set(practice.unitId, [practice]);
  }
  const order = new Map(tree.all().map((unit, index) => [unit.id, index]));
  return [...groups]
    .map(([unitId, found]) => ({ unitId, practices: found }))
    .sort((a, b) => (order.get(a.unitId) ?? Infinity) - (order.get(b.unitId) ?? Infinity));
}

export interface PracticeColumn extends SimpleColumn {
  readonly words: (practice: ListedPractice, names: ListNames) => string | number;
}

/** Columns that every list has (S2: name, address, period, owner, the one responsible). */
export const practiceColumns = {
  name: { title: 'Tên mô hình, điển hình', width: 30, words: (one) => one.name },
  field: { title: 'Lĩnh vực', width: 12, words: (one, names) => names.fieldName(one.fieldCode) },
  place: { title: 'Địa chỉ', width: 16, words: (one, names) => names.placeName(one) },
  period: { title: 'Thời gian thực hiện', width: 13, align: 'center', words: (one) => periodOf(one) },
  owner: { title: 'Chủ mô hình', width: 15, words: (one) => one.ownerName },
  responsible: { title: 'Người phụ trách', width: 13, words: (one) => one.responsibleName },
  score: { title: 'Điểm', width: 8, align: 'center', words: (one) => one.finalScore ?? '' },
  grade: { title: 'Xếp loại', width: 11, align: 'center', words: (one) => one.grade ?? '' },
} as const satisfies Record<string, PracticeColumn>;

function periodOf(practice: ListedPractice): string {
  if (practice.startsOn === null || practice.endsOn === null) return '';
  return `${formatDay(practice.startsOn)} - ${formatDay(practice.endsOn)}`;
}

/** A table with a row for each unit's name above its practices; STT runs through the whole list. */
export function practiceTable(
  tree: OrganisationTree,
  practices: readonly ListedPractice[],
  given: { columns: readonly PracticeColumn[]; names: ListNames },
): PaperTable {
  const { columns, names } = given;
  let serial = 0;
  const rows: TableCell[][] = byUnit(tree, practices).flatMap((group, index) => [
    groupRow(`${roman(index + 1)}. ${names.unitName(group.unitId)}`, columns.length + 1),
    ...group.practices.map((practice) => [
      cell(++serial),
      ...columns.map((column) => cell(column.words(practice, names))),
    ]),
  ]);
  return {
    kind: 'table',
    columns: [
      { width: 5, align: 'center' },
      ...columns.map(({ width, align }) => (align ? { width, align } : { width })),
    ],
    headerRows: [[cell('STT'), ...columns.map((column) => cell(column.title))]],
    rows,
  };
}
