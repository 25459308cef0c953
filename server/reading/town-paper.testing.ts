import type { ResponseOf } from '#contract/endpoint.ts';
import type { readingsApi } from '#contract/readings.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

export type Reading = ResponseOf<(typeof readingsApi)['GET /api/readings/:id']>;

/** A closing report as towns write it, in words of our own. */
export const townPaper = `THỊ ỦY SÔNG TRANH
*
Số 88-BC/ThU
ĐẢNG CỘNG SẢN VIỆT NAM
Sông Tranh, ngày 12 tháng 11 năm 2020

BÁO CÁO
tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020

Thực hiện Kế hoạch số 71-KH/TU, ngày 15/3/2017 của Ban Thường vụ Tỉnh ủy và Công văn số 215-CV/BDVTU, ngày 04/5/2017 của Ban Dân vận Tỉnh ủy, Ban Thường vụ Thị ủy báo cáo kết quả như sau:

I. KẾT QUẢ THỰC HIỆN
1. Đăng ký mô hình
Có 24/39 tổ chức cơ sở đảng đăng ký với 386 mô hình “Dân vận khéo” (kinh tế: 53 mô hình; văn hóa - xã hội: 242 mô hình; quốc phòng - an ninh: 77 mô hình; xây dựng hệ thống chính trị: 14 mô hình).
2. Lĩnh vực kinh tế
Tiêu biểu là mô hình “Hàng rào xanh ven sông” của phường Đông Sơn, Nhân dân đóng góp 120 triệu đồng.
3. Lĩnh vực văn hóa - xã hội
Mô hình “Bếp ấm cho người già” ở xã Tây Hà, các hội viên sửa 9 nhà cho hộ nghèo.
Mô hình “Đường hoa tự quản” ở thôn Trung.
Toàn thị xã đã hỗ trợ xây dựng 52 nhà tình nghĩa với tổng kinh phí 915 triệu đồng.

Nơi nhận:
- Ban Dân vận Tỉnh ủy,
- Lưu Văn phòng Thị ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Người Ký
`;

export interface ReadingTown {
  readonly kheo: Kheo;
  readonly units: Record<
    'province' | 'town' | 'dongSon' | 'tayHa' | 'trungOfDong' | 'trungOfTay' | 'far',
    string
  >;
  readonly agency: Actor;
  readonly colleague: Actor;
  /** The officer of Đông Sơn, below the town. */
  readonly officer: Actor;
  readonly stranger: Actor;
}

/** A town with two communes, in each a village of the same name, and a town elsewhere. */
export async function startReadingTown(): Promise<ReadingTown> {
  const kheo = await startKheo({ today: '2026-03-02' });
  const { given } = kheo;
  const province = await given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  const town = await given.unit({
    name: 'Thị ủy Sông Tranh',
    kind: 'district_committee',
    parentId: province,
  });
  const dongSon = await given.unit({ name: 'Phường Đông Sơn', kind: 'commune_committee', parentId: town });
  const tayHa = await given.unit({ name: 'Xã Tây Hà', kind: 'commune_committee', parentId: town });
  const units = {
    province,
    town,
    dongSon,
    tayHa,
    trungOfDong: await given.unit({ name: 'Thôn Trung', kind: 'village', parentId: dongSon }),
    trungOfTay: await given.unit({ name: 'Thôn Trung', kind: 'village', parentId: tayHa }),
    far: await given.unit({ name: 'Huyện ủy xa', kind: 'district_committee' }),
  };
  for (const [username, role, unitId] of [
    ['coquan', 'standing_officer', town],
    ['dongnghiep', 'standing_officer', town],
    ['dongson', 'unit_officer', dongSon],
    ['noixa', 'standing_officer', units.far],
  ] as const)
    await given.account({ username, role, unitId });
  return {
    kheo,
    units,
    agency: await kheo.as('coquan'),
    colleague: await kheo.as('dongnghiep'),
    officer: await kheo.as('dongson'),
    stranger: await kheo.as('noixa'),
  };
}

/** Uploads a paper as text. */
export function upload(actor: Actor, unitId: string, paper: { text: string; name?: string }) {
  return actor.try('POST /api/readings', {
    query: { unitId },
    file: { name: paper.name ?? 'bao-cao.txt', content: new TextEncoder().encode(paper.text) },
  });
}

export async function read(actor: Actor, unitId: string, text: string): Promise<Reading> {
  const { body } = await upload(actor, unitId, { text });
  return actor.call('GET /api/readings/:id', { params: { id: body.id } });
}

export async function confirmAll(actor: Actor, id: string): Promise<void> {
  for (const allOf of ['document', 'practice', 'figure', 'sum'] as const)
    await actor.call('POST /api/readings/:id/decisions', {
      params: { id },
      body: { decision: 'confirmed', allOf },
    });
}

export function register(actor: Actor, id: string) {
  return actor.try('POST /api/readings/:id/registration', {
    params: { id },
    body: { title: 'Giai đoạn 2017-2020' },
  });
}
