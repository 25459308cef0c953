import { foldVietnamese } from '#domain/kernel/text.ts';
import type { FormContent } from './form.ts';
import { profileFactNames, profileFacts } from './profile-facts.ts';

/**
 * The place-holders that a Word template of a consolidated report may hold: `{ten}` for a value, `{#ten} … {/ten}` for
 * what repeats or stands only where there is something, `{^ten} … {/ten}` for where there is nothing. No code.
 */
export interface Placeholder {
  readonly name: string;
  readonly about: string;
  /** Of what repeats: the names that are known inside it. */
  readonly inside?: readonly Placeholder[];
}

function value(name: string, about: string): Placeholder {
  return { name, about };
}

function repeat(name: string, about: string, inside: readonly Placeholder[]): Placeholder {
  return { name, about, inside };
}

const headPlaceholders: readonly Placeholder[] = [
  value('co_quan_cap_tren', 'cơ quan cấp trên trực tiếp'),
  value('co_quan', 'cơ quan ban hành'),
  value('so_ky_hieu', 'dòng số, ký hiệu'),
  value('dia_danh_ngay', 'địa danh, ngày tháng năm'),
  value('loai_van_ban', 'tên loại: BÁO CÁO'),
  value('trich_yeu', 'trích yếu nội dung'),
  value('ky_bao_cao', 'kỳ báo cáo: năm 2026'),
  value('don_vi_tong_hop', 'tên đơn vị tổng hợp'),
  value('don_vi_phai_gui', 'số đơn vị phải gửi báo cáo'),
  value('don_vi_da_gui', 'số đơn vị đã gửi báo cáo'),
  value('quyen_ky', 'quyền ký: T/M BAN THƯỜNG VỤ'),
  value('chuc_vu', 'chức vụ người ký'),
  value('nguoi_ky', 'họ tên người ký'),
  repeat('noi_nhan', 'từng nơi nhận', [value('dong', 'một dòng nơi nhận')]),
  repeat('mo_dau', 'các đoạn trước mục thứ nhất', [value('doan', 'một đoạn')]),
  repeat('chua_gui', 'từng đơn vị chưa gửi báo cáo', [value('ten', 'tên đơn vị')]),
  repeat('mo_hinh', 'từng mô hình, điển hình tiêu biểu', [
    value('stt', 'số thứ tự'),
    value('ten', 'tên mô hình'),
    value('dia_diem', 'nơi thực hiện'),
    value('don_vi', 'đơn vị'),
    value('so_minh_chung', 'số minh chứng'),
  ]),
];

const sectionInside: readonly Placeholder[] = [value('doan', 'một đoạn')];

const figureInside: readonly Placeholder[] = [
  value('stt', 'số thứ tự'),
  value('ten', 'tên chỉ tiêu'),
  value('don_vi_tinh', 'đơn vị tính'),
  value('gia_tri', 'số của kỳ này'),
  value('nam_truoc', 'số cùng kỳ năm trước'),
  value('so_sanh', 'so với cùng kỳ năm trước'),
];

/** All place-holders of a form; without one, those that every form has. */
export function placeholdersOf(content: Pick<FormContent, 'sections' | 'indicators'> | null): Placeholder[] {
  const sections = content?.sections ?? [];
  const indicators = content?.indicators ?? [];
  return [
    ...headPlaceholders,
    repeat('muc', 'từng mục của báo cáo', [
      value('so', 'số của mục: I-, 1.'),
      value('ten', 'tên mục'),
      repeat('doan_van', 'từng đoạn của mục', sectionInside),
    ]),
    ...sections.map((one) => repeat(`muc_${one.code}`, `từng đoạn của mục “${one.title}”`, sectionInside)),
    repeat('chi_tieu', 'từng chỉ tiêu', figureInside),
    ...indicators.flatMap((one) => [
      value(`so_${one.code}`, `${one.label} (${one.unit})`),
      value(`so_${one.code}_nam_truoc`, `${one.label}, cùng kỳ năm trước`),
    ]),
    repeat('don_vi', 'từng đơn vị trực thuộc, trong một dòng của bảng', [
      value('stt', 'số thứ tự'),
      value('ten', 'tên đơn vị'),
      value('tinh_trang', 'đã gửi hay chưa gửi'),
      ...indicators.map((one) => value(`so_${one.code}`, `${one.label} của đơn vị`)),
    ]),
    repeat('ho_so', 'từng số liệu của hồ sơ địa phương', [
      value('ten', 'tên số liệu'),
      value('don_vi_tinh', 'đơn vị tính'),
      value('gia_tri', 'số của năm gần nhất'),
      value('nam', 'năm gần nhất'),
      value('gia_tri_truoc', 'số của năm đầu kỳ'),
      value('nam_truoc', 'năm đầu kỳ'),
    ]),
    ...profileFactNames.map((one) => value(`ho_so_${one}`, `${profileFacts[one].label} (hồ sơ địa phương)`)),
  ];
}

/** A paragraph of a template with the place where a person finds it. */
export interface TemplateParagraph {
  /** "đoạn 12", "đầu trang, đoạn 1". */
  readonly where: string;
  readonly text: string;
  readonly hasFootnote: boolean;
  /** What repeats closes in the part of the file in which it opens. */
  readonly part: string;
}

export interface CheckedPlaceholder {
  readonly name: string;
  readonly known: boolean;
  readonly message: string | null;
}

export interface TemplateCheck {
  readonly placeholders: readonly CheckedPlaceholder[];
  /** What keeps a template from being used at all. */
  readonly faults: readonly string[];
}

interface Open {
  readonly name: string;
  readonly where: string;
  readonly inside: readonly Placeholder[] | null;
}

const tagPattern = /\{([^{}]*)\}|[{}]/g;
const mostTags = 3000;

/** Names every place-holder that is wrong, with the paragraph where it stands and the name that may be meant. */
export function checkPlaceholders(
  paragraphs: readonly TemplateParagraph[],
  catalogue: readonly Placeholder[],
): TemplateCheck {
  const found = new Map<string, CheckedPlaceholder>();
  const faults: string[] = [];
  let open: Open[] = [];
  let part = '';
  let tags = 0;
  const closeAll = () => {
    for (const one of open)
      faults.push(`${one.where}: {#${one.name}} mở ra mà không có {/${one.name}} đóng lại`);
    open = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.part !== part) closeAll();
    ({ part } = paragraph);
    const at = placeOf(paragraph);
    if (paragraph.hasFootnote && open.length > 0)
      faults.push(`${at}: chú thích cuối trang không đứng được trong phần lặp {#${open.at(-1)?.name ?? ''}}`);
    for (const [whole, inner] of paragraph.text.matchAll(tagPattern)) {
      tags += 1;
      if (inner === undefined) {
        faults.push(
          `${at}: dấu ${whole} đứng một mình; chỗ điền viết là {ten}, mở và đóng trong cùng một đoạn`,
        );
        continue;
      }
      const tag = readTag(inner);
      if (tag.kind === 'refused') faults.push(`${at}: {${inner}} không dùng được; ${tag.why}`);
      else if (tag.kind === 'close') closeOne(open, tag.name, { at, faults });
      else {
        const known = find(tag.name, open, catalogue);
        found.set(
          `${tag.name} ${known === null}`,
          describeFound(tag.name, known, { at, near: nearby(open, catalogue) }),
        );
        if (tag.kind === 'open') {
          if (open.some((one) => one.name === tag.name))
            faults.push(`${at}: {#${tag.name}} không lặp được trong chính nó`);
          // What repeats stands in what repeats only where it belongs there: else a page of text makes a million.
          else if (known?.inside && repeatsIn(open) && !open.some((one) => one.inside?.includes(known)))
            faults.push(`${at}: {#${tag.name}} không đặt được trong một phần lặp khác`);
          open.push({ name: tag.name, where: at, inside: known?.inside ?? null });
        } else if (known?.inside)
          faults.push(`${at}: “${tag.name}” là phần lặp; viết {#${tag.name}} … {/${tag.name}}`);
      }
    }
  }
  closeAll();
  if (tags > mostTags) faults.push(`Mẫu có ${tags} chỗ điền, nhiều nhất ${mostTags}`);
  return { placeholders: [...found.values()], faults };
}

type Tag =
  | { readonly kind: 'value' | 'open' | 'close'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: string };

function readTag(inner: string): Tag {
  const [, sign = '', rest = ''] = /^\s*([#^/]?)\s*(.*)$/su.exec(inner) ?? [];
  const name = placeholderName(rest);
  if (name === '') return { kind: 'refused', why: 'chưa có tên' };
  if (/^[@=$~:>%&!-]/u.test(name))
    return { kind: 'refused', why: 'chỗ điền chỉ gồm tên, và dấu #, ^ hay / đứng trước' };
  if (sign === '/') return { kind: 'close', name };
  return { kind: sign === '' ? 'value' : 'open', name };
}

/** Names are the same in capitals: Word likes to write them so. */
export function placeholderName(written: string): string {
  return written.trim().toLowerCase();
}

function closeOne(open: Open[], name: string, report: { at: string; faults: string[] }): void {
  const last = open.at(-1);
  if (last?.name === name) open.pop();
  else if (last === undefined || !open.some((one) => one.name === name))
    report.faults.push(`${report.at}: {/${name}} đóng mà trước đó không có {#${name}}`);
  else {
    report.faults.push(`${report.at}: {/${name}} đóng trước {/${last.name}} (mở ở ${last.where})`);
    while (open.length > 0 && open.pop()?.name !== name);
  }
}

function nearby(open: readonly Open[], catalogue: readonly Placeholder[]): Placeholder[] {
  return [...open.toReversed().flatMap((one) => one.inside ?? []), ...catalogue];
}

function find(name: string, open: readonly Open[], catalogue: readonly Placeholder[]): Placeholder | null {
  return nearby(open, catalogue).find((one) => one.name === name) ?? null;
}

function describeFound(
  name: string,
  known: Placeholder | null,
  given: { at: string; near: readonly Placeholder[] },
): CheckedPlaceholder {
  if (known) return { name, known: true, message: null };
  const meant = nearestName(
    name,
    given.near.map((one) => one.name),
  );
  const hint = meant === null ? '' : `; có phải {${meant}}?`;
  return { name, known: false, message: `${given.at}: không có chỗ điền {${name}}${hint}` };
}

function repeatsIn(open: readonly Open[]): boolean {
  return open.some((one) => one.inside !== null);
}

function placeOf({ where, text }: TemplateParagraph): string {
  const quote = text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
  return `${where} (“${quote}”)`;
}

/** The known name that a misspelt one may mean; null where none is near. */
function nearestName(name: string, known: readonly string[]): string | null {
  const plain = foldVietnamese(name).replaceAll(/[\s.-]+/g, '_');
  let best: string | null = null;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const one of known) {
    const distance = editDistance(plain, one);
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
