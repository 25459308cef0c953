import type { UrlWords } from '../platform/url-state.ts';
import type { Filter, FilterOption } from '../ui/filter-words.ts';
import { type TableUrl, writeSort } from '../ui/table-url.ts';
import { formatDay, isDay } from '#domain/kernel/day.ts';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import { type FunnelStage, funnelStages, funnelWords } from '#domain/practices/funnel.ts';
import { natures, origins, practiceStates, subjects } from '#domain/practices/practice.states.ts';
import {
  natureWords,
  originWords,
  practiceStateWords,
  subjectWords,
} from '#domain/practices/practice.words.ts';

/** Words of the address that the list's endpoint takes as they are. */
const filterKeys = [
  'q',
  'campaignId',
  'stageId',
  'year',
  'unitId',
  'state',
  'funnel',
  'field',
  'nature',
  'subject',
  'origin',
  'intake',
  'silentDays',
  'lacking',
  'documentId',
  'reportId',
  'indicator',
] as const;

function optionsOf<K extends string>(
  values: readonly K[],
  words: Readonly<Record<K, string>>,
): FilterOption[] {
  return values.map((value) => ({ value, label: words[value] }));
}

const stateOptions: readonly FilterOption[] = [
  { value: 'registered', label: 'Đã gửi, mọi bước' },
  { value: 'open', label: 'Đang trong quy trình' },
  ...optionsOf(practiceStates, practiceStateWords),
];

const lackingOptions: readonly FilterOption[] = [
  { value: 'notice', label: 'Chưa có thông báo giao' },
  { value: 'self_check', label: 'Thiếu tự kiểm tra đến hạn' },
  { value: 'self_score', label: 'Chưa tự chấm điểm' },
  { value: 'team_score', label: 'Chưa có điểm đoàn kiểm tra' },
  { value: 'final_score', label: 'Chưa có điểm cuối' },
  { value: 'decision', label: 'Chưa có quyết định công nhận' },
];

export const rareFilters: readonly Filter[] = [
  { key: 'nature', label: 'Tính chất', options: optionsOf(natures, natureWords) },
  { key: 'subject', label: 'Chủ thể', options: optionsOf(subjects, subjectWords) },
  { key: 'origin', label: 'Nguồn gốc', options: optionsOf(origins, originWords) },
  {
    key: 'intake',
    label: 'Đợt đăng ký',
    options: [
      { value: '1', label: 'Đợt 1' },
      { value: '2', label: 'Đợt 2 (bổ sung)' },
    ],
  },
  {
    key: 'silentDays',
    label: 'Im ắng',
    options: ['30', '60', '90'].map((days) => ({ value: days, label: `Từ ${days} ngày chưa có tiến độ` })),
  },
  { key: 'lacking', label: 'Còn thiếu', options: lackingOptions },
];

interface FilterFacts {
  readonly campaigns: readonly FilterOption[];
  readonly fields: readonly FilterOption[];
  readonly unitName: string | undefined;
  readonly funnel: FunnelStage | null;
}

/** Every filter of the list, those with a list of their own first. */
export function practiceFilters(facts: FilterFacts, words: UrlWords): Filter[] {
  const said = (key: string, text: (value: string) => string): FilterOption[] => {
    const value = words[key];
    return value === undefined ? [] : [{ value, label: text(value) }];
  };
  return [
    { key: 'campaignId', label: 'Năm, chiến dịch', options: facts.campaigns },
    { key: 'field', label: 'Lĩnh vực', options: facts.fields },
    { key: 'state', label: 'Trạng thái', options: stateOptions },
    { key: 'unitId', label: 'Đơn vị', options: said('unitId', () => facts.unitName ?? '…'), chipOnly: true },
    {
      key: 'funnel',
      label: 'Con số',
      options: facts.funnel === null ? [] : [{ value: facts.funnel, label: funnelWords[facts.funnel].label }],
      chipOnly: true,
    },
    {
      key: 'ngay',
      label: 'Theo tổ chức ngày',
      options: said('ngay', (day) => (isDay(day) ? formatDay(day) : day)),
      chipOnly: true,
    },
    { key: 'year', label: 'Năm', options: said('year', (year) => year), chipOnly: true },
    { key: 'stageId', label: 'Giai đoạn', options: said('stageId', () => 'đang chọn'), chipOnly: true },
    {
      key: 'reportId',
      label: 'Số liệu báo cáo',
      options: said('reportId', () => 'đang chọn'),
      chipOnly: true,
    },
    {
      key: 'documentId',
      label: 'Văn bản',
      options: said('documentId', () => 'nêu trong văn bản đang mở'),
      chipOnly: true,
    },
    ...rareFilters.map((filter): Filter => ({ ...filter, chipOnly: true })),
  ];
}

export const usualFields: readonly FilterOption[] = optionsOf(baseFields, baseFieldWords);

export function funnelStage(word: string | undefined): FunnelStage | null {
  return funnelStages.find((stage) => stage === word) ?? null;
}

/** The filter of the address, for the list and for its Excel file. */
export function practiceFilterQuery(words: UrlWords): Record<string, string> {
  const query: Record<string, string> = {};
  for (const key of filterKeys) {
    const value = words[key];
    if (value !== undefined) query[key] = value;
  }
  const day = words['ngay'];
  if (isDay(day)) query['day'] = day;
  return query;
}

/** Sort words of the endpoint: the key, and the direction apart. */
export function practiceSortQuery(table: TableUrl): Record<string, string> {
  const word = writeSort(table.sort);
  if (word === undefined || table.sort === null) return {};
  return { sort: table.sort.key, order: table.sort.descending ? 'desc' : 'asc' };
}
