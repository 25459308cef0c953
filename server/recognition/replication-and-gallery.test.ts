import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRecognitionScene, type RecognitionScene } from '#server/testing/recognition-scene.ts';
import sharp from 'sharp';

let scene: RecognitionScene;
beforeAll(async () => {
  scene = await startRecognitionScene();
});
afterAll(() => scene.kheo.stop());

const problemOf = (answer: { body: unknown }) =>
  answer.body as { code: string; title: string; fields: { path: string; message: string }[] };

describe('replication', () => {
  let source: string;
  const offer = async (unitIds: string[], practiceId = source, who = 'thuongtruc') =>
    (await scene.kheo.as(who)).try('POST /api/practices/:id/replication-offers', {
      params: { id: practiceId },
      body: { campaignId: scene.campaignId, unitIds, message: 'Đề nghị đơn vị áp dụng' },
    });
  const offers = async (who: string) =>
    (await scene.kheo.as(who)).call('GET /api/replication', { query: { campaignId: scene.campaignId } });
  const takeUp = async (id: string, who: string) =>
    (await scene.kheo.as(who)).try('POST /api/replication-offers/:id/taking-up', { params: { id } });

  it('offers what has proved itself, to other units of the committee', async () => {
    source = await scene.practice({
      name: 'Camera an ninh khu dân cư',
      unitId: scene.wards.xuan,
      state: 'recognised',
    });
    const young = await scene.practice({ name: 'Mới làm', unitId: scene.wards.xuan, state: 'implementing' });
    expect(problemOf(await offer([scene.wards.van], young)).code).toBe('action_blocked');
    const wrong = await offer([scene.wards.van, scene.wards.xuan, scene.otherTown]);
    expect(problemOf(wrong).fields.map((field) => field.path)).toEqual(['unitIds.1', 'unitIds.2']);
    expect((await offer([scene.wards.van, scene.wards.ho])).status).toBe(200);
    expect(problemOf(await offer([scene.wards.van])).fields[0]?.message).toContain('Phường Hương Vân đã');
    expect((await offer([scene.wards.van], source, 'xuan')).status).toBe(403);
  });

  it('also offers what is effective by the plan’s own definition', async () => {
    const { db } = scene.kheo.app;
    const young = await scene.practice({
      name: 'Có hiệu quả',
      unitId: scene.wards.xuan,
      state: 'implementing',
    });
    const account = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const file = crypto.randomUUID();
    await db
      .insertInto('self_check')
      .values({
        id: crypto.randomUUID(),
        practice_id: young,
        check_code: 'q3',
        status: 'on_track',
        result: 'Đúng tiến độ',
        account_id: account.id,
        at: '2026-11-20T02:00:00Z',
      })
      .execute();
    await db
      .insertInto('file')
      .values({
        id: file,
        sha256: 'a'.repeat(64),
        name: 'bao-cao.pdf',
        media_type: 'application/pdf',
        size: 10,
        uploaded_by: account.id,
        uploaded_at: '2026-11-20T02:00:00Z',
      })
      .execute();
    await db
      .insertInto('evidence')
      .values({
        id: crypto.randomUUID(),
        subject_type: 'practice',
        subject_id: young,
        practice_id: young,
        file_id: file,
        added_by: account.id,
        added_at: '2026-11-20T02:00:00Z',
      })
      .execute();
    expect((await offer([scene.wards.ho], young)).status).toBe(200);
  });

  it('makes a draft of the unit with its origin, everything local left empty, once', async () => {
    const [mine, ...rest] = (await offers('van')).offers;
    expect(rest).toEqual([]);
    expect(mine).toMatchObject({ state: 'offered', canAnswer: true, practice: { id: source } });
    const id = mine?.id ?? '';
    expect((await takeUp(id, 'xuan')).status).toBe(404);
    expect((await takeUp(id, 'thuongtruc')).status).toBe(403);
    const answers = await Promise.all([takeUp(id, 'van'), takeUp(id, 'van')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const [taken] = (await offers('van')).offers;
    const replica = await scene.kheo.app.db
      .selectFrom('practice')
      .selectAll()
      .where('id', '=', taken?.replicaId ?? '')
      .executeTakeFirstOrThrow();
    expect(replica).toMatchObject({
      state: 'draft',
      unit_id: scene.wards.van,
      origin: 'replicated',
      source_practice_id: source,
      name: 'Camera an ninh khu dân cư',
      field_code: 'van_hoa',
      base_field: 'culture_society',
      intake: 2,
      place_text: '',
      owner_name: '',
      responsible_phone: '',
      consent_to_publish: false,
    });
  });

  it('is declined with a reason, which the agency reads', async () => {
    await scene.kheo.given.account({ username: 'ho', role: 'unit_officer', unitId: scene.wards.ho });
    const ho = await scene.kheo.as('ho');
    const id = (await offers('ho')).offers.find((one) => one.practice.id === source)?.id ?? '';
    const decline = (reason: string) =>
      ho.try('POST /api/replication-offers/:id/declining', { params: { id }, body: { reason } });
    expect((await decline(' ')).status).toBe(422);
    expect((await decline('Địa bàn đã có đủ camera')).status).toBe(200);
    expect(problemOf(await decline('Lần nữa')).code).toBe('state_changed');
    const seen = (await offers('thuongtruc')).offers.find((one) => one.id === id);
    expect(seen).toMatchObject({ state: 'declined', declineReason: 'Địa bàn đã có đủ camera' });
  });
});

describe('the gallery', () => {
  const look = async (who: string, query: Record<string, unknown> = {}) =>
    (await scene.kheo.as(who)).call('GET /api/gallery', { query });
  let shown: string;

  beforeAll(async () => {
    const unitId = scene.wards.ho;
    shown = await scene.practice({
      name: 'Trường học thân thiện',
      unitId,
      state: 'recognised',
      consent: true,
    });
    await scene.practice({ name: 'Không đồng ý', unitId, state: 'recognised' });
    await scene.practice({ name: 'Chưa công nhận', unitId, state: 'proposed', consent: true });
    const agency = await scene.kheo.as('thuongtruc');
    const content = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2a6' } })
      .jpeg()
      .toBuffer();
    const file = await agency.call('POST /api/files', { file: { name: 'anh.jpg', content } });
    const { db } = scene.kheo.app;
    const account = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('evidence')
      .values({
        id: crypto.randomUUID(),
        subject_type: 'practice',
        subject_id: shown,
        practice_id: shown,
        file_id: file.id,
        added_by: account.id,
        added_at: '2026-11-20T02:00:00Z',
      })
      .execute();
  });

  it("offers the practice's page only to those who may open it", async () => {
    const opens = await Promise.all(
      ['thuongtruc', 'xuan', 'dan'].map(async (who) => (await look(who)).items[0]?.mayOpen),
    );
    expect(opens).toEqual([true, false, false]);
  });

  it('shows recognised practices with consent to everybody beneath the committee, and no person', async () => {
    for (const who of ['dan', 'xuan', 'thuongtruc', 'tinh']) {
      const { items, total } = await look(who);
      expect(total).toBe(1);
      expect(items[0]).toMatchObject({
        id: shown,
        name: 'Trường học thân thiện',
        unitName: 'Phường Hương Hồ',
        placeName: 'Tổ dân phố 3',
        fieldName: 'Văn hóa - xã hội',
        year: 2026,
      });
      expect(JSON.stringify(items)).not.toMatch(/0905000111|Trưởng ban|Ban công tác/);
    }
    expect((await look('ngoai')).total).toBe(0);
  });

  it('finds by name and unit without accents, by field and by year', async () => {
    const total = async (query: Record<string, unknown>): Promise<number> => (await look('dan', query)).total;
    expect(await total({ q: 'truong hoc THAN thien' })).toBe(1);
    expect(await total({ q: 'hương hồ'.normalize('NFD') })).toBe(1);
    expect(await total({ q: 'hương vân' })).toBe(0);
    expect(await total({ baseField: 'culture_society', year: 2026 })).toBe(1);
    expect(await total({ baseField: 'economy' })).toBe(0);
    expect(await total({ year: 2025 })).toBe(0);
  });

  it('hands out the photo as a preview, and only of what it shows', async () => {
    const citizen = await scene.kheo.as('dan');
    const photo = await citizen.try('GET /api/gallery/:id/photo', { params: { id: shown } });
    expect(photo.status).toBe(200);
    expect(photo.headers['content-type']).toBe('image/webp');
    expect((await sharp(photo.raw).metadata()).width).toBe(1280);
    const outside = await scene.kheo.as('ngoai');
    expect((await outside.try('GET /api/gallery/:id/photo', { params: { id: shown } })).status).toBe(404);
  });
});
