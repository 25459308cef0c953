import { type Area, byCode, type Succession } from './area.ts';
import type { Correction } from './corrections.ts';
import type { Finding } from './findings.ts';
import { cleanPlaceName, foldedPlaceName } from './place-names.ts';
import type { MappingRow } from './sources.ts';

interface Days {
  readonly before: readonly Area[];
  readonly after: readonly Area[];
}

export interface Successions {
  /** Communes to communes, and island districts to special zones. */
  readonly pairs: readonly Succession[];
  /** What a row without a code suggests and nothing confirms; not among the pairs. */
  readonly candidates: readonly Succession[];
  readonly findings: readonly Finding[];
}

/** Which new commune each old one went to, by the table, by what it leaves out, and by the corrections. */
export function matchSuccessions(
  days: Days,
  rows: readonly MappingRow[],
  corrections: readonly Correction[],
): Successions {
  const matcher = new Matcher(days);
  for (const row of rows) matcher.readRow(row);
  matcher.readUncoded();
  matcher.matchUnchanged();
  for (const correction of corrections) if (correction.kind === 'successors') matcher.correct(correction);
  return {
    pairs: [...matcher.successors].flatMap(([from, tos]) => [...tos].map((to) => ({ from, to }))),
    candidates: matcher.candidates,
    findings: matcher.findings,
  };
}

class Matcher {
  readonly findings: Finding[] = [];
  readonly candidates: Succession[] = [];
  readonly successors = new Map<string, Set<string>>();
  readonly #before: ReadonlyMap<string, Area>;
  readonly #after: ReadonlyMap<string, Area>;
  readonly #islands: ReadonlyMap<string, Area>;
  readonly #oldByName = new Map<string, Area>();
  readonly #newByName = new Map<string, Area>();
  readonly #uncoded: MappingRow[] = [];

  constructor({ before, after }: Days) {
    this.#before = byCode(before);
    this.#after = byCode(after);
    const withCommunes = new Set(before.map((area) => area.parentCode));
    this.#islands = new Map(
      before
        .filter((area) => area.level === 'district' && !withCommunes.has(area.code))
        .map((area) => [area.shortName, area]),
    );
    for (const area of before) if (area.level === 'commune') this.#oldByName.set(this.#oldKey(area), area);
    for (const area of after)
      if (area.level === 'commune')
        this.#newByName.set(newKey(area.name, this.#after.get(area.parentCode ?? '')?.name ?? ''), area);
  }

  #oldKey(area: Area): string {
    const district = this.#before.get(area.parentCode ?? '');
    const province = this.#before.get(district?.parentCode ?? '');
    return oldKey(area.name, district?.name ?? '', province?.name ?? '');
  }

  /** Rows with a code first: rows without one are read against them. */
  readRow(row: MappingRow): void {
    if (!row.old_ward_code) {
      this.#uncoded.push(row);
      return;
    }
    const from = this.#before.get(row.old_ward_code);
    if (!from) {
      this.#note('row_unreadable', row, `mã cũ ${row.old_ward_code} không có trong danh sách`);
      return;
    }
    const to = this.#target(row);
    if (!to) return;
    if (this.#add(from.code, to.code)) return;
    this.#note('row_repeated', row, 'bỏ qua');
  }

  readUncoded(): void {
    for (const row of this.#uncoded)
      if (row.old_ward_name) this.#readNamed(row);
      else this.#readIsland(row);
  }

  /** "Đặc khu Lý Sơn" from nothing: the island district of that name, which had no communes. */
  #readIsland(row: MappingRow): void {
    const to = this.#target(row);
    const from = to && this.#islands.get(to.shortName);
    if (!to || !from) {
      if (to) this.#note('row_unreadable', row, 'không ghi đơn vị cũ; bỏ qua');
      return;
    }
    this.#add(from.code, to.code);
    this.#note('island_district', row, `nối “${from.name}” (${from.code}) với “${to.name}” (${to.code})`);
  }

  /** A row without a code names a unit that was gone before the reform, or repeats one, or hints at a split. */
  #readNamed(row: MappingRow): void {
    const from = this.#oldByName.get(
      oldKey(row.old_ward_name ?? '', row.old_district_name ?? '', row.old_province_name ?? ''),
    );
    if (!from) {
      this.#note('row_of_gone_unit', row, 'không nạp: đơn vị này không còn vào ngày trước sắp xếp');
      return;
    }
    const to = this.#target(row);
    if (!to) return;
    const known = this.successors.get(from.code);
    if (known?.has(to.code)) this.#note('row_repeated', row, 'bỏ qua');
    else if (!known) this.#add(from.code, to.code);
    else {
      const repeated = this.candidates.some((one) => one.from === from.code && one.to === to.code);
      if (!repeated) this.candidates.push({ from: from.code, to: to.code });
      const main = [...known].map((code) => this.#after.get(code)?.name ?? code).join(', ');
      this.#note('split_candidate', row, `giữ “${main}”; chỉ nhận khi có đính chính`);
    }
  }

  /** The new unit that a row means: by code, unless the name says that the code is another's. */
  #target(row: MappingRow): Area | null {
    const listed = this.#after.get(row.new_ward_code ?? '');
    const name = row.new_ward_name ?? '';
    if (listed && foldedPlaceName(listed.name) === foldedPlaceName(name)) return listed;
    const named = this.#newByName.get(newKey(name, provinceName(row.new_province_name ?? '')));
    if (!named) {
      this.#note('successor_missing', row, 'bỏ qua: không có đơn vị mới nào mang mã hoặc tên này');
      return null;
    }
    this.#note('code_contradicts_name', row, `hiểu là “${named.name}” (${named.code})`);
    return named;
  }

  /** A unit that kept its name and area, and that the table leaves out. */
  matchUnchanged(): void {
    const reached = new Set([...this.successors.values()].flatMap((codes) => [...codes]));
    const provinces = this.#provincesReached();
    for (const from of this.#before.values()) {
      if (from.level !== 'commune' || this.successors.has(from.code)) continue;
      const oldProvince = this.#before.get(from.parentCode ?? '')?.parentCode ?? '';
      const to = [...(provinces.get(oldProvince) ?? [])]
        .map((code) => this.#newByName.get(newKey(from.name, this.#after.get(code)?.name ?? '')))
        .find((area) => area && !reached.has(area.code));
      if (!to) continue;
      this.#add(from.code, to.code);
      this.findings.push({
        kind: 'same_name_kept',
        subject: from.code,
        found: `“${from.name}” không có trong bảng chuyển đổi`,
        done: `nối với “${to.name}” (${to.code}), cùng tên, chưa đơn vị cũ nào nối tới`,
      });
    }
  }

  /** New provinces that the communes of each old province went to. */
  #provincesReached(): ReadonlyMap<string, ReadonlySet<string>> {
    const reached = new Map<string, Set<string>>();
    for (const [from, tos] of this.successors) {
      const old = this.#before.get(this.#before.get(from)?.parentCode ?? '')?.parentCode ?? '';
      const known = reached.get(old) ?? new Set();
      for (const to of tos) known.add(this.#after.get(to)?.parentCode ?? '');
      reached.set(old, known);
    }
    return reached;
  }

  correct(correction: Extract<Correction, { kind: 'successors' }>): void {
    const { from, to, why } = correction;
    const unknown = [from, ...to].filter((code, at) => !(at === 0 ? this.#before : this.#after).get(code));
    const done = unknown.length > 0 ? `bỏ qua: không có mã ${unknown.join(', ')}` : `thành ${to.join(', ')}`;
    if (unknown.length === 0) this.successors.set(from, new Set(to));
    this.findings.push({
      kind: unknown.length > 0 ? 'correction_useless' : 'correction_applied',
      subject: from,
      found: why,
      done,
    });
  }

  #add(from: string, to: string): boolean {
    const known = this.successors.get(from);
    if (known?.has(to)) return false;
    if (known) known.add(to);
    else this.successors.set(from, new Set([to]));
    return true;
  }

  #note(kind: Finding['kind'], row: MappingRow, done: string): void {
    const from = [row.old_ward_name, row.old_district_name, row.old_province_name].filter(Boolean).join(', ');
    this.findings.push({
      kind,
      subject: `dòng ${row.id}`,
      found: `${from || '(trống)'} → ${row.new_ward_name} (${row.new_ward_code}), ${row.new_province_name}`,
      done,
    });
  }
}

/** Exact names, not folded ones: Sa Pa and Sa Pả lie in one town. */
function oldKey(commune: string, district: string, province: string): string {
  return [commune, district, province]
    .map((name) => cleanPlaceName(name).name.toLocaleLowerCase('vi'))
    .join('|');
}

function newKey(commune: string, province: string): string {
  return `${cleanPlaceName(commune).name}|${foldedPlaceName(province)}`;
}

function provinceName(bare: string): string {
  return bare.startsWith('Thành phố ') ? bare : `Tỉnh ${bare}`;
}
