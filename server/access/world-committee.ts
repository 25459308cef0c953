import type { DocumentPurpose } from '#domain/documents/document.workflow.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import type { TownBase } from './world-town.ts';
import { meetingRules, scoreOf } from './world-plan.ts';
import { recordsOfReporting, type ReportRecords } from './world-reports.ts';

export interface CommitteeRecords extends ReportRecords {
  /** Issued and sent to both communes, not acknowledged. */
  readonly noticeId: string;
  readonly draftDocumentId: string;
  readonly waitingDocumentId: string;
  /** Kept by the commune. */
  readonly receivedDocumentId: string;
  readonly concludedMeetingId: string;
  readonly draftMeetingId: string;
  readonly rewardId: string;
  readonly upwardId: string;
  /** Of the neighbour's practices, put to the commune. */
  readonly offerIds: readonly string[];
  readonly figureSetId: string;
  /** A paper that the town has read, nothing decided; the fact is a practice that it names. */
  readonly readingId: string;
  readonly readingFactId: string;
  /** Another, to be put away. */
  readonly spareReadingId: string;
}

interface Given {
  readonly practices: Readonly<
    Record<'implementing' | 'proposed' | 'proposedFree' | 'recognised' | 'recognisedFree', string>
  >;
  readonly ofNeighbour: readonly string[];
  carryOut(ids: readonly string[], officer: Actor): Promise<void>;
}

/** What the committee makes of the accepted practices: notice, meetings, rewards, offers, papers, reports, figures. */
export async function recordsOfCommittee(base: TownBase, given: Given): Promise<CommitteeRecords> {
  const { practices, ofNeighbour } = given;
  const noticeId = await compose(base, 'notice_of_assignment');
  await base.agency.call('POST /api/documents/:id/issue', {
    params: { id: noticeId },
    body: { issuedOn: '2026-03-02', sendToUnitIds: [base.units.commune, base.units.neighbour] },
  });
  const mine = [
    practices.implementing,
    practices.proposed,
    practices.proposedFree,
    practices.recognised,
    practices.recognisedFree,
  ];
  await given.carryOut(mine, base.officer);
  await given.carryOut(ofNeighbour, base.neighbour);
  await propose(base.officer, mine.slice(1));
  await propose(base.neighbour, ofNeighbour);
  const meetings = await meet(base, {
    toConclude: [practices.recognised, practices.recognisedFree, ...ofNeighbour],
    toPrepare: [practices.proposed],
  });
  return {
    noticeId,
    ...meetings,
    ...(await rewardAndSpread(base, given)),
    ...(await papers(base)),
    ...(await recordsOfReporting(base)),
    figureSetId: await figures(base),
    ...(await readPaper(base)),
  };
}

async function compose(base: TownBase, purpose: DocumentPurpose): Promise<string> {
  const { id } = await base.agency.call('POST /api/campaigns/:id/papers', {
    params: { id: base.campaignId },
    body: { purpose },
  });
  return id;
}

async function propose(officer: Actor, ids: readonly string[]): Promise<void> {
  for (const id of ids) await officer.call('POST /api/practices/:id/proposal', { params: { id } });
}

async function meet(
  base: TownBase,
  given: { toConclude: readonly string[]; toPrepare: readonly string[] },
): Promise<Pick<CommitteeRecords, 'concludedMeetingId' | 'draftMeetingId'>> {
  const { agency } = base;
  for (const id of [...given.toConclude, ...given.toPrepare]) {
    await agency.call('PUT /api/practices/:id/scores/team', { params: { id }, body: scoreOf(85) });
    await agency.call('PUT /api/practices/:id/scores/final', { params: { id }, body: scoreOf(88) });
  }
  const prepared = async (practiceIds: readonly string[]): Promise<string> => {
    const { id } = await agency.call('POST /api/campaigns/:id/meetings', {
      params: { id: base.campaignId },
      body: meetingOf(practiceIds),
    });
    const results = practiceIds.map((practiceId) => ({
      practiceId,
      votes: { for: 9, against: 0, abstained: 0 },
      note: '',
    }));
    await agency.call('PUT /api/meetings/:id', {
      params: { id },
      body: { ...meetingOf(practiceIds), version: 1, results, conclusion: '' },
    });
    return id;
  };
  const concludedMeetingId = await prepared(given.toConclude);
  await agency.call('POST /api/meetings/:id/conclusion', {
    params: { id: concludedMeetingId },
    body: { version: 2 },
  });
  return { concludedMeetingId, draftMeetingId: await prepared(given.toPrepare) };
}

export function meetingOf(practiceIds: readonly string[]) {
  return {
    title: 'Họp xét công nhận',
    heldOn: '2026-03-02',
    chairPost: 'Trưởng ban',
    secretaryPost: '',
    membersTotal: 9,
    membersPresent: 9,
    rules: meetingRules,
    practiceIds: [...practiceIds],
  };
}

async function rewardAndSpread(
  base: TownBase,
  { practices, ofNeighbour }: Given,
): Promise<Pick<CommitteeRecords, 'rewardId' | 'upwardId' | 'offerIds'>> {
  const { agency } = base;
  const { id: rewardId } = await agency.call('POST /api/campaigns/:id/rewards', {
    params: { id: base.campaignId },
    body: {
      practiceId: practices.recognised,
      track: 'party',
      form: 'commendation',
      recipientName: 'Ban Công tác Mặt trận',
      recipientSubject: 'collective',
      level: 'own',
      reason: '',
    },
  });
  const { id: upwardId } = await agency.call('POST /api/practices/:id/upward-proposal', {
    params: { id: practices.recognised },
    body: { toUnitId: base.province, proposedOn: '2026-03-02', reason: '' },
  });
  const offerIds: string[] = [];
  for (const id of ofNeighbour) {
    const offered = await agency.call('POST /api/practices/:id/replication-offers', {
      params: { id },
      body: { campaignId: base.campaignId, unitIds: [base.units.commune], message: '' },
    });
    offerIds.push(...offered.ids);
  }
  return { rewardId, upwardId, offerIds };
}

async function papers(
  base: TownBase,
): Promise<Pick<CommitteeRecords, 'draftDocumentId' | 'waitingDocumentId' | 'receivedDocumentId'>> {
  const draftDocumentId = await compose(base, 'mid_year_report');
  const waitingDocumentId = await compose(base, 'mid_year_report');
  await base.agency.call('POST /api/documents/:id/submission', { params: { id: waitingDocumentId } });
  const { id: receivedDocumentId } = await base.officer.call('POST /api/documents/received', {
    body: receivedPaper(base.units.commune),
  });
  return { draftDocumentId, waitingDocumentId, receivedDocumentId };
}

export function receivedPaper(ownerUnitId: string) {
  return {
    ownerUnitId,
    type: 'CV' as const,
    symbol: '12-CV/BDVTU',
    issuerName: 'Ban Dân vận Tỉnh ủy',
    issuedOn: '2026-03-01',
    receivedOn: '2026-03-02',
    subject: 'Đôn đốc đăng ký mô hình',
    signerPost: '',
    signerName: '',
    fileId: null,
    campaignId: null,
    links: [],
  };
}

async function figures(base: TownBase): Promise<string> {
  const { id } = await base.agency.call('POST /api/figure-sets', { body: figureSetOf(base) });
  await base.agency.call('POST /api/figure-sets/:id/practices', {
    params: { id },
    body: { practices: [namedPractice(base.units.commune, 'Mô hình trong báo cáo cũ')] },
  });
  return id;
}

async function readPaper(
  base: TownBase,
): Promise<Pick<CommitteeRecords, 'readingId' | 'readingFactId' | 'spareReadingId'>> {
  const bring = async (about: string): Promise<string> => {
    const { id } = await base.agency.call('POST /api/readings', {
      query: { unitId: base.units.town },
      file: { name: 'bao-cao-cu.txt', content: paperOf(about) },
    });
    return id;
  };
  const id = await bring(base.prefix);
  const { practices } = await base.agency.call('GET /api/readings/:id', { params: { id } });
  return {
    readingId: id,
    readingFactId: practices[0]?.id ?? '',
    spareReadingId: await bring(`${base.prefix}, bản thứ hai`),
  };
}

/** A paper with one practice and a total; no two are the same bytes. */
export function paperOf(about: string): Uint8Array {
  return new TextEncoder().encode(
    [
      'BÁO CÁO',
      `kết quả phong trào thi đua “Dân vận khéo” năm 2019 (${about})`,
      '1. Kết quả',
      'Toàn thị xã đăng ký 12 mô hình “Dân vận khéo” (kinh tế: 5 mô hình; văn hóa - xã hội: 7 mô hình).',
      'Tiêu biểu là mô hình “Hàng rào xanh ven sông” của phường Hương Xuân.',
    ].join('\n'),
  );
}

export function figureSetOf(base: Pick<TownBase, 'units'>) {
  return {
    ownerUnitId: base.units.town,
    stageId: null,
    title: 'Giai đoạn 2017-2020',
    scope: 'toàn thị xã',
    periodFrom: '2017-01-01',
    periodTo: '2020-12-31',
    sourceDocumentId: null,
    sourceText: 'Báo cáo tổng kết',
    statedOn: null,
    note: '',
    figures: [
      {
        key: 'dang_ky',
        kind: 'registered' as const,
        label: 'Mô hình đăng ký',
        definition: 'Số mô hình đã đăng ký',
        value: 386,
        unit: 'mô hình',
        approx: 'exact' as const,
        baseField: null,
        partOf: null,
        outOf: null,
        asWritten: '',
      },
    ],
  };
}

export function namedPractice(unitId: string, name: string) {
  return {
    name,
    nature: 'model' as const,
    subject: 'collective' as const,
    baseField: null,
    unitId,
    placeText: '',
    ownerName: '',
    passage: '',
  };
}
