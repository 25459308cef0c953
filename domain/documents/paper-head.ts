import { concurrentSignature, signature } from './paper-parts.ts';
import type { Signature } from './paper.ts';
import {
  areaWordOf,
  issuerCodeOf,
  issuerNameOf,
  layoutOfKind,
  leadershipOf,
  partyBodyOf,
  type IssuingBody,
  type IssuingUnit,
} from './issuing-bodies.ts';
import type { PaperLayout } from './symbols.ts';

/** Everything about a paper that follows from who issues it. */
export interface PaperHead {
  readonly layout: PaperLayout;
  readonly parentBody: string | null;
  readonly issuer: string;
  readonly issuerCode: string;
  /** How the paper speaks of its issuer in its sentences. */
  readonly speaker: string;
  readonly area: string;
  readonly signature: Signature;
  /** "Lưu Văn phòng Thị ủy": the last of the recipients. */
  readonly fileCopy: string;
}

export interface Signer {
  readonly authority: string;
  readonly post: string;
  readonly name: string;
}

/** The name of the steering committee in an area: "Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã". */
function steeringCommitteeOf(unit: Pick<IssuingUnit, 'name'>): string {
  return `Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${areaWordOf(unit)}`;
}

export function paperHead(
  body: IssuingBody,
  unit: IssuingUnit,
  given: { parent: IssuingUnit | null; signer: Signer | null },
): PaperHead {
  const layout = layoutOfKind(unit.kind);
  const steering = body === 'steering_committee';
  const above = given.parent === null ? null : parentName(given.parent, layout);
  return {
    layout,
    parentBody: steering ? issuerNameOf(unit) : above,
    issuer: steering ? steeringCommitteeOf(unit) : issuerNameOf(unit),
    issuerCode: issuerCodeOf(unit, body),
    speaker: steering ? steeringCommitteeOf(unit) : leadershipOf(unit),
    area: areaWordOf(unit),
    signature: signatureOf(body, unit, given.signer),
    fileCopy: fileCopyOf(body, unit, layout),
  };
}

function parentName(parent: IssuingUnit, layout: PaperLayout): string {
  return layout === 'party' ? partyBodyOf(parent) : parent.name;
}

/** The campaign's own signer signs for the steering committee; the leadership's papers are signed for the body. */
function signatureOf(body: IssuingBody, unit: IssuingUnit, signer: Signer | null): Signature {
  if (body === 'steering_committee') {
    if (signer && signer.post !== '') return signatureFrom(signer);
    return signature(`${powerSign(unit)} Ban Chỉ đạo`, 'Trưởng Ban', null);
  }
  if (unit.kind === 'government_body')
    return signature(`${powerSign(unit)} Ủy ban nhân dân`, 'Chủ tịch', null);
  if (unit.kind === 'front' || unit.kind === 'mass_organisation')
    return signature(`${powerSign(unit)} ${leadershipOf(unit)}`, 'Chủ tịch', null);
  if (issuerCodeOf(unit) === 'CB') return signature('T/M Chi bộ', 'Bí thư', null);
  return signature('T/M Ban Thường vụ', 'Phó Bí thư', null);
}

function powerSign(unit: IssuingUnit): string {
  return layoutOfKind(unit.kind) === 'party' ? 'T/M' : 'TM.';
}

/** "PHÓ BÍ THƯ THỊ ỦY kiêm TRƯỞNG BAN CHỈ ĐẠO" stands on three lines (S2). */
export function signatureFrom(signer: Signer): Signature {
  const name = signer.name === '' ? null : signer.name;
  const [first, ...rest] = signer.post.split(/\s+kiêm\s+/iu);
  if (first !== undefined && rest.length > 0)
    return { ...concurrentSignature(first, rest.join(' kiêm '), name), authority: authorityOf(signer) };
  return signature(authorityOf(signer), signer.post, name);
}

function authorityOf(signer: Signer): string[] {
  return signer.authority === '' ? [] : [signer.authority];
}

/** The signer's post as one line, as forms show it. */
export function postLineOf(one: Signature | undefined): string {
  return (one?.posts ?? []).join(' ');
}

function fileCopyOf(body: IssuingBody, unit: IssuingUnit, layout: PaperLayout): string {
  if (layout === 'state') return 'Lưu: VT';
  if (body === 'steering_committee') return 'Lưu Ban Chỉ đạo';
  if (issuerCodeOf(unit) === 'CB') return 'Lưu Chi bộ';
  const committee = /^(?:tỉnh|thị|huyện|quận|thành|đảng) (?:ủy|uỷ)/iu.exec(issuerNameOf(unit))?.[0];
  return `Lưu Văn phòng ${committee ?? 'cấp ủy'}`;
}
