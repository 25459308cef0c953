import type { Area } from './area.ts';
import type { Finding } from './findings.ts';
import { cleanPlaceName, shortPlaceName } from './place-names.ts';
import type { MappingRow, NewUnitsSource, OldUnitsSource } from './sources.ts';

interface Listed {
  readonly areas: readonly Area[];
  readonly findings: readonly Finding[];
}

/** A place of a list with its name in one spelling, and a finding where that changed something. */
function areaOf(place: Pick<Area, 'level' | 'code' | 'parentCode'>, raw: string, findings: Finding[]): Area {
  const { name, repairs } = cleanPlaceName(raw);
  // Spaces too many and the other tone placement change no name, but they are told apart only by code.
  const slight = repairs.every((repair) => repair === 'spaces' || repair === 'tone');
  if (repairs.length > 0)
    findings.push({
      kind: slight ? 'spelling_mended' : 'name_repaired',
      subject: place.code,
      found: `“${raw}”`,
      done: `ghi là “${name}”`,
    });
  return { ...place, name, shortName: shortPlaceName(name) };
}

/** The three tiers of the eve of the reform. */
export function oldAreas(source: OldUnitsSource): Listed {
  const findings: Finding[] = [];
  const areas = source.flatMap((province) => [
    areaOf({ level: 'province', code: province.id, parentCode: null }, province.name, findings),
    ...province.children.flatMap((district) => [
      areaOf({ level: 'district', code: district.id, parentCode: province.id }, district.name, findings),
      ...(district.children ?? []).map((commune) =>
        areaOf({ level: 'commune', code: commune.id, parentCode: district.id }, commune.name, findings),
      ),
    ]),
  ]);
  return withoutRepeatedCodes(areas, findings);
}

/** The two tiers since the reform. */
export function newAreas(source: NewUnitsSource): Listed {
  const findings: Finding[] = [];
  const areas = [
    ...source.provinces.map((province) =>
      areaOf(
        { level: 'province', code: province.province_code, parentCode: null },
        // The list names cities in full and provinces by their bare name.
        province.name.startsWith('Thành phố ') ? province.name : `Tỉnh ${province.name}`,
        findings,
      ),
    ),
    ...source.communes.map((commune) =>
      areaOf(
        { level: 'commune', code: commune.ward_code, parentCode: commune.province_code },
        commune.name,
        findings,
      ),
    ),
  ];
  return withoutRepeatedCodes(areas, findings);
}

function withoutRepeatedCodes(areas: readonly Area[], findings: Finding[]): Listed {
  const known = new Map<string, Area>();
  for (const area of areas) {
    const first = known.get(area.code);
    if (first)
      findings.push({
        kind: 'code_not_unique',
        subject: area.code,
        found: `“${first.name}” và “${area.name}”`,
        done: `giữ “${first.name}”, bỏ “${area.name}”`,
      });
    else known.set(area.code, area);
  }
  const kept = [...known.values()].filter((area) => {
    const orphan = area.parentCode !== null && !known.has(area.parentCode);
    if (orphan)
      findings.push({
        kind: 'parent_missing',
        subject: area.code,
        found: `“${area.name}” thuộc mã ${area.parentCode}, không có`,
        done: 'không nạp',
      });
    return !orphan;
  });
  return { areas: kept, findings };
}

/**
 * The mapping table names the old communes too, from the texts of the resolutions; where it differs from the list by
 * more than spelling, it is the one that is followed.
 */
export function namesFromMapping(areas: readonly Area[], rows: readonly MappingRow[]): Listed {
  const findings: Finding[] = [];
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const names = new Map<string, string>();
  const districts = new Map<string, Finding>();
  for (const row of rows) {
    const area = row.old_ward_code ? byCode.get(row.old_ward_code) : undefined;
    if (!area || !row.old_ward_name) continue;
    const { name } = cleanPlaceName(row.old_ward_name);
    if (name.toLocaleLowerCase('vi') !== area.name.toLocaleLowerCase('vi') && !isAbbreviation(name, area)) {
      names.set(area.code, name);
      findings.push({
        kind: 'names_differ',
        subject: area.code,
        found: `danh sách ba cấp “${area.name}”, bảng chuyển đổi “${name}”`,
        done: `ghi là “${name}”`,
      });
    }
    const district = byCode.get(area.parentCode ?? '');
    const rowDistrict = cleanPlaceName(row.old_district_name ?? '').name;
    if (district && rowDistrict !== district.name)
      districts.set(`${rowDistrict}|${district.code}`, {
        kind: 'district_differs',
        subject: district.code,
        found: `bảng chuyển đổi ghi “${rowDistrict}”, danh sách ba cấp “${district.name}”`,
        done: `theo danh sách ba cấp “${district.name}”`,
      });
  }
  return {
    areas: areas.map((area) => {
      const name = names.get(area.code);
      return name === undefined ? area : { ...area, name, shortName: shortPlaceName(name) };
    }),
    findings: [...findings, ...districts.values()],
  };
}

/** "Thị trấn Trần Phú" beside "Thị trấn Nông trường Trần Phú": the longer name says more. */
function isAbbreviation(name: string, area: Area): boolean {
  return area.name.startsWith('Thị trấn Nông trường ') && area.shortName === shortPlaceName(name);
}
