import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import type { ActRow } from './act-words.ts';
import type { UnitRecord } from './unit-record.ts';

type Version = UnitRecord['versions'][number];
type Lived = Pick<UnitRecord, 'versions' | 'dissolvedOn' | 'cameFrom' | 'became'>;

/** Something that happened to a unit on a day, with the act that did it where it is known. */
export interface LifeEvent {
  readonly day: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly kind: 'founded' | 'changed' | 'received' | 'ended';
  readonly act: ActRow | null;
}

/** The life of a unit, newest first: founded, renamed, moved, what came to it, what became of it. */
export function lifeLine(unit: Lived, acts: readonly ActRow[]): LifeEvent[] {
  const actOn = (day: string) => acts.find((act) => act.on === day && act.undone === null) ?? null;
  const events: LifeEvent[] = unit.versions.map((version, at) => {
    const before = unit.versions[at - 1];
    const act = actOn(version.validFrom);
    return before === undefined
      ? founding(unit, version, act)
      : { day: version.validFrom, ...changes(before, version), kind: 'changed', act };
  });
  for (const day of new Set(unit.cameFrom.map((one) => one.on))) {
    if (unit.versions[0]?.validFrom === day) continue;
    const names = unit.cameFrom.filter((one) => one.on === day).map((one) => one.unit.name);
    events.push({ day, title: `Nhận ${names.join(', ')}`, details: [], kind: 'received', act: actOn(day) });
  }
  if (unit.dissolvedOn !== null) events.push(ending(unit, unit.dissolvedOn, actOn(unit.dissolvedOn)));
  return events.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function founding(unit: Lived, version: Version, act: ActRow | null): LifeEvent {
  const from = unit.cameFrom.filter((one) => one.on === version.validFrom).map((one) => one.unit.name);
  const details = [
    from.length > 0 ? `hình thành từ ${from.join(', ')}` : null,
    version.parentName === null ? null : `trực thuộc ${version.parentName}`,
    `mã ${version.code}`,
  ].filter((words) => words !== null);
  return { day: version.validFrom, title: `Thành lập: ${version.name}`, details, kind: 'founded', act };
}

function changes(before: Version, after: Version): Pick<LifeEvent, 'title' | 'details'> {
  const details: string[] = [];
  const said = (what: string, from: string, to: string) => details.push(`${what}: ${from} → ${to}`);
  if (before.name !== after.name) said('tên', before.name, after.name);
  if (before.parentName !== after.parentName)
    said('trực thuộc', before.parentName ?? 'không có', after.parentName ?? 'không có');
  if (before.kind !== after.kind) said('loại', unitKindWords[before.kind], unitKindWords[after.kind]);
  if (before.code !== after.code) said('mã', before.code, after.code);
  if (before.name === after.name && before.shortName !== after.shortName)
    said('tên ngắn', before.shortName, after.shortName);
  const renamed = before.name !== after.name;
  const moved = before.parentName !== after.parentName;
  const title =
    renamed && moved
      ? 'Đổi tên, chuyển trực thuộc'
      : renamed
        ? `Đổi tên thành ${after.name}`
        : moved
          ? `Chuyển về ${after.parentName ?? 'không có cấp trên'}`
          : 'Thay đổi thông tin';
  return { title, details };
}

function ending(unit: Lived, day: string, act: ActRow | null): LifeEvent {
  const heirs = unit.became.filter((one) => one.on === day);
  const names = heirs.map((one) => one.unit.name).join(', ');
  const title =
    heirs.length === 0
      ? 'Kết thúc hoạt động'
      : heirs.length === 1
        ? `Nhập vào ${names}`
        : `Chia thành ${names}`;
  const shares = heirs.filter((one) => one.share !== null);
  const details = shares.map((one) => `${one.unit.name}: ${Math.round((one.share ?? 0) * 1000) / 10} %`);
  return { day, title, details, kind: 'ended', act };
}
