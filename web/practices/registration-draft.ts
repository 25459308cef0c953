import type { ApiArgs, ApiResponse } from '../platform/api-client.ts';
import type { ClientProblem } from '../platform/problem-error.ts';
import { addMonths } from '#domain/kernel/day.ts';
import { missingItems } from '#domain/practices/registration-rules.ts';
import type { Practice } from './practice-shape.ts';

export type Options = ApiResponse<'GET /api/registration-options'>;
export type OpenCampaign = Options['campaigns'][number];
export type Unit = Options['units'][number];

/** The registration as the form types it: every item is there, many may be empty. */
export type Registration = ReturnType<typeof emptyRegistration>;
export type Details = Practice['details'];

const noDetails: Details = {
  presentState: '',
  aims: [],
  method: '',
  beneficiaries: '',
  forces: '',
  resources: '',
  outputs: '',
  durability: '',
};

/** A new registration of a unit. A commune or a village is its own place until somebody says otherwise. */
export function emptyRegistration(unit: Unit | undefined) {
  const isPlace = unit?.kind === 'commune_committee' || unit?.kind === 'village';
  return {
    name: '',
    nature: 'model' as Practice['nature'],
    subject: 'collective' as Practice['subject'],
    fieldCode: null as string | null,
    place: (isPlace ? unit : null) as Unit | null,
    placeText: '',
    startsOn: null as string | null,
    endsOn: null as string | null,
    content: '',
    ownerName: '',
    responsibleName: '',
    responsiblePhone: '',
    details: noDetails,
    consentToPublish: false,
  };
}

export function registrationOf(practice: Practice): Registration {
  return {
    name: practice.name,
    nature: practice.nature,
    subject: practice.subject,
    fieldCode: practice.fieldCode,
    place: practice.placeUnit,
    placeText: practice.placeText,
    startsOn: practice.startsOn,
    endsOn: practice.endsOn,
    content: practice.content,
    ownerName: practice.ownerName,
    responsibleName: practice.responsibleName,
    responsiblePhone: practice.responsiblePhone,
    details: practice.details,
    consentToPublish: practice.consentToPublish,
  };
}

const moved = (day: string | null, years: number): string | null =>
  day === null ? null : addMonths(day, years * 12);

/** Last year's registration as the beginning of this year's: all of it, its days moved to this year. */
export function continuedFrom(practice: Practice, campaign: OpenCampaign): Registration {
  const before = registrationOf(practice);
  const years = practice.year === null ? null : campaign.year - practice.year;
  const known = campaign.fields.some((field) => field.code === before.fieldCode);
  return {
    ...before,
    fieldCode: known ? before.fieldCode : null,
    startsOn: years === null ? null : moved(before.startsOn, years),
    endsOn: years === null ? null : moved(before.endsOn, years),
  };
}

/** Another body's practice as the beginning of ours: the way of doing it, not its people, place and days. */
export function replicatedFrom(
  practice: Practice,
  unit: Unit | undefined,
  campaign: OpenCampaign,
): Registration {
  const known = campaign.fields.some((field) => field.code === practice.fieldCode);
  return {
    ...emptyRegistration(unit),
    name: practice.name,
    nature: practice.nature,
    subject: practice.subject,
    fieldCode: known ? practice.fieldCode : null,
    content: practice.content,
    details: practice.details,
  };
}

/** What is sent: the place by its id. */
export function registrationBody(
  value: Registration,
): ApiArgs<'PUT /api/practices/:id'>['body']['registration'] {
  const { place, ...rest } = value;
  return { ...rest, placeUnitId: place?.id ?? null };
}

/** What the register takes at most in one line; the fields count as one types. */
const longest = [
  ['name', 300],
  ['placeText', 300],
  ['ownerName', 200],
  ['responsibleName', 200],
  ['responsiblePhone', 30],
] as const;

/** The refusal that the server would give, told before anything is sent; null when nothing is missing. */
export function missingProblem(value: Registration): ClientProblem | null {
  const missing = missingItems({ ...value, placeUnitId: value.place?.id ?? null });
  const late = value.startsOn !== null && value.endsOn !== null && value.endsOn < value.startsOn;
  const fields = missing.map((item) => ({
    path: `registration.${item.path}`,
    message: item.path === 'placeText' ? 'ghi ít nhất một trong hai ô địa chỉ' : 'chưa ghi, mục này bắt buộc',
  }));
  if (late)
    fields.push({ path: 'registration.endsOn', message: 'ngày kết thúc phải sau hoặc trùng ngày bắt đầu' });
  for (const [key, most] of longest)
    if (value[key].length > most)
      fields.push({ path: `registration.${key}`, message: `không quá ${most} ký tự` });
  if (fields.length === 0) return null;
  return {
    code: 'registration_incomplete',
    status: 0,
    title: `Còn ${fields.length} mục cần bổ sung, chưa gửi được`,
    detail: '',
    fields,
  };
}
