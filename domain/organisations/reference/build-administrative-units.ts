import type { Day } from '#domain/kernel/day.ts';
import { type Area, type AreaLevel, areaLevelWords, byCode, type Succession } from './area.ts';
import { type Correction, type ExpectedCounts, officialCounts } from './corrections.ts';
import type { Finding } from './findings.ts';
import { namesFromMapping, newAreas, oldAreas } from './old-areas.ts';
import { cleanPlaceName, shortPlaceName } from './place-names.ts';
import type { NewUnitsSource, OldUnitsSource } from './sources.ts';
import { matchSuccessions } from './successions.ts';

export interface ReferenceSources {
  readonly old: OldUnitsSource;
  readonly current: NewUnitsSource;
}

export interface AdministrativeUnits {
  /** As they stood on the eve of the reform. */
  readonly before: readonly Area[];
  /** As they have stood since the reform's day. */
  readonly after: readonly Area[];
  /** Communes to communes, and island districts to special zones. */
  readonly successions: readonly Succession[];
  /** Provinces and districts to the provinces that their communes lie in now. */
  readonly higherSuccessions: readonly Succession[];
  /** Names that changed after the reform. */
  readonly renamings: readonly { code: string; name: string; shortName: string; from: Day }[];
  /** Second successors that a row hints at and nothing confirms: a person decides, by a correction. */
  readonly splitCandidates: readonly Succession[];
  readonly findings: readonly Finding[];
}

export interface BuildOptions {
  readonly corrections?: readonly Correction[];
  readonly expected?: ExpectedCounts;
}

/** Both days of the reform and what became of what, from the registry packages and the corrections. */
export function buildAdministrativeUnits(
  sources: ReferenceSources,
  { corrections = [], expected = officialCounts }: BuildOptions = {},
): AdministrativeUnits {
  const findings: Finding[] = [];
  const take = <T extends { findings: readonly Finding[] }>(step: T): T => {
    findings.push(...step.findings);
    return step;
  };
  const rows = sources.current.mappings;
  const listed = take(namesFromMapping(take(oldAreas(sources.old)).areas, rows)).areas;
  const after = take(correctAreas(take(newAreas(sources.current)).areas, corrections, 'after')).areas;
  const old = take(correctAreas(listed, corrections, 'before')).areas;
  const matched = take(matchSuccessions({ before: old, after }, rows, corrections));
  const before = take(inForce(old, matched.pairs)).areas;
  const higher = take(higherSuccessions({ before, after }, matched.pairs));
  const renamings = take(readRenamings(after, corrections));
  findings.push(
    ...withoutPredecessor(after, matched.pairs),
    ...noSplits(matched.pairs),
    ...countFindings({ before, after }, expected),
  );
  return {
    before,
    after,
    successions: matched.pairs,
    higherSuccessions: higher.pairs,
    renamings: renamings.renamings,
    splitCandidates: matched.candidates,
    findings,
  };
}

interface Step {
  readonly areas: readonly Area[];
  readonly findings: readonly Finding[];
}

/** Codes and names that people know better. */
function correctAreas(
  areas: readonly Area[],
  corrections: readonly Correction[],
  day: 'before' | 'after',
): Step {
  const findings: Finding[] = [];
  const corrected = new Map(areas.map((area) => [area.code, area]));
  const note = (kind: Finding['kind'], correction: { code: string; why: string }, done: string): void =>
    void findings.push({ kind, subject: correction.code, found: correction.why, done });
  for (const correction of corrections) {
    if (correction.kind === 'new_code' && day === 'after') {
      const area = corrected.get(correction.listed);
      if (!area || area.name !== correction.name || corrected.has(correction.code))
        note(
          'correction_useless',
          correction,
          `bỏ qua: mã ${correction.listed} không phải “${correction.name}”`,
        );
      else {
        corrected.delete(correction.listed);
        corrected.set(correction.code, { ...area, code: correction.code });
        note(
          'correction_applied',
          correction,
          `“${area.name}” mang mã ${correction.code} thay ${correction.listed}`,
        );
      }
    }
    if (correction.kind === 'name' && correction.day === day) {
      const area = corrected.get(correction.code);
      const { name } = cleanPlaceName(correction.name);
      if (area) corrected.set(area.code, { ...area, name, shortName: shortPlaceName(name) });
      note(
        area ? 'correction_applied' : 'correction_useless',
        correction,
        area ? `ghi là “${name}”` : 'không có mã',
      );
    }
    if (correction.kind === 'gone_before' && day === 'before') {
      const known = corrected.get(correction.code)?.name === correction.name;
      if (known) corrected.delete(correction.code);
      note(known ? 'correction_applied' : 'correction_useless', correction, known ? 'không nạp' : 'bỏ qua');
    }
  }
  return { areas: [...corrected.values()], findings };
}

/** An old commune that went nowhere was gone before the reform: the old list keeps some of those. */
function inForce(areas: readonly Area[], pairs: readonly Succession[]): Step {
  const left = new Set(pairs.map((pair) => pair.from));
  const known = byCode(areas);
  const stale = areas.filter((area) => area.level === 'commune' && !left.has(area.code));
  return {
    areas: areas.filter((area) => area.level !== 'commune' || left.has(area.code)),
    findings: stale.map((area) => ({
      kind: 'gone_before_reform',
      subject: area.code,
      found: `“${area.name}”, ${known.get(area.parentCode ?? '')?.name ?? ''}: bảng chuyển đổi không nhắc tới`,
      done: 'không nạp',
    })),
  };
}

/** What became of provinces and districts: the provinces in which their communes lie since. */
function higherSuccessions(
  { before, after }: { before: readonly Area[]; after: readonly Area[] },
  pairs: readonly Succession[],
): { pairs: readonly Succession[]; findings: readonly Finding[] } {
  const old = byCode(before);
  const now = byCode(after);
  const reached = new Map<string, Set<string>>();
  for (const { from, to } of pairs) {
    const province = now.get(to)?.parentCode;
    if (!province) continue;
    for (let above = old.get(from)?.parentCode; above; above = old.get(above)?.parentCode)
      reached.set(above, (reached.get(above) ?? new Set()).add(province));
  }
  const divided = [...reached].filter(([, provinces]) => provinces.size > 1);
  return {
    pairs: [...reached].flatMap(([from, provinces]) => [...provinces].map((to) => ({ from, to }))),
    findings: [
      ...divided.map(([code, provinces]): Finding => ({
        kind: 'province_divided',
        subject: code,
        found: `“${old.get(code)?.name ?? code}” có xã thuộc ${[...provinces].map((one) => now.get(one)?.name).join(', ')}`,
        done: 'ghi nhận cả hai, không phân bổ',
      })),
      ...before
        .filter(
          (area) =>
            area.level !== 'commune' &&
            !reached.has(area.code) &&
            !pairs.some((one) => one.from === area.code),
        )
        .map((area): Finding => ({
          kind: 'without_successor',
          subject: area.code,
          found: `“${area.name}”`,
          done: 'nạp đến ngày sắp xếp, không có đơn vị kế thừa',
        })),
    ],
  };
}

function readRenamings(after: readonly Area[], corrections: readonly Correction[]) {
  const known = byCode(after);
  const renamings: { code: string; name: string; shortName: string; from: Day }[] = [];
  const findings: Finding[] = [];
  for (const correction of corrections) {
    if (correction.kind !== 'renamed') continue;
    const { name } = cleanPlaceName(correction.name);
    const area = known.get(correction.code);
    const useful = area !== undefined && area.name !== name;
    if (useful)
      renamings.push({ code: correction.code, name, shortName: shortPlaceName(name), from: correction.from });
    findings.push({
      kind: useful ? 'correction_applied' : 'correction_useless',
      subject: correction.code,
      found: correction.why,
      done: useful ? `từ ${correction.from} ghi là “${name}”` : 'bỏ qua',
    });
  }
  return { renamings, findings };
}

function withoutPredecessor(after: readonly Area[], pairs: readonly Succession[]): Finding[] {
  const reached = new Set(pairs.map((pair) => pair.to));
  return after
    .filter((area) => area.level === 'commune' && !reached.has(area.code))
    .map((area) => ({
      kind: 'without_predecessor',
      subject: area.code,
      found: `“${area.name}”`,
      done: 'nạp như đơn vị thành lập mới',
    }));
}

/** The resolutions divide hundreds of communes; a table without one divided commune has only the main successors. */
function noSplits(pairs: readonly Succession[]): Finding[] {
  const sources = new Set(pairs.map((pair) => pair.from));
  if (sources.size < pairs.length || pairs.length < 1000) return [];
  return [
    {
      kind: 'no_splits',
      subject: 'bảng chuyển đổi',
      found: `${sources.size} đơn vị cũ, mỗi đơn vị chỉ sang một đơn vị mới`,
      done: 'đơn vị bị chia được nối với đơn vị nhận phần chính; bổ sung phần còn lại bằng tệp đính chính',
    },
  ];
}

export function countAreas(areas: readonly Area[], level: AreaLevel): number {
  return areas.filter((area) => area.level === level).length;
}

function countFindings(
  days: { before: readonly Area[]; after: readonly Area[] },
  expected: ExpectedCounts,
): Finding[] {
  const wanted: [string, readonly Area[], AreaLevel, number][] = [
    ['trước sắp xếp', days.before, 'province', expected.before.province],
    ['trước sắp xếp', days.before, 'district', expected.before.district],
    ['trước sắp xếp', days.before, 'commune', expected.before.commune],
    ['từ 01/07/2025', days.after, 'province', expected.after.province],
    ['từ 01/07/2025', days.after, 'commune', expected.after.commune],
  ];
  return wanted
    .filter(([, areas, level, count]) => countAreas(areas, level) !== count)
    .map(([when, areas, level, count]) => ({
      kind: 'count_differs',
      subject: `${areaLevelWords[level]} ${when}`,
      found: `${countAreas(areas, level)} đơn vị, công bố ${count}`,
      done: 'vẫn nạp theo danh sách',
    }));
}
