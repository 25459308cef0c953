import type { ApiArgs } from '../../platform/api-client.ts';
import type { RefusedField } from '../../platform/problem-error.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { ActDraft, NewUnitDraft, TargetDraft } from './act-draft.ts';
import type { StepKey } from './act-steps.ts';
import { stepOfPath } from './act-steps.ts';

export type PreviewBody = NonNullable<ApiArgs<'POST /api/reorganisations/preview'>['body']>;

/** What is sent. Only for a draft in which nothing is missing. */
export function bodyOf(draft: ActDraft): PreviewBody {
  const [unit] = draft.units;
  const paper = {
    on: draft.on ?? '',
    documentId: draft.document?.id ?? null,
    documentText: draft.documentText.trim(),
    reason: draft.reason.trim(),
  };
  const unitId = unit?.id ?? '';
  switch (draft.kind) {
    case 'merge':
      return {
        kind: 'merge',
        ...paper,
        fromUnitIds: draft.units.map((one) => one.id),
        into: targetBody(draft.targets[0]),
        moveGrants: draft.moveGrants,
      };
    case 'split':
      return {
        kind: 'split',
        ...paper,
        unitId,
        into: draft.targets.map(targetBody),
        rule: draft.rule,
        children: Object.entries(draft.children).map(([id, to]) => ({ unitId: id, to })),
        shares: draft.rule === 'share' ? draft.targets.map((target) => readPercent(target.share) ?? 0) : [],
        practices: Object.entries(draft.practices).flatMap(([practiceId, to]) =>
          to === null ? [] : [{ practiceId, to }],
        ),
        moveGrants: draft.moveGrants,
      };
    case 'remove_level':
      return { kind: 'remove_level', ...paper, withinId: unitId, unitKind: draft.unitKind ?? 'district' };
    case 'found':
      return { kind: 'found', ...paper, unit: foundBody(draft.targets[0]?.found) };
    case 'change': {
      const { name, shortName, code, parentId } = foundBody(draft.after ?? undefined);
      const above = parentId === '' ? null : parentId;
      return { kind: 'change', ...paper, unitId, name, shortName, code, parentId: above };
    }
    case 'dissolve':
      return { kind: 'dissolve', ...paper, unitId };
  }
}

function targetBody(target: TargetDraft | undefined) {
  return target?.way === 'standing'
    ? { unitId: target.standing?.id ?? '' }
    : { found: foundBody(target?.found) };
}

function foundBody(unit: NewUnitDraft | undefined) {
  const name = unit?.name.trim() ?? '';
  const shortName = unit?.shortName.trim() ?? '';
  return {
    name,
    shortName: shortName === '' ? name.slice(0, 80) : shortName,
    kind: unit?.kind ?? ('commune_committee' satisfies UnitKind),
    code: unit?.code.trim() ?? '',
    parentId: unit?.parent?.id ?? '',
  };
}

/** "37,5" → 0.375; null where it is no share. */
export function readPercent(text: string): number | null {
  const value = Number(text.trim().replace(/\s*%$/u, '').replace(',', '.'));
  return Number.isFinite(value) && value > 0 && value <= 100 ? Math.round(value * 1e6) / 1e8 : null;
}

/** What is still to be filled in, under the paths that the server uses too. `childIds`: all directly below a split unit. */
export function missingIn(draft: ActDraft, childIds: readonly string[] = []): RefusedField[] {
  const gaps: RefusedField[] = [];
  const need = (missing: boolean, path: string, message: string) => {
    if (missing) gaps.push({ path, message });
  };
  const [unit] = draft.units;
  if (draft.kind === 'merge') {
    const [target] = draft.targets;
    const least = target?.way === 'standing' ? 1 : 2;
    need(draft.units.length === 0, 'fromUnitIds', 'Chọn các đơn vị sáp nhập.');
    need(
      draft.units.length > 0 && draft.units.length < least,
      'into',
      'Mới chọn một đơn vị: chọn thêm ở bước 1, hoặc nhập vào đơn vị đang có.',
    );
    needTarget(need, target, 'into');
  } else if (draft.kind === 'split') {
    need(unit === undefined, 'unitId', 'Chọn đơn vị được chia.');
    for (const [at, target] of draft.targets.entries()) needTarget(need, target, `into.${at}`);
    if (draft.rule === 'share')
      for (const [at, target] of draft.targets.entries())
        need(readPercent(target.share) === null, `shares.${at}`, 'Ghi tỷ lệ lớn hơn 0, ví dụ 60.');
    const open = childIds.filter((id) => draft.children[id] === undefined).length;
    need(open > 0, 'children', `Còn ${open} đơn vị trực thuộc chưa chọn nơi nhận.`);
  } else if (draft.kind === 'remove_level') {
    need(unit === undefined, 'withinId', 'Chọn nơi bỏ cấp.');
    need(draft.unitKind === null, 'unitKind', 'Chọn cấp được bỏ.');
  } else if (draft.kind === 'found') {
    needUnit(need, draft.targets[0]?.found, 'unit');
  } else {
    need(unit === undefined, 'unitId', 'Chọn đơn vị.');
    if (draft.kind === 'change') {
      need(draft.after !== null && draft.after.name.trim() === '', 'name', 'Ghi tên đơn vị.');
      need(draft.after !== null && draft.after.code.trim() === '', 'code', 'Ghi mã đơn vị.');
    }
  }
  need(draft.on === null, 'on', 'Chọn ngày có hiệu lực.');
  need(draft.reason.trim() === '', 'reason', 'Nêu lý do, để người sau đọc lại hiểu được.');
  return gaps;
}

type Need = (missing: boolean, path: string, message: string) => void;

function needTarget(need: Need, target: TargetDraft | undefined, path: string): void {
  if (target?.way === 'standing') need(target.standing === null, `${path}.unitId`, 'Chọn đơn vị nhận.');
  else needUnit(need, target?.found, `${path}.found`);
}

function needUnit(need: Need, unit: NewUnitDraft | undefined, path: string): void {
  need((unit?.name.trim() ?? '') === '', `${path}.name`, 'Ghi tên đơn vị mới.');
  need((unit?.kind ?? null) === null, `${path}.kind`, 'Chọn loại đơn vị.');
  need((unit?.code.trim() ?? '') === '', `${path}.code`, 'Ghi mã đơn vị.');
  need((unit?.parent ?? null) === null, `${path}.parentId`, 'Chọn đơn vị cấp trên.');
}

/** Those of the refusals whose fields stand on a step. */
export function refusedOn(
  draft: ActDraft,
  step: StepKey,
  refused: readonly RefusedField[],
): readonly RefusedField[] {
  return refused.filter((one) => stepOfPath(draft.kind, one.path) === step);
}
