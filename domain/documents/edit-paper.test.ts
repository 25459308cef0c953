import { describe, expect, it } from 'vitest';
import { attachedNote, editPaper, figureFaults, freezePaper } from './edit-paper.ts';
import { appendix, figure, paper, paragraph, signature } from './paper-parts.ts';

const draft = paper({
  layout: 'party',
  issuer: 'Thị ủy Hương Trà',
  symbol: { number: null, typeCode: 'TB', issuerCode: 'ThU' },
  place: 'Hương Trà',
  draftYear: 2026,
  typeName: 'THÔNG BÁO',
  subject: 'giao nhiệm vụ',
  blocks: [paragraph(['Giao ', figure(5, 'assigned'), ' mô hình.'])],
  signatures: [signature('T/M Ban Thường vụ', 'Phó Bí thư', null)],
  traces: {
    assigned: { label: 'Mô hình giao', definition: 'd', scope: 's', asOf: '2026-03-02', value: 5 },
  },
});
const withFigure = (value: number, text: string, traceId = 'assigned') => ({
  ...draft,
  blocks: [paragraph(['Giao thực hiện ', figure(value, traceId, text)])],
});

describe('editing a draft', () => {
  it('keeps issuer, symbol and traces whatever is sent, and takes words, subject and signer', () => {
    const sent = { ...withFigure(5, '05'), issuer: 'Kẻ khác', traces: {}, symbol: null };
    const edited = editPaper(draft, {
      paper: sent,
      subject: 'giao nhiệm vụ mới',
      signerPost: 'Bí thư',
      signerName: 'Nguyễn Văn A',
    });
    expect(edited).toMatchObject({
      issuer: draft.issuer,
      symbol: draft.symbol,
      traces: draft.traces,
      subject: 'giao nhiệm vụ mới',
      blocks: sent.blocks,
    });
    expect(edited.signatures).toEqual([
      { authority: ['T/M Ban Thường vụ'], posts: ['Bí thư'], name: 'Nguyễn Văn A' },
    ]);
  });

  it('lets a figure be spelt anew but not changed, in value or in print', () => {
    expect(figureFaults(draft, withFigure(5, '5'))).toEqual([]);
    expect(figureFaults(draft, withFigure(6, '6'))[0]?.message).toContain('tính từ sổ là 5');
    expect(figureFaults(draft, withFigure(5, '500'))).toHaveLength(1);
    expect(figureFaults(draft, withFigure(5, '05', 'invented'))[0]?.message).toContain('không có nguồn');
  });
});

describe('issuing a draft', () => {
  it('fills number and day into the head and into the notes of its appendices', () => {
    const note = attachedNote(draft, 'Thông báo', 'Ban Thường vụ Thị ủy');
    const issued = freezePaper(
      { ...draft, blocks: [...draft.blocks, appendix('DANH SÁCH', { note })] },
      { number: 5, issuedOn: '2026-03-12' },
    );
    expect(issued.symbol?.number).toBe(5);
    expect(issued.issuedOn).toBe('2026-03-12');
    expect(issued.blocks.at(-1)).toMatchObject({
      note: 'Kèm theo Thông báo số 05-TB/ThU, ngày 12 tháng 3 năm 2026 của Ban Thường vụ Thị ủy',
    });
  });
});
