import type { Plan } from '#domain/campaigns/plan.ts';
import { natureWords, subjectWords } from '#domain/practices/practice.words.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';

/** The columns of a list of registrations, in the order of S2's registration items. */
export const importKeys = [
  'name',
  'nature',
  'subject',
  'field',
  'placeUnit',
  'placeText',
  'startsOn',
  'endsOn',
  'content',
  'ownerName',
  'responsibleName',
  'responsiblePhone',
  'presentState',
  'method',
  'beneficiaries',
  'forces',
  'resources',
  'outputs',
  'durability',
] as const;
export type ImportKey = (typeof importKeys)[number];

interface ImportColumn {
  readonly header: string;
  readonly width: number;
  /** Other headers that offices give it. */
  readonly aliases?: readonly string[];
  /** A list without this column is refused; a row without this cell is. */
  readonly required?: true;
  readonly type?: 'day';
  readonly note?: string;
}

export const importColumns: Readonly<Record<ImportKey, ImportColumn>> = {
  name: {
    header: 'Tên mô hình, điển hình',
    width: 44,
    required: true,
    aliases: ['Tên mô hình', 'Tên điển hình', 'Mô hình', 'Tên gọi', 'Tên mô hình điển hình Dân vận khéo'],
  },
  nature: { header: 'Loại', width: 14, aliases: ['Loại hình'], note: 'Để trống là Mô hình.' },
  subject: {
    header: 'Đối tượng',
    width: 16,
    aliases: ['Tập thể/cá nhân', 'Chủ thể'],
    note: 'Để trống là Tập thể.',
  },
  field: { header: 'Lĩnh vực', width: 30, required: true },
  placeUnit: {
    header: 'Địa bàn',
    width: 26,
    aliases: ['Xã, phường', 'Đơn vị thực hiện'],
    note: 'Chọn trong danh sách; có thể để trống khi đã ghi địa chỉ.',
  },
  placeText: {
    header: 'Địa chỉ',
    width: 32,
    required: true,
    aliases: ['Địa chỉ thực hiện', 'Nơi thực hiện', 'Địa điểm'],
    note: 'Thôn, tổ dân phố, tuyến đường, cơ quan…',
  },
  startsOn: {
    header: 'Ngày bắt đầu',
    width: 14,
    required: true,
    type: 'day',
    aliases: ['Bắt đầu', 'Từ ngày', 'Thời gian bắt đầu'],
  },
  endsOn: {
    header: 'Ngày kết thúc',
    width: 14,
    required: true,
    type: 'day',
    aliases: ['Kết thúc', 'Đến ngày', 'Thời gian kết thúc'],
  },
  content: {
    header: 'Nội dung thực hiện',
    width: 60,
    required: true,
    aliases: ['Nội dung', 'Nội dung mô hình'],
  },
  ownerName: {
    header: 'Chủ mô hình',
    width: 30,
    required: true,
    aliases: ['Chủ thể thực hiện', 'Tập thể, cá nhân thực hiện', 'Đơn vị chủ trì'],
  },
  responsibleName: {
    header: 'Người phụ trách',
    width: 26,
    required: true,
    aliases: ['Người chịu trách nhiệm', 'Cán bộ phụ trách'],
  },
  responsiblePhone: { header: 'Điện thoại', width: 16, aliases: ['Số điện thoại', 'SĐT'] },
  presentState: { header: 'Hiện trạng, lý do', width: 40, aliases: ['Hiện trạng', 'Lý do xây dựng'] },
  method: { header: 'Cách làm', width: 40, aliases: ['Giải pháp', 'Phương pháp'] },
  beneficiaries: { header: 'Đối tượng hưởng lợi', width: 30 },
  forces: { header: 'Lực lượng tham gia', width: 30 },
  resources: { header: 'Nguồn lực', width: 30, aliases: ['Kinh phí, nguồn lực', 'Kinh phí'] },
  outputs: { header: 'Kết quả dự kiến', width: 36, aliases: ['Sản phẩm dự kiến', 'Kết quả'] },
  durability: { header: 'Khả năng duy trì, nhân rộng', width: 36, aliases: ['Khả năng nhân rộng'] },
};

/** The template's columns for one campaign and the places that may be chosen. */
export function templateColumns(
  plan: Pick<Plan, 'fields'>,
  places: readonly string[],
): WriteColumn<ImportKey>[] {
  const options: Partial<Record<ImportKey, readonly string[]>> = {
    nature: Object.values(natureWords),
    subject: Object.values(subjectWords),
    field: plan.fields.map((field) => field.name),
    placeUnit: places,
  };
  return importKeys.map((key) => {
    const { header, width, required, type, note } = importColumns[key];
    return {
      key,
      header,
      width,
      ...(required ? { required } : {}),
      ...(type ? { type } : {}),
      ...(note === undefined ? {} : { note }),
      ...(options[key]?.length ? { options: options[key] } : {}),
    };
  });
}
