import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmAll,
  read,
  register,
  startReadingTown,
  townPaper,
  upload,
  type Reading,
  type ReadingTown,
} from './town-paper.testing.ts';

let town: ReadingTown;
beforeAll(async () => {
  town = await startReadingTown();
});
afterAll(() => town.kheo.stop());

const reload = (id: string) => town.agency.call('GET /api/readings/:id', { params: { id } });

describe('a closing report, confirmed as it was read', () => {
  let before: Reading;
  let after: Reading;
  let made: Awaited<ReturnType<typeof register>>;
  beforeAll(async () => {
    before = await read(town.agency, town.units.town, townPaper);
    await confirmAll(town.agency, before.id);
    made = await register(town.agency, before.id);
    after = await reload(before.id);
  });

  it('enters nothing before somebody confirms', () => {
    expect(before.registration).toMatchObject({ documents: 0, practices: 0, figures: 0, contributions: 0 });
    expect(before.registration.missing[0]?.message).toContain('Chưa xác nhận');
    expect(before.actions).toContainEqual(expect.objectContaining({ action: 'register', allowed: false }));
  });

  it('tells what it made', () => {
    expect(made.body).toMatchObject({ documents: 3, practices: 3, figures: 9, contributions: 2 });
  });

  it('puts the paper with its file and what it cites into the register, linked as its basis', async () => {
    const paper = await town.agency.call('GET /api/documents/:id', {
      params: { id: after.documentId ?? '' },
    });
    expect(paper).toMatchObject({
      symbol: '88-BC/ThU',
      type: 'BC',
      direction: 'received',
      issuedOn: '2020-11-12',
    });
    expect(paper.file?.id).toBe(after.file.id);
    expect(paper.links.map((link) => [link.kind, link.targetId === null])).toEqual([
      ['basis', false],
      ['basis', false],
    ]);
    const cited = await town.agency.call('GET /api/documents', { query: { q: '71-KH/TU' } });
    expect(cited.items).toMatchObject([
      { type: 'KH', issuerName: 'Ban Thường vụ Tỉnh ủy', issuedOn: '2017-03-15' },
    ]);
  });

  it('makes one set of figures: 24 of 39, and 386 as the sum of four', async () => {
    const set = await town.agency.call('GET /api/figure-sets/:id', {
      params: { id: after.figureSetId ?? '' },
    });
    expect(set).toMatchObject({
      periodFrom: '2017-01-01',
      periodTo: '2020-12-31',
      owner: { id: town.units.town },
    });
    expect(set.checks.map((check) => [check.ok, check.message])).toEqual([
      [true, '53 + 242 + 77 + 14 = 386'],
      [true, '24/39 (61,5%)'],
    ]);
    const parts = set.figures.filter((figure) => figure.partOfId !== null);
    expect(parts.map((part) => [part.value, part.baseField])).toEqual([
      [53, 'economy'],
      [242, 'culture_society'],
      [77, 'defence_security'],
      [14, 'political_system'],
    ]);
    expect(set.figures.map((figure) => figure.label)).toContain(
      'Tiền: 52 nhà tình nghĩa với tổng kinh phí 915 triệu đồng',
    );
  });

  it('makes practices with their places and fields, and leaves open what two places fit', async () => {
    const set = await town.agency.call('GET /api/figure-sets/:id', {
      params: { id: after.figureSetId ?? '' },
    });
    expect(
      set.practices.map((one) => [one.name, one.unit.id, one.placeName, one.baseField, one.state]),
    ).toEqual(
      expect.arrayContaining([
        ['Hàng rào xanh ven sông', town.units.dongSon, 'Phường Đông Sơn', 'economy', 'documented'],
        ['Bếp ấm cho người già', town.units.tayHa, 'Xã Tây Hà', 'culture_society', 'documented'],
        ['Đường hoa tự quản', town.units.town, 'thôn Trung', 'culture_society', 'documented'],
      ]),
    );
    const open = before.practices.find((one) => one.name === 'Đường hoa tự quản');
    expect(open?.placeUnit).toBeNull();
    expect(open?.placeChoices.map((unit) => unit.id).toSorted()).toEqual(
      [town.units.trungOfDong, town.units.trungOfTay].toSorted(),
    );
  });

  it('gives a practice the money and the houses that stand with it, and no others', async () => {
    const contributions = await town.kheo.connection.db
      .selectFrom('contribution')
      .innerJoin('practice', 'practice.id', 'contribution.practice_id')
      .select(['practice.name', 'contribution.kind', 'amount', 'unit', 'source', 'on_date'])
      .orderBy('practice.name', 'desc')
      .execute();
    expect(contributions).toMatchObject([
      {
        name: 'Hàng rào xanh ven sông',
        kind: 'money',
        amount: 120_000_000,
        source: 'people',
        on_date: '2020-11-12',
      },
      { name: 'Bếp ấm cho người già', kind: 'in_kind', amount: 9, unit: 'nhà cho hộ nghèo' },
    ]);
  });

  it('opens from every fact the record, and from every record the passage', async () => {
    const linked = [...after.documents, ...after.practices, ...after.figures, ...after.sums];
    expect(linked.filter((fact) => fact.link === null)).toEqual([]);
    const practiceId = after.practices[0]?.link?.split('/').at(-1) ?? '';
    const { items } = await town.officer.call('GET /api/passages', { query: { practiceId } });
    expect(items[0]).toMatchObject({
      passage: 'Hàng rào xanh ven sông',
      readingId: null,
      fileId: after.file.id,
    });
    expect(items[0]?.before.endsWith('mô hình “')).toBe(true);
    const set = await town.agency.call('GET /api/figure-sets/:id', {
      params: { id: after.figureSetId ?? '' },
    });
    const total = set.figures.find((figure) => figure.value === 386);
    const ofTotal = await town.agency.call('GET /api/passages', { query: { figureId: total?.id ?? '' } });
    expect(ofTotal.items.map((item) => item.passage)).toContain('386 mô hình');
    const ofPaper = await town.agency.call('GET /api/passages', {
      query: { documentId: after.documentId ?? '' },
    });
    expect(ofPaper.items.map((item) => item.passage)).toEqual(['Số 88-BC/ThU']);
  });

  it('keeps the passages of figures that are corrected afterwards', async () => {
    const params = { id: after.figureSetId ?? '' };
    const set = await town.agency.call('GET /api/figure-sets/:id', { params });
    const keyOf = new Map(set.figures.map((figure, at) => [figure.id, `k${at}`]));
    await town.agency.call('PUT /api/figure-sets/:id', {
      params,
      body: {
        version: set.version,
        reason: 'Thêm ghi chú',
        set: {
          ownerUnitId: town.units.town,
          stageId: null,
          title: set.title,
          scope: set.scope,
          periodFrom: set.periodFrom,
          periodTo: set.periodTo,
          sourceDocumentId: set.sourceDocument?.id ?? null,
          sourceText: set.sourceText,
          statedOn: set.statedOn,
          note: 'Đã đối chiếu',
          figures: set.figures.map(({ id, partOfId, outOfId, ...figure }) => ({
            ...figure,
            key: keyOf.get(id) ?? '',
            partOf: keyOf.get(partOfId ?? '') ?? null,
            outOf: keyOf.get(outOfId ?? '') ?? null,
          })),
        },
      },
    });
    const now = await town.agency.call('GET /api/figure-sets/:id', { params });
    const whole = now.figures.find((figure) => figure.value === 39);
    const { items } = await town.agency.call('GET /api/passages', { query: { figureId: whole?.id ?? '' } });
    expect(items.map((item) => item.passage)).toEqual(['24/39 tổ chức cơ sở đảng']);
    expect((await reload(after.id)).figures.filter((fact) => fact.link === null)).toEqual([]);
  });

  it('shows the file to those who read what came of it, and to nobody else', async () => {
    const open = (actor: ReadingTown['agency']) =>
      actor.try('GET /api/files/:id', { params: { id: after.file.id }, query: {} });
    expect((await open(town.officer)).status).toBe(200);
    expect((await open(town.stranger)).status).toBe(404);
  });

  it('answers the same file again with the reading that is there, and changes nothing more', async () => {
    const again = await upload(town.colleague, town.units.town, { text: townPaper, name: 'bản khác.txt' });
    expect(again.body).toMatchObject({ id: after.id, already: true });
    const blocked = await town.agency.try('POST /api/readings/:id/decisions', {
      params: { id: after.id },
      body: { decision: 'refused', allOf: 'practice' },
    });
    expect(blocked.body).toMatchObject({ code: 'action_blocked' });
    expect((await register(town.colleague, after.id)).body).toMatchObject({ code: 'state_changed' });
  });

  it('knows its practices and papers when another report names them again', async () => {
    const text = townPaper
      .replace('Số 88-BC/ThU', 'Số 12-BC/ThU')
      .replace('12 tháng 11 năm 2020', '05 tháng 12 năm 2022')
      .replace('giai đoạn 2017-2020', 'năm 2022')
      .replace(
        'Kế hoạch số 71-KH/TU',
        'Báo cáo số 88-BC/ThU, ngày 12/11/2020 của Thị ủy Sông Tranh, Kế hoạch số 71-KH/TU',
      );
    const later = await read(town.agency, town.units.town, text);
    const known = later.documents.filter((fact) => !fact.isOwn).map((fact) => fact.known?.symbol ?? null);
    expect(known).toEqual(['88-BC/ThU', '71-KH/TU', '215-CV/BDVTU']);
    expect(later.practices.map((fact) => [fact.name, fact.match])).toEqual([
      ['Hàng rào xanh ven sông', 'continued'],
      ['Bếp ấm cho người già', 'continued'],
      ['Đường hoa tự quản', 'continued'],
    ]);
    await confirmAll(town.agency, later.id);
    const registered = await register(town.agency, later.id);
    expect(registered.body).toMatchObject({ documents: 1, practices: 3 });
    const next = (await reload(later.id)).practices[0]?.link?.split('/').at(-1) ?? '';
    const row = await town.kheo.connection.db
      .selectFrom('practice')
      .select(['origin', 'source_practice_id'])
      .where('id', '=', next)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      origin: 'continued',
      source_practice_id: after.practices[0]?.link?.split('/').at(-1),
    });
  });

  it('links what another paper of the same years tells of the same practice, and makes it once', async () => {
    const text = townPaper.replace('Số 88-BC/ThU', 'Số 90-BC/ThU').replace('12 tháng 11', '20 tháng 12');
    const same = await read(town.agency, town.units.town, text);
    expect(same.practices.map((fact) => fact.match)).toEqual(['same', 'same', 'same']);
    await confirmAll(town.agency, same.id);
    const registered = await register(town.agency, same.id);
    expect(registered.body).toMatchObject({ practices: 0, contributions: 0 });
    const after2 = await reload(same.id);
    expect(after2.practices.map((fact) => fact.link)).toEqual(after.practices.map((fact) => fact.link));
  });
});
