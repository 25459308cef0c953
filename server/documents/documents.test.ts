import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperSchema } from '#domain/documents/paper.ts';
import { paperToPlainText } from '#domain/documents/paper-text.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { givenMeeting, givenTownYear, type TownYear } from '#server/testing/town-year.ts';

let kheo: Kheo;
let year: TownYear;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  year = await givenTownYear(kheo);
});
afterAll(() => kheo.stop());

async function draftOf(purpose: 'registration_list' | 'notice_of_assignment'): Promise<string> {
  const officer = await kheo.as('thuongtruc');
  const { id } = await officer.call('POST /api/campaigns/:id/papers', {
    params: { id: year.campaignId },
    body: { purpose },
  });
  return id;
}

const received = (ownerUnitId: string) => ({
  ownerUnitId,
  type: 'KH' as const,
  symbol: 'Số 26 - KH/BCĐ',
  issuerName: 'Ban Dân vận Tỉnh ủy',
  issuedOn: '2026-02-20',
  receivedOn: '2026-02-25',
  subject: 'Thực hiện phong trào thi đua “Dân vận khéo” năm 2026',
  signerPost: '',
  signerName: '',
  fileId: null,
  campaignId: null,
  links: [],
});

describe('papers that come in', () => {
  it('enters one under its normal symbol and finds it without accents', async () => {
    const officer = await kheo.as('thuongtruc');
    const { id } = await officer.call('POST /api/documents/received', { body: received(year.town) });
    const found = await officer.call('GET /api/documents', { query: { q: 'dan van kheo nam 2026' } });
    expect(found.items.map((item) => [item.id, item.symbol])).toContainEqual([id, '26-KH/BCĐ']);
    expect((await officer.call('GET /api/documents', { query: { q: '26-kh/bcđ' } })).total).toBe(1);
    expect((await officer.call('GET /api/documents', { query: { q: 'không có văn bản này' } })).total).toBe(
      0,
    );
  });

  it('refuses a subject of 10,000 characters in words, and keeps nothing', async () => {
    const officer = await kheo.as('thuongtruc');
    const before = (await officer.call('GET /api/documents', { query: {} })).total;
    const refused = await officer.try('POST /api/documents/received', {
      body: { ...received(year.town), subject: 'ạ'.repeat(10_000) },
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('Không quá 600 ký tự');
    expect((await officer.call('GET /api/documents', { query: {} })).total).toBe(before);
  });

  it('keeps a unit’s papers from its neighbour, and lets the committee above see them', async () => {
    const mine = await kheo.as('huongxuan');
    const { id } = await mine.call('POST /api/documents/received', { body: received(year.huongXuan) });
    const neighbour = await (await kheo.as('huongvan')).try('GET /api/documents/:id', { params: { id } });
    expect(neighbour.status).toBe(404);
    const above = await (await kheo.as('thuongtruc')).call('GET /api/documents/:id', { params: { id } });
    expect(above.direction).toBe('received');
    const elsewhere = await mine.try('POST /api/documents/received', { body: received(year.huongVan) });
    expect(elsewhere.status).toBe(404);
  });
});

describe('links between papers', () => {
  it('shows a link at both ends', async () => {
    const officer = await kheo.as('thuongtruc');
    const basis = await officer.call('POST /api/documents/received', { body: received(year.town) });
    const { id } = await officer.call('POST /api/documents/received', { body: received(year.town) });
    await officer.call('POST /api/documents/:id/links', {
      params: { id },
      body: { kind: 'implements', targetId: basis.id, targetText: '' },
    });
    const one = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(one.links).toMatchObject([{ kind: 'implements', targetId: basis.id }]);
    const other = await officer.call('GET /api/documents/:id', { params: { id: basis.id } });
    expect(other.linkedFrom).toMatchObject([{ kind: 'implements', id }]);
  });
});

describe('issuing without a party term', () => {
  it('is refused, with the unit and the day', async () => {
    await year.practice({ unitId: year.huongXuan, state: 'submitted' });
    const id = await draftOf('registration_list');
    const officer = await kheo.as('thuongtruc');
    const record = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(record.nextSymbol).toBeNull();
    expect(record.actions.find((one) => one.action === 'issue')?.reason).toContain('nhiệm kỳ');
    const refused = await officer.try('POST /api/documents/:id/issue', {
      params: { id },
      body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
    });
    expect(refused.body).toMatchObject({ code: 'party_term_missing' });
    await kheo.given.term(year.town);
  });
});

describe('a draft', () => {
  it('takes words and keeps its figures', async () => {
    const officer = await kheo.as('thuongtruc');
    const id = await draftOf('registration_list');
    const record = await officer.call('GET /api/documents/:id', { params: { id } });
    const paper = paperSchema.parse(record.paper);
    const edit = (blocks: typeof paper.blocks, version: number) => ({
      params: { id },
      body: {
        version,
        subject: 'tổng hợp đăng ký đợt 1',
        signerPost: 'Trưởng Ban Chỉ đạo',
        signerName: '',
        paper: { ...paper, blocks },
      },
    });
    const changed = structuredClone(paper.blocks);
    for (const block of changed)
      if (block.kind === 'paragraph')
        for (const run of block.runs)
          if (run.kind === 'figure') {
            run.value += 1;
            run.text = '99';
          }
    const refused = await officer.try('PUT /api/documents/:id', edit(changed, record.version));
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('được tính từ sổ');

    const words = structuredClone(paper.blocks);
    words.unshift({
      kind: 'paragraph',
      runs: [{ kind: 'text', text: 'Câu viết thêm.' }],
      indent: 'firstLine',
      align: 'justify',
    });
    await officer.call('PUT /api/documents/:id', edit(words, record.version));
    const late = await officer.try('PUT /api/documents/:id', edit(words, record.version));
    expect(late.body).toMatchObject({ code: 'version_conflict' });
    const saved = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(saved).toMatchObject({ subject: 'tổng hợp đăng ký đợt 1', signerPost: 'Trưởng Ban Chỉ đạo' });
    expect(paperToPlainText(paperSchema.parse(saved.paper))).toContain('Câu viết thêm.');
    expect(saved.history[0]?.label).toBe('Sửa dự thảo');
  });

  it('goes to the leader and comes back with a reason', async () => {
    const officer = await kheo.as('thuongtruc');
    const leader = await kheo.as('lanhdao');
    const id = await draftOf('registration_list');
    await officer.call('POST /api/documents/:id/submission', { params: { id } });
    expect((await officer.try('POST /api/documents/:id/submission', { params: { id } })).body).toMatchObject({
      code: 'state_changed',
    });
    const editing = await officer.try('POST /api/documents/:id/recomposition', {
      params: { id },
      body: { version: 2 },
    });
    expect(editing.body).toMatchObject({ code: 'action_blocked' });
    await leader.call('POST /api/documents/:id/return', {
      params: { id },
      body: { reason: 'Bổ sung số liệu' },
    });
    const back = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(back.state).toBe('draft');
    expect(back.history[0]).toMatchObject({ action: 'return', reason: 'Bổ sung số liệu' });
  });

  it('cannot be drafted by a unit, and is not seen by one', async () => {
    const unit = await kheo.as('huongxuan');
    const drafting = await unit.try('POST /api/campaigns/:id/papers', {
      params: { id: year.campaignId },
      body: { purpose: 'registration_list' },
    });
    expect(drafting.status).toBe(403);
    const id = await draftOf('registration_list');
    expect((await unit.try('GET /api/documents/:id', { params: { id } })).status).toBe(404);
    expect((await unit.try('GET /api/documents/:id/paper.docx', { params: { id }, query: {} })).status).toBe(
      404,
    );
  });

  it('is not composed where there is nothing to list', async () => {
    const refused = await (
      await kheo.as('thuongtruc')
    ).try('POST /api/campaigns/:id/papers', {
      params: { id: year.campaignId },
      body: { purpose: 'recognition_decision' },
    });
    expect(refused.body).toMatchObject({ code: 'document_empty' });
  });
});

describe('a notice of assignment', () => {
  it('assigns what it lists, goes to the units, and starts their practices when they acknowledge it', async () => {
    const mine = await year.practice({ unitId: year.huongXuan, state: 'assigned' });
    const other = await year.practice({ unitId: year.huongVan, state: 'assigned' });
    const later = await year.practice({ unitId: year.huongXuan, state: 'assigned', intake: 2 });
    const officer = await kheo.as('thuongtruc');
    const id = await draftOf('notice_of_assignment');
    const twin = await draftOf('notice_of_assignment');
    const answer = await officer.call('POST /api/documents/:id/issue', {
      params: { id },
      body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
    });
    expect(answer.symbol).toBe('01-TB/ThU');
    const clash = await officer.try('POST /api/documents/:id/issue', {
      params: { id: twin },
      body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
    });
    expect(clash.body).toMatchObject({ code: 'action_blocked' });

    const rows = await kheo.connection.db
      .selectFrom('practice')
      .select(['id', 'assignment_document_id'])
      .where('id', 'in', [mine, other, later])
      .execute();
    const noticeOf = new Map(rows.map((row) => [row.id, row.assignment_document_id]));
    expect([noticeOf.get(mine), noticeOf.get(other), noticeOf.get(later)]).toEqual([id, id, null]);

    const unit = await kheo.as('huongxuan');
    const [waiting] = (await unit.call('GET /api/documents', { query: {} })).items.filter(
      (one) => one.waitsForMe,
    );
    expect(waiting?.id).toBe(id);
    const acknowledge = { params: { id }, body: { unitId: year.huongXuan, startPractices: true } };
    const results = await Promise.all([
      unit.try('POST /api/documents/:id/acknowledgement', acknowledge),
      unit.try('POST /api/documents/:id/acknowledgement', acknowledge),
    ]);
    expect(results.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(results.find((one) => one.status === 200)?.body.started).toBe(1);
    expect(results.find((one) => one.status === 409)?.body).toMatchObject({ code: 'already_acknowledged' });
    const states = await kheo.connection.db
      .selectFrom('practice')
      .select(['id', 'state'])
      .where('id', 'in', [mine, other])
      .execute();
    expect(Object.fromEntries(states.map((row) => [row.id, row.state]))).toEqual({
      [mine]: 'implementing',
      [other]: 'assigned',
    });
    const record = await officer.call('GET /api/documents/:id', { params: { id } });
    expect([record.sent, record.acknowledged]).toEqual([3, 1]);
    expect((await unit.call('GET /api/documents/:id', { params: { id } })).dispatches).toHaveLength(1);
  });

  it('is frozen once issued, with its number and day in the text', async () => {
    const officer = await kheo.as('thuongtruc');
    const { items } = await officer.call('GET /api/documents', {
      query: { purpose: 'notice_of_assignment', state: 'issued' },
    });
    const id = items[0]?.id ?? '';
    const record = await officer.call('GET /api/documents/:id', { params: { id } });
    const paper = paperSchema.parse(record.paper);
    const text = paperToPlainText(paper);
    expect(text).toContain('Số 01-TB/ThU');
    expect(text).toContain(
      'Kèm theo Thông báo số 01-TB/ThU, ngày 02 tháng 3 năm 2026 của Ban Thường vụ Thị ủy',
    );
    const edited = await officer.try('PUT /api/documents/:id', {
      params: { id },
      body: { version: record.version, subject: 'khác', signerPost: '', signerName: '', paper },
    });
    expect(edited.body).toMatchObject({ code: 'document_not_draft' });
    const recomposed = await officer.try('POST /api/documents/:id/recomposition', {
      params: { id },
      body: { version: record.version },
    });
    expect(recomposed.body).toMatchObject({ code: 'document_not_draft' });
  });
});

describe('a recognition decision', () => {
  it('recognises what the meeting passed', async () => {
    const best = await year.practice({ unitId: year.huongXuan, state: 'recognised', score: 95 });
    const notMet = await year.practice({ unitId: year.huongXuan, state: 'recognised', score: 60 });
    await givenMeeting(kheo, year.campaignId, [best]);
    const officer = await kheo.as('thuongtruc');
    const { id } = await officer.call('POST /api/campaigns/:id/papers', {
      params: { id: year.campaignId },
      body: { purpose: 'recognition_decision' },
    });
    const draft = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(draft.practices.map((one) => one.id)).toEqual([best]);
    expect(paperToPlainText(paperSchema.parse(draft.paper))).toMatch(/Điều 1\. Công nhận 01 mô hình/);
    await officer.call('POST /api/documents/:id/issue', {
      params: { id },
      body: { issuedOn: '2026-03-02', sendToUnitIds: [year.huongXuan] },
    });
    const rows = await kheo.connection.db
      .selectFrom('practice')
      .select(['id', 'recognition_document_id as by'])
      .where('id', 'in', [best, notMet])
      .execute();
    expect(Object.fromEntries(rows.map((row) => [row.id, row.by]))).toEqual({ [best]: id, [notMet]: null });
  });
});

describe('numbering under load', () => {
  it('gives twenty papers issued at once twenty numbers without a gap', async () => {
    const officer = await kheo.as('thuongtruc');
    const drafts: string[] = [];
    for (let count = 0; count < 20; count++) drafts.push(await draftOf('registration_list'));
    const symbols = await Promise.all(
      drafts.map(
        async (id) =>
          (
            await officer.call('POST /api/documents/:id/issue', {
              params: { id },
              body: { issuedOn: '2026-03-02', sendToUnitIds: [] },
            })
          ).symbol,
      ),
    );
    const wanted = Array.from({ length: 20 }, (_, index) => `${String(index + 1).padStart(2, '0')}-BC/BCĐ`);
    expect(symbols.toSorted()).toEqual(wanted);
  });

  it('lets one of two who issue the same paper win, and tells the other; the number is not lost', async () => {
    const officer = await kheo.as('thuongtruc');
    const leader = await kheo.as('lanhdao');
    const id = await draftOf('registration_list');
    const issue = { params: { id }, body: { issuedOn: '2026-03-02', sendToUnitIds: [] } };
    const results = await Promise.all([
      officer.try('POST /api/documents/:id/issue', issue),
      leader.try('POST /api/documents/:id/issue', issue),
    ]);
    expect(results.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(results.find((one) => one.status === 409)?.body).toMatchObject({ code: 'state_changed' });
    const next = await officer.call('GET /api/documents/:id', {
      params: { id: await draftOf('registration_list') },
    });
    expect(next.nextSymbol).toBe('22-BC/BCĐ');
  });

  it('refuses a day that is still to come and a unit that is not below', async () => {
    const officer = await kheo.as('thuongtruc');
    const id = await draftOf('registration_list');
    const early = await officer.try('POST /api/documents/:id/issue', {
      params: { id },
      body: { issuedOn: '2026-03-03', sendToUnitIds: [] },
    });
    expect(JSON.stringify(early.body)).toContain('không được sau hôm nay');
    const stranger = await kheo.given.unit({ name: 'Thị ủy khác', kind: 'district_committee' });
    const outside = await officer.try('POST /api/documents/:id/issue', {
      params: { id },
      body: { issuedOn: '2026-03-02', sendToUnitIds: [stranger] },
    });
    expect(outside.status).toBe(422);
    const still = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(still.nextSymbol).toBe('22-BC/BCĐ');
  });
});
