import { italic, list, paper, paragraph, signature } from '#domain/documents/paper-parts.ts';
import type { Paper } from '#domain/documents/paper.ts';

export const stateLetter: Paper = paper({
  layout: 'state',
  parentBody: 'Ủy ban nhân dân thành phố Huế',
  issuer: 'Ủy ban nhân dân phường Hương Xuân',
  symbol: { number: 15, typeCode: 'CV', issuerCode: 'UBND-VX' },
  place: 'Hương Xuân',
  issuedOn: '2026-03-05',
  draftYear: 2026,
  typeName: null,
  subject: 'phối hợp thực hiện phong trào thi đua “Dân vận khéo” năm 2026',
  addressLine: { label: 'Kính gửi', bodies: ['Ủy ban Mặt trận Tổ quốc Việt Nam phường'] },
  blocks: [
    paragraph(
      'Thực hiện Kế hoạch số 26-KH/BCĐ, Ủy ban nhân dân phường đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường phối hợp:',
    ),
    list('Tuyên truyền, vận động nhân dân tham gia', 'Gửi kết quả trước ngày 25/7/2026.'),
  ],
  signatures: [signature(['KT. Chủ tịch'], 'Phó Chủ tịch', 'Nguyễn Văn A')],
  recipients: ['Như trên', 'Thường trực Đảng ủy (b/c)', 'Lưu: VT, VX'],
});

export const stateReport: Paper = paper({
  layout: 'state',
  parentBody: 'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Huế',
  issuer: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường Hương Xuân',
  symbol: { number: 7, typeCode: 'BC', issuerCode: 'MTTQ-BTT' },
  place: 'Hương Xuân',
  issuedOn: '2026-07-01',
  draftYear: 2026,
  typeName: 'BÁO CÁO',
  subject: 'Kết quả thực hiện phong trào thi đua “Dân vận khéo” 6 tháng đầu năm 2026',
  blocks: [
    paragraph([
      'Sáu tháng đầu năm, phong trào thi đua ',
      italic('“Dân vận khéo”'),
      ' được triển khai đều khắp.',
    ]),
    paragraph('Trên đây là báo cáo kết quả 6 tháng đầu năm 2026.'),
  ],
  signatures: [signature(['TM. Ban Thường trực'], 'Chủ tịch', null)],
  recipients: ['Ban Chỉ đạo phường', 'Lưu: VT'],
});
