import type { Correction } from '#domain/organisations/reference/corrections.ts';

/** What the registry packages have wrong or do not know yet. `--corrections <file>` adds an office's own. */
export const knownCorrections: readonly Correction[] = [
  {
    kind: 'new_code',
    listed: '23737',
    code: '23938',
    name: 'Xã Ia Mơ',
    why: 'Mã 23737 vốn của xã Ia Mơ Nông (đã nhập vào xã khác); xã Ia Mơ giữ nguyên nên giữ mã cũ 23938.',
  },
  {
    kind: 'renamed',
    code: '75',
    name: 'Thành phố Đồng Nai',
    from: '2026-04-30',
    why: 'Đồng Nai thành thành phố trực thuộc Trung ương từ 30/04/2026; gói dữ liệu là tình trạng tháng 7/2025.',
  },
];
