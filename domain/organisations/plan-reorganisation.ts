import { formatDay, type Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from './organisation-tree.ts';
import type {
  Dissolution,
  Founding,
  Heir,
  LevelRemoval,
  Merge,
  NewUnit,
  OrganisationChanges,
  Refusal,
  Reorganisation,
  Split,
  Succession,
  Target,
  UnitChange,
  UnitFacts,
  UnitVersion,
} from './reorganisation.ts';

/** What the rules look at. `trees` begins with the day of the act and holds each later day on which anything changes. */
export interface OrganisationFacts {
  readonly trees: readonly [OrganisationTree, ...OrganisationTree[]];
  /** All versions of a unit, oldest first; none for a unit that is not known. */
  versionsOf(unitId: string): readonly UnitVersion[];
  /** Units that have a code on the day or later. */
  unitsWithCode(code: string): readonly string[];
  /** The last day after that of the act on which something that ended came to a unit. */
  receivedLater(unitId: string): Day | null;
}

export type Plan = { readonly changes: OrganisationChanges } | { readonly refused: readonly Refusal[] };

/**
 * What an act does to the organisation, or why it cannot be. Pure: the database and the screens' preview ask the
 * same function. An act never rewrites what was true before its day, and refuses a day before the newest change of
 * a unit that it touches: what was recorded later would contradict it.
 */
export function planReorganisation(facts: OrganisationFacts, asked: Reorganisation): Plan {
  const draft = new Draft(facts, asked.on);
  switch (asked.kind) {
    case 'found':
      planFounding(draft, asked);
      break;
    case 'change':
      planChange(draft, asked);
      break;
    case 'merge':
      planMerge(draft, asked);
      break;
    case 'split':
      planSplit(draft, asked);
      break;
    case 'dissolve':
      planDissolution(draft, asked);
      break;
    case 'remove_level':
      planLevelRemoval(draft, asked);
      break;
  }
  return draft.plan();
}

class Draft {
  readonly facts: OrganisationFacts;
  readonly on: Day;
  readonly tree: OrganisationTree;
  readonly founded: (UnitFacts & { unitId: string })[] = [];
  readonly ended: string[] = [];
  readonly changed = new Map<string, UnitFacts & { unitId: string }>();
  readonly heirs: Heir[] = [];
  readonly successions: Succession[] = [];
  readonly #refused: Refusal[] = [];
  readonly #lastPosition = new Map<string, number>();

  constructor(facts: OrganisationFacts, on: Day) {
    this.facts = facts;
    this.on = on;
    this.tree = facts.trees[0];
  }

  refuse(path: string, message: string): void {
    if (!this.#refused.some((one) => one.path === path && one.message === message))
      this.#refused.push({ path, message });
  }

  plan(): Plan {
    if (this.#refused.length > 0) return { refused: this.#refused };
    return {
      changes: {
        on: this.on,
        founded: this.founded,
        ended: this.ended,
        changed: [...this.changed.values()],
        heirs: this.heirs,
        successions: this.successions,
      },
    };
  }

  /** The version in force on the day, which must be the newest and without an end. Refuses otherwise. */
  current(unitId: string, path: string): UnitVersion | null {
    const versions = this.facts.versionsOf(unitId);
    const newest = versions.at(-1);
    const current = versions.find(
      (one) => one.validFrom <= this.on && (one.validTo === null || this.on < one.validTo),
    );
    const day = formatDay(this.on);
    if (!newest) this.refuse(path, 'Không tìm thấy đơn vị này; chọn lại trong danh sách');
    else if (newest.validTo !== null && newest.validTo <= this.on)
      this.refuse(path, `“${newest.name}” đã kết thúc hoạt động từ ngày ${formatDay(newest.validTo)}`);
    else if (!current) this.refuse(path, `“${newest.name}” không tồn tại vào ngày ${day}`);
    else if (current.validFrom !== newest.validFrom)
      this.refuse(
        path,
        `“${newest.name}” đã có thay đổi từ ngày ${formatDay(newest.validFrom)}; chọn từ ngày đó trở đi`,
      );
    else if (current.validTo !== null)
      this.refuse(path, `“${current.name}” kết thúc hoạt động từ ngày ${formatDay(current.validTo)}`);
    else return current;
    return null;
  }

  /** Founds a unit under a parent that stands on the day and on all later days known. */
  found(unit: NewUnit, path: string): void {
    const { parentId } = unit;
    if (parentId !== null) this.standsFromNowOn(parentId, `${path}.parentId`);
    const others = this.facts.unitsWithCode(unit.code).filter((id) => !this.ended.includes(id));
    if (others.length > 0 || this.founded.some((one) => one.code === unit.code))
      this.refuse(`${path}.code`, `Mã “${unit.code}” đã dùng cho đơn vị khác`);
    this.founded.push({ ...unit, position: this.nextPosition(parentId) });
  }

  /** A unit that others are put under: there on the day, and not ending on any day that is known. */
  standsFromNowOn(unitId: string, path: string): void {
    if (this.founded.some((one) => one.unitId === unitId)) return;
    const newest = this.facts.versionsOf(unitId).at(-1);
    const last = this.facts.trees.every((tree) => tree.has(unitId));
    if (!newest) this.refuse(path, 'Không tìm thấy đơn vị này; chọn lại trong danh sách');
    else if (this.ended.includes(unitId))
      this.refuse(path, `“${newest.name}” kết thúc hoạt động trong chính việc này`);
    else if (!last)
      this.refuse(
        path,
        newest.validTo === null
          ? `“${newest.name}” không tồn tại vào ngày ${formatDay(this.on)}`
          : `“${newest.name}” kết thúc hoạt động từ ngày ${formatDay(newest.validTo)}`,
      );
  }

  /** Behind the last of those that stand under a parent, and of those that the act has put there before. */
  nextPosition(parentId: string | null): number {
    if (parentId === null) return 0;
    const last =
      this.#lastPosition.get(parentId) ??
      this.tree.children(parentId).reduce((most, child) => Math.max(most, child.position), 0);
    this.#lastPosition.set(parentId, last + 1);
    return last + 1;
  }

  /** From the day on the unit stands under another parent; all else stays. */
  move(unitId: string, parentId: string | null, path: string): void {
    const current = this.current(unitId, path);
    if (current)
      this.changed.set(unitId, {
        ...factsOf(current),
        unitId,
        parentId,
        position: this.nextPosition(parentId),
      });
  }

  /** Ends a unit. Its children must have been moved; nothing may be put under it, or come to it, on a later day. */
  end(unitId: string, path: string): void {
    const [first] = this.facts.versionsOf(unitId);
    const received = this.facts.receivedLater(unitId);
    if (first?.validFrom === this.on)
      this.refuse(
        path,
        `“${first.name}” mới thành lập chính ngày ${formatDay(this.on)}; chọn ngày sau, hoặc hoàn tác việc thành lập`,
      );
    if (received !== null)
      this.refuse(
        path,
        `“${first?.name ?? ''}” nhận đơn vị khác từ ngày ${formatDay(received)}; chọn từ ngày đó trở đi`,
      );
    for (const later of this.facts.trees.slice(1))
      for (const child of later.children(unitId))
        if (!this.tree.children(unitId).some((one) => one.id === child.id))
          this.refuse(
            path,
            `“${child.name}” trực thuộc đơn vị này từ ngày ${formatDay(later.day)}; chọn từ ngày đó trở đi`,
          );
    this.ended.push(unitId);
  }

  target(target: Target, path: string): string {
    if ('found' in target) {
      this.found(target.found, `${path}.found`);
      return target.found.unitId;
    }
    this.standsFromNowOn(target.unitId, `${path}.unitId`);
    return target.unitId;
  }

  /** The unit above a target, or a root itself; what stands above what is not yet there is known by its parent. */
  aboveTarget(target: Target): string | null {
    if ('found' in target) return target.found.parentId;
    const unit = this.tree.find(target.unitId);
    return unit ? (unit.parentId ?? unit.id) : null;
  }
}

function factsOf(version: UnitVersion): UnitFacts {
  const { name, shortName, kind, code, parentId, position, areaUnitId } = version;
  return { name, shortName, kind, code, parentId, position, areaUnitId };
}

function planFounding(draft: Draft, asked: Founding): void {
  draft.found(asked.unit, 'unit');
}

function planChange(draft: Draft, asked: UnitChange): void {
  const current = draft.current(asked.unitId, 'on');
  if (!current) return;
  const { name, shortName, code, parentId } = asked;
  const same =
    current.name === name &&
    current.shortName === shortName &&
    current.code === code &&
    current.parentId === parentId;
  if (same) draft.refuse('name', 'Chưa thay đổi gì so với hiện tại: tên, tên gọi tắt, mã và cấp trên');
  const others = draft.facts.unitsWithCode(code).filter((id) => id !== asked.unitId);
  if (others.length > 0) draft.refuse('code', `Mã “${code}” đã dùng cho đơn vị khác`);
  let { position } = current;
  if (parentId !== current.parentId) {
    refuseWrongParent(draft, asked);
    position = draft.nextPosition(parentId);
  }
  draft.changed.set(asked.unitId, {
    ...factsOf(current),
    unitId: asked.unitId,
    name,
    shortName,
    code,
    parentId,
    position,
  });
}

function refuseWrongParent(draft: Draft, asked: UnitChange): void {
  const { parentId, unitId } = asked;
  if (parentId === null) {
    draft.refuse('parentId', 'Chọn đơn vị cấp trên trực tiếp');
    return;
  }
  draft.standsFromNowOn(parentId, 'parentId');
  if (draft.facts.trees.some((tree) => tree.isWithin(parentId, unitId)))
    draft.refuse('parentId', 'Không thể chuyển một đơn vị vào chính nó hoặc vào đơn vị trực thuộc của nó');
}

function planMerge(draft: Draft, asked: Merge): void {
  const { fromUnitIds } = asked;
  if (new Set(fromUnitIds).size !== fromUnitIds.length)
    draft.refuse('fromUnitIds', 'Một đơn vị được chọn hai lần; bỏ bớt một lần');
  if (fromUnitIds.length < ('found' in asked.into ? 2 : 1))
    draft.refuse('fromUnitIds', 'Chọn ít nhất hai đơn vị để hợp nhất thành đơn vị mới');
  for (const id of fromUnitIds) if (!draft.current(id, 'fromUnitIds')) return;
  if (!('found' in asked.into)) refuseMergeIntoItself(draft, fromUnitIds, asked.into.unitId);
  refuseNested(draft, fromUnitIds);
  for (const id of fromUnitIds) draft.end(id, 'fromUnitIds');
  const into = draft.target(asked.into, 'into');
  if ('found' in asked.into) refuseParentThatEnds(draft, asked.into.found.parentId, 'into.found.parentId');
  for (const id of fromUnitIds) {
    for (const child of draft.tree.children(id)) draft.move(child.id, into, 'fromUnitIds');
    draft.heirs.push({ unitId: id, heirId: into, validFrom: draft.on, apportioned: true });
    draft.successions.push({ fromUnitId: id, toUnitId: into, rule: 'whole', share: null });
  }
}

function refuseMergeIntoItself(draft: Draft, fromUnitIds: readonly string[], into: string): void {
  if (fromUnitIds.includes(into)) {
    draft.refuse('into.unitId', 'Một đơn vị không thể sáp nhập vào chính nó');
    return;
  }
  for (const id of fromUnitIds)
    if (draft.facts.trees.some((tree) => tree.isWithin(into, id)))
      draft.refuse('into.unitId', 'Không thể sáp nhập một đơn vị vào đơn vị trực thuộc của nó');
}

/** Of units that end together none may lie below another: its records would follow what is itself ending. */
function refuseNested(draft: Draft, unitIds: readonly string[]): void {
  for (const id of unitIds)
    if (unitIds.some((other) => other !== id && draft.tree.isWithin(id, other)))
      draft.refuse(
        'fromUnitIds',
        `“${draft.tree.find(id)?.name ?? ''}” nằm trong một đơn vị khác cũng được chọn`,
      );
}

/** A new unit cannot hang below what ends with the act. */
function refuseParentThatEnds(draft: Draft, parentId: string | null, path: string): void {
  if (
    parentId !== null &&
    draft.ended.some((id) => draft.facts.trees.some((tree) => tree.isWithin(parentId, id)))
  )
    draft.refuse(path, 'Đơn vị cấp trên nằm trong đơn vị kết thúc hoạt động; chọn đơn vị khác');
}

function planSplit(draft: Draft, asked: Split): void {
  const { unitId, into } = asked;
  if (!draft.current(unitId, 'unitId')) return;
  if (into.length < 2) draft.refuse('into', 'Chọn ít nhất hai đơn vị nhận');
  const known = into.flatMap((target) => ('found' in target ? [] : [target.unitId]));
  if (new Set(known).size !== known.length) draft.refuse('into', 'Một đơn vị nhận được chọn hai lần');
  for (const id of known)
    if (draft.facts.trees.some((tree) => tree.isWithin(id, unitId)))
      draft.refuse('into', 'Đơn vị nhận không thể là chính đơn vị bị chia hoặc đơn vị trực thuộc của nó');
  refuseWrongShares(draft, asked);
  draft.end(unitId, 'unitId');
  const targets = into.map((target, at) => draft.target(target, `into.${at}`));
  for (const [at, target] of into.entries())
    if ('found' in target) refuseParentThatEnds(draft, target.found.parentId, `into.${at}.found.parentId`);
  for (const child of draft.tree.children(unitId)) {
    const target = targets[asked.children.get(child.id) ?? -1];
    if (target === undefined) draft.refuse('children', `Chọn đơn vị nhận “${child.name}”`);
    else draft.move(child.id, target, 'children');
  }
  const above = into.flatMap((target) => draft.aboveTarget(target) ?? []);
  const heirId = above.length === into.length ? draft.tree.nearestAbove(above) : null;
  // Its records stand there from now on, so it must stand itself.
  const gone = heirId === null ? undefined : draft.facts.trees.find((tree) => !tree.has(heirId));
  if (heirId !== null && gone)
    draft.refuse(
      'into',
      `“${draft.tree.find(heirId)?.name ?? ''}”, cấp trên chung của các đơn vị nhận, không còn từ ngày ${formatDay(gone.day)}; chọn từ ngày đó trở đi`,
    );
  draft.heirs.push({ unitId, heirId, validFrom: draft.on, apportioned: false });
  for (const [at, toUnitId] of targets.entries())
    draft.successions.push({
      fromUnitId: unitId,
      toUnitId,
      rule: asked.rule,
      share: asked.rule === 'share' ? (asked.shares[at] ?? null) : null,
    });
}

function refuseWrongShares(draft: Draft, asked: Split): void {
  if (asked.rule !== 'share') return;
  const sum = asked.shares.reduce((total, share) => total + share, 0);
  if (asked.shares.length !== asked.into.length || asked.shares.some((share) => !(share > 0)))
    draft.refuse('shares', 'Ghi tỷ lệ lớn hơn 0 cho từng đơn vị nhận');
  else if (Math.abs(sum - 1) > 1e-8) draft.refuse('shares', 'Các tỷ lệ cộng lại phải đúng 100 %');
}

function planDissolution(draft: Draft, asked: Dissolution): void {
  const current = draft.current(asked.unitId, 'on');
  if (!current) return;
  if (current.parentId === null) {
    draft.refuse('unitId', 'Đây là đơn vị gốc của cả hệ thống; đơn vị gốc không kết thúc được');
    return;
  }
  const childCount = Math.max(...draft.facts.trees.map((tree) => tree.children(asked.unitId).length));
  if (childCount > 0)
    draft.refuse('unitId', `Còn ${childCount} đơn vị trực thuộc; chuyển hoặc kết thúc các đơn vị đó trước`);
  endUpward(draft, asked.unitId, current.parentId);
}

function planLevelRemoval(draft: Draft, asked: LevelRemoval): void {
  const gone = draft.tree
    .ofKinds([asked.unitKind], asked.withinId)
    .filter((unit) => unit.id !== asked.withinId);
  if (gone.length === 0)
    draft.refuse('unitKind', `Không có đơn vị nào thuộc loại này vào ngày ${formatDay(draft.on)}`);
  for (const unit of gone) {
    if (!draft.current(unit.id, 'unitKind')) continue;
    const above = draft.tree.pathTo(unit.id).findLast((id) => !gone.some((one) => one.id === id)) ?? null;
    for (const child of draft.tree.children(unit.id))
      if (!gone.some((one) => one.id === child.id)) draft.move(child.id, above, 'unitKind');
    endUpward(draft, unit.id, above);
  }
}

/** Ends a unit whose records then stand with the unit above it. */
function endUpward(draft: Draft, unitId: string, above: string | null): void {
  draft.end(unitId, 'unitId');
  draft.heirs.push({ unitId, heirId: above, validFrom: draft.on, apportioned: true });
}
