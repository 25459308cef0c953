import { describe, expect, test } from 'vitest';
import { administrativeLives } from './area-lives.ts';
import { buildAdministrativeUnits } from './build-administrative-units.ts';
import type { FindingKind } from './findings.ts';
import { cleanPlaceName, shortPlaceName } from './place-names.ts';
import { findingGroups, referenceReport, summaryLines } from './report.ts';
import { smallCorrections, smallCountry, smallCounts } from './small-country.ts';
import { readNewUnits } from './sources.ts';

const plain = buildAdministrativeUnits(smallCountry, { expected: smallCounts });
const corrected = buildAdministrativeUnits(smallCountry, {
  expected: smallCounts,
  corrections: smallCorrections,
});

function subjects(kind: FindingKind, units = plain): string[] {
  return units.findings.filter((finding) => finding.kind === kind).map((finding) => finding.subject);
}

describe('names of places', () => {
  test.each([
    ['Xã  A Dơi ', 'Xã A Dơi'],
    ['Thị Trấn Châu Ổ', 'Thị trấn Châu Ổ'],
    ['Thành Phố Đồng Hới', 'Thành phố Đồng Hới'],
    ['Thị trấn NT Trần Phú', 'Thị trấn Nông trường Trần Phú'],
    ['Thị trấn N.T Phong Hải', 'Thị trấn Nông trường Phong Hải'],
    ['Xã Cư M’gar', "Xã Cư M'gar"],
    ["Xã H' Neng", "Xã H'Neng"],
    ['Xã é Tòng', 'Xã É Tòng'],
    ['Tỉnh Hoà Bình', 'Tỉnh Hòa Bình'],
    ['Xã Quý Hòa', 'Xã Quý Hòa'],
  ])('“%s” is written “%s”', (raw, name) => {
    expect(cleanPlaceName(raw).name).toBe(name);
    expect(cleanPlaceName(name)).toEqual({ name, repairs: [] });
  });

  test('a short name drops the kind, but not before a number', () => {
    expect(shortPlaceName('Thị trấn Nông trường Trần Phú')).toBe('Trần Phú');
    expect(shortPlaceName('Đặc khu Lý Sơn')).toBe('Lý Sơn');
    expect(shortPlaceName('Phường 12')).toBe('Phường 12');
    expect(shortPlaceName('Quận 1')).toBe('Quận 1');
  });
});

describe('what the sources hold', () => {
  test('a file that is not the package is refused', () => {
    expect(() => readNewUnits([{ type: 'table', name: 'provinces', data: [{ name: 'An' }] }])).toThrow(
      /province_code/u,
    );
  });

  test('names are brought to one spelling, and each change is named', () => {
    expect(plain.before.find((area) => area.code === '00006')?.name).toBe('Phường Hòa');
    expect(subjects('spelling_mended')).toEqual(['00006']);
    expect(subjects('name_repaired')).toEqual(['00003']);
    expect(subjects('names_differ')).toEqual([]);
  });

  test('communes follow the codes of the table', () => {
    expect(plain.successions.filter((pair) => pair.to === '00001').map((pair) => pair.from)).toEqual([
      '00001',
      '00002',
      '00003',
      '00005',
    ]);
  });

  test('provinces and districts follow their communes', () => {
    expect(plain.higherSuccessions).toContainEqual({ from: '01', to: '02' });
    expect(plain.higherSuccessions).toContainEqual({ from: '02', to: '02' });
    expect(plain.higherSuccessions).toContainEqual({ from: '005', to: '03' });
  });

  test('a unit that the table leaves out is joined with the one of its name', () => {
    expect(plain.successions).toContainEqual({ from: '00004', to: '00004' });
    expect(subjects('same_name_kept')).toEqual(['00004']);
  });

  test('an island district without communes becomes the special zone of its name', () => {
    expect(plain.successions).toContainEqual({ from: '004', to: '00090' });
    expect(subjects('island_district')).toEqual(['dòng 8']);
  });

  test('a unit that went nowhere was gone before, is named, and is not loaded', () => {
    expect(plain.before.some((area) => area.code === '00099')).toBe(false);
    expect(subjects('gone_before_reform')).toEqual(['00099']);
  });

  test('every row that is not followed is named', () => {
    expect(subjects('row_of_gone_unit')).toEqual(['dòng 9']);
    expect(subjects('row_repeated')).toEqual(['dòng 10']);
    expect(subjects('successor_missing')).toEqual(['dòng 12']);
    expect(subjects('code_contradicts_name')).toEqual(['dòng 11']);
    expect(subjects('split_candidate')).toEqual(['dòng 11']);
  });

  test('a hint at a division is not followed until somebody confirms it', () => {
    expect(plain.splitCandidates).toEqual([{ from: '00005', to: '00004' }]);
    expect(plain.successions).not.toContainEqual({ from: '00005', to: '00004' });
    expect(corrected.successions).toContainEqual({ from: '00005', to: '00004' });
  });

  test('counts that differ from the State’s figures are said', () => {
    const units = buildAdministrativeUnits(smallCountry);
    expect(subjects('count_differs', units)).toHaveLength(5);
    expect(subjects('count_differs')).toEqual([]);
  });

  test('a correction that fits nothing is said to be useless', () => {
    const units = buildAdministrativeUnits(smallCountry, {
      expected: smallCounts,
      corrections: [
        { kind: 'new_code', listed: '00008', code: '00009', name: 'Phường Chín', why: 'Mã của đơn vị khác.' },
        { kind: 'successors', from: '00001', to: ['99999'], why: 'Không có đơn vị mới này.' },
      ],
    });
    expect(subjects('correction_useless', units)).toEqual(['00009', '00001']);
    expect(units.after).toEqual(plain.after);
  });
});

describe('lives through the reform', () => {
  const { lives, acts } = administrativeLives(corrected);
  const life = (key: string) => lives.find((one) => one.key === key);

  test('what several became is a new unit; the old ones end', () => {
    expect(life('after:00001')).toMatchObject({ foundedOn: '2025-07-01', goneOn: null });
    expect(life('before:00001')).toMatchObject({ goneOn: '2025-07-01' });
    expect(acts.find((act) => act.key === 'merge 00001')).toMatchObject({
      kind: 'merge',
      from: ['before:00001', 'before:00002', 'before:00003'],
      to: ['after:00001'],
    });
  });

  test('what one became alone is the same unit under another parent', () => {
    expect(life('before:00004')?.versions.map(({ from, to, parent }) => ({ from, to, parent }))).toEqual([
      { from: '2000-01-01', to: '2025-07-01', parent: 'before:002' },
      { from: '2025-07-01', to: null, parent: 'after:02' },
    ]);
    expect(life('after:00004')).toBeUndefined();
  });

  test('a province that stays as it was has one version, and keeps its communes', () => {
    expect(life('before:03')?.versions).toHaveLength(1);
    expect(life('before:00008')?.versions.at(-1)?.parent).toBe('before:03');
  });

  test('a divided commune stands above its successors, not apportioned', () => {
    expect(acts.find((act) => act.kind === 'split')).toMatchObject({
      from: ['before:00005'],
      to: ['after:00001', 'before:00004'],
      heirs: [{ unit: 'before:00005', heir: 'before:01', apportioned: false }],
    });
  });

  test('districts end with the level, and what they held stands with their province', () => {
    const removal = acts.find((act) => act.kind === 'remove_level');
    expect(removal?.from).toEqual(['before:001', 'before:002', 'before:003', 'before:005']);
    expect(removal?.heirs[0]).toEqual({ unit: 'before:001', heir: 'before:01', apportioned: true });
  });

  test('a later name begins on its day', () => {
    expect(life('after:02')?.versions.map((version) => [version.from, version.name])).toEqual([
      ['2025-07-01', 'Tỉnh Bình'],
      ['2026-04-30', 'Thành phố Bình'],
    ]);
  });

  test('every unit that ends has one heir, every unit that lasts has none', () => {
    const heirs = acts.flatMap((act) => act.heirs.map((heir) => heir.unit)).toSorted();
    const gone = lives.filter((one) => one.goneOn !== null).map((one) => one.key);
    expect(heirs).toEqual(gone.toSorted());
  });
});

describe('the report', () => {
  test('names every finding under its heading', () => {
    const report = referenceReport(plain, { sources: ['gói nhỏ 1.0'], day: '01/07/2025' });
    for (const finding of plain.findings) expect(report).toContain(finding.subject);
    expect(findingGroups(plain.findings).flatMap((group) => group.findings)).toHaveLength(
      plain.findings.length,
    );
  });

  test('says how many units there were and are', () => {
    expect(summaryLines(corrected)).toEqual([
      'Đến hết 30/06/2025: 3 đơn vị cấp tỉnh, 5 đơn vị cấp huyện, 8 đơn vị cấp xã.',
      'Từ 01/07/2025: 2 đơn vị cấp tỉnh, 5 đơn vị cấp xã.',
      'Từ cũ sang mới: 2 đơn vị mới từ một đơn vị cũ, 3 từ 2 đến 4 đơn vị cũ; 1 đơn vị cũ bị chia.',
    ]);
  });
});
