import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { PaperLayout } from './symbols.ts';

/** Who speaks in a paper: the unit's own leadership, or the steering committee (BCĐ) that it set up. */
export type IssuingBody = 'leadership' | 'steering_committee';

export interface IssuingUnit {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

/** Mặt trận, mass organisations and People's Committees write in state style (documents.md), all others in party style. */
const STATE_KINDS: readonly UnitKind[] = ['front', 'mass_organisation', 'government_body'];

export function layoutOfKind(kind: UnitKind): PaperLayout {
  return STATE_KINDS.includes(kind) ? 'state' : 'party';
}

interface CodeRule {
  readonly kinds: readonly UnitKind[];
  /** How the unit's name begins; without it the rule holds for every unit of its kinds. */
  readonly named?: RegExp;
  readonly code: string;
}

/**
 * Issuer codes of symbols (Hướng dẫn 05-HD/VPTW; Nghị định 30/2020/NĐ-CP). "TU" is the Tỉnh ủy's alone here:
 * a Thị ủy that signed "TU" in older papers (S0) is read by its name, never by its code.
 */
const CODES: readonly CodeRule[] = [
  { kinds: ['province_committee'], code: 'TU' },
  { kinds: ['district_committee'], named: /^huyện/iu, code: 'HU' },
  { kinds: ['district_committee'], named: /^quận/iu, code: 'QU' },
  { kinds: ['district_committee'], code: 'ThU' },
  { kinds: ['village'], code: 'CB' },
  {
    kinds: [
      'agency_party_organisation',
      'enterprise_party_organisation',
      'school_party_organisation',
      'armed_force_party_organisation',
    ],
    named: /^chi (?:bộ|ủy|uỷ)/iu,
    code: 'CB',
  },
  { kinds: ['front'], code: 'MTTQ-BTT' },
  { kinds: ['mass_organisation'], named: /^hội (?:liên hiệp phụ nữ|lhpn|phụ nữ)/iu, code: 'HPN' },
  { kinds: ['mass_organisation'], named: /^hội nông dân/iu, code: 'HND' },
  { kinds: ['mass_organisation'], named: /^hội cựu chiến binh/iu, code: 'CCB' },
  { kinds: ['mass_organisation'], named: /^(?:liên đoàn lao động|công đoàn)/iu, code: 'LĐLĐ' },
  { kinds: ['mass_organisation'], named: /^(?:đoàn|thị đoàn|huyện đoàn|thành đoàn)/iu, code: 'ĐTN' },
  { kinds: ['mass_organisation'], code: 'BCH' },
  { kinds: ['government_body'], named: /^(?:ủy|uỷ) ban nhân dân|^ubnd/iu, code: 'UBND' },
];

/** The issuer's part of a symbol: "05-TB/ThU", "07-BC/BCĐ", "15/BC-UBND". */
export function issuerCodeOf(
  unit: Pick<IssuingUnit, 'name' | 'kind'>,
  body: IssuingBody = 'leadership',
): string {
  if (body === 'steering_committee') return 'BCĐ';
  const rule = CODES.find(
    (one) => one.kinds.includes(unit.kind) && (one.named === undefined || one.named.test(unit.name)),
  );
  if (rule) return rule.code;
  return unit.kind === 'government_body' ? initials(unit.name) : 'ĐU';
}

/** "Phòng Nội vụ thị xã" → "PNV": the letters that open its words, without those of the area. */
function initials(name: string): string {
  const own = name.split(/\s+(?:thị xã|thành phố|thị trấn|phường|xã|huyện|tỉnh)(?!\p{L})/iu)[0] ?? name;
  const letters = own.match(/(?<!\p{L})\p{L}/gu) ?? [];
  return letters.slice(0, 6).join('').toLocaleUpperCase('vi') || 'VP';
}

const AREAS: readonly (readonly [RegExp, string])[] = [
  [/^tỉnh (?:ủy|uỷ)/iu, 'tỉnh'],
  [/^thị (?:ủy|uỷ)/iu, 'thị xã'],
  [/^huyện (?:ủy|uỷ)/iu, 'huyện'],
  [/^quận (?:ủy|uỷ)/iu, 'quận'],
  [/^thành (?:ủy|uỷ)/iu, 'thành phố'],
];

/** What the unit leads: "thị xã", "phường"; "đơn vị" where it is no place. */
export function areaWordOf(unit: Pick<IssuingUnit, 'name'>): string {
  const committee = AREAS.find(([named]) => named.test(unit.name))?.[1];
  if (committee) return committee;
  return (
    /(?<!\p{L})(thị xã|thành phố|thị trấn|đặc khu|phường|xã|huyện|tỉnh)(?!\p{L})/iu
      .exec(unit.name)?.[1]
      ?.toLowerCase() ?? 'đơn vị'
  );
}

/** "Thị ủy Hương Trà" → "Đảng bộ thị xã Hương Trà": how a paper below names the body above it. */
export function partyBodyOf(unit: Pick<IssuingUnit, 'name'>): string {
  for (const [named, area] of AREAS)
    if (named.test(unit.name)) return `Đảng bộ ${area} ${unit.name.replace(named, '').trim()}`;
  return unit.name.replace(/^đảng (?:ủy|uỷ)/iu, 'Đảng bộ');
}

/** The unit as it signs: a commune's "Đảng bộ phường …" or plain "Phường …" writes as "Đảng ủy phường …". */
export function issuerNameOf(unit: Pick<IssuingUnit, 'name' | 'kind'>): string {
  if (layoutOfKind(unit.kind) === 'state' || /^(?:đảng (?:ủy|uỷ)|chi )/iu.test(unit.name)) return unit.name;
  if (/^đảng bộ/iu.test(unit.name)) return unit.name.replace(/^đảng bộ/iu, 'Đảng ủy');
  if (unit.kind !== 'commune_committee') return unit.name;
  return `Đảng ủy ${unit.name.charAt(0).toLocaleLowerCase('vi')}${unit.name.slice(1)}`;
}

/** The body that speaks in the leadership's papers: "Ban Thường vụ Thị ủy", "Chi ủy", "Ban Thường trực". */
export function leadershipOf(unit: Pick<IssuingUnit, 'name' | 'kind'>): string {
  if (unit.kind === 'front') return 'Ban Thường trực';
  if (unit.kind === 'government_body') return unit.name;
  if (unit.kind === 'mass_organisation') return 'Ban Thường vụ';
  if (issuerCodeOf(unit) === 'CB') return 'Chi ủy';
  const committee = /^(?:tỉnh|thị|huyện|quận|thành|đảng) (?:ủy|uỷ)/iu.exec(issuerNameOf(unit))?.[0];
  return `Ban Thường vụ ${committee ?? 'cấp ủy'}`;
}
