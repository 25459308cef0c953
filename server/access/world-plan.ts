import type { BodyOf } from '#contract/endpoint.ts';
import type { campaignsApi } from '#contract/campaigns.ts';
import type { practicesApi } from '#contract/practices.ts';

export type PlanInput = BodyOf<(typeof campaignsApi)['POST /api/campaigns']>['plan'];
export type RegistrationInput = BodyOf<(typeof practicesApi)['POST /api/practices']>['registration'];

/** A plan that can be opened, with every kind of date in it. */
export function planWith(criteriaSetId: string): PlanInput {
  return {
    theme: 'Dân vận khéo',
    basis: [],
    introduction: '',
    sections: [],
    fields: [
      { code: 'kinh_te', name: 'Kinh tế', baseField: 'economy' },
      { code: 'van_hoa', name: 'Văn hóa - xã hội', baseField: 'culture_society' },
    ],
    quotas: [{ unitKind: 'commune_committee', least: 5 }],
    whoMayRegister: { collective: '', individual: '' },
    intakes: [
      { number: 1, opensOn: '2026-02-01', closesOn: '2026-03-31' },
      { number: 2, opensOn: '2026-07-01', closesOn: '2026-07-31' },
    ],
    steps: ([1, 2, 3, 4, 5, 6] as const).map((number) => ({
      number,
      name: `Bước ${number}`,
      from: null,
      due: null,
      text: '',
    })),
    selfChecks: [{ code: 'quy_2', name: 'Tự kiểm tra 3 tháng', due: '2026-06-30', halfYear: false }],
    reports: [
      { kind: 'mid_year', unitDue: '2026-07-10', committeeDue: '2026-07-25' },
      { kind: 'year_end', unitDue: '2026-12-01', committeeDue: '2026-12-15' },
    ],
    reportRhythm: '',
    proposeBy: null,
    recogniseBy: null,
    members: [{ post: 'Trưởng Ban Dân vận', duty: 'head', accountId: null, areaUnitIds: [] }],
    criteriaSetIds: [criteriaSetId],
    effective: { evidenceWithinDays: 90 },
    silentAfterDays: 60,
    recipients: [],
    signer: { authority: 'T/M BAN THƯỜNG VỤ', post: 'PHÓ BÍ THƯ', name: '' },
    place: 'Hương Trà',
  };
}

export function registrationOf(name: string): RegistrationInput {
  return {
    name,
    nature: 'model',
    subject: 'collective',
    fieldCode: 'kinh_te',
    placeUnitId: null,
    placeText: 'Tổ dân phố 3',
    startsOn: '2026-04-01',
    endsOn: '2026-11-30',
    content: `Vận động nhân dân: ${name}`,
    ownerName: 'Ban Công tác Mặt trận',
    responsibleName: 'Trưởng ban Công tác Mặt trận',
    responsiblePhone: '0905 123 456',
    details: { aims: [] },
    consentToPublish: true,
  };
}

export const criteriaContent = {
  criteria: [
    {
      id: 'hieu_qua',
      group: '',
      text: 'Hiệu quả thiết thực',
      kind: 'points' as const,
      max: 100,
      required: false,
    },
  ],
  thresholds: [{ name: 'Đạt', least: 50, passes: true }],
};

export function scoreOf(points: number) {
  return {
    version: null,
    lines: [{ criterionId: 'hieu_qua', points, passed: null, note: '' }],
    note: '',
    scoredOn: '2026-03-02',
  };
}

export const meetingRules = {
  legalBasis: 'Quy chế làm việc của Ban Chỉ đạo',
  quorumPercent: 67,
  neededPercent: 50,
  ballot: 'secret' as const,
};
