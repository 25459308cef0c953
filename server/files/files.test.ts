import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { pdfOf, photo as pictureOf } from '#server/testing/files/documents.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let ward: string;
let photo: { id: string; hasPreview: boolean };

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const town = await kheo.given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee' });
  ward = await kheo.given.unit({ name: 'Phường Hương Xuân', kind: 'commune_committee', parentId: town });
  const other = await kheo.given.unit({ name: 'Xã Hải Dương', kind: 'commune_committee', parentId: town });
  await kheo.given.account({ username: 'thuongtruc', role: 'standing_officer', unitId: town });
  await kheo.given.account({ username: 'huongxuan', role: 'unit_officer', unitId: ward });
  await kheo.given.account({ username: 'haiduong', role: 'unit_officer', unitId: other });
});
afterAll(() => kheo.stop());

const open = (actor: Actor, id: string, preview?: 'small' | 'large') =>
  actor.try('GET /api/files/:id', { params: { id }, query: preview ? { preview } : {} });

/** A practice known from an old paper, with a piece of evidence. */
async function attach(fileId: string): Promise<string> {
  const { db } = kheo.app;
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('username', '=', 'huongxuan')
    .executeTakeFirstOrThrow();
  const practiceId = newId();
  const at = kheo.clock.now().toISOString();
  await db
    .insertInto('practice')
    .values({
      id: practiceId,
      unit_id: ward,
      state: 'documented',
      nature: 'model',
      subject: 'collective',
      origin: 'new',
      name: 'Tổ tự quản',
      name_folded: 'to tu quan',
      created_at: at,
      updated_at: at,
    })
    .execute();
  const evidenceId = newId();
  await db
    .insertInto('evidence')
    .values({
      id: evidenceId,
      subject_type: 'practice',
      subject_id: practiceId,
      practice_id: practiceId,
      file_id: fileId,
      added_by: account.id,
      added_at: at,
    })
    .execute();
  return evidenceId;
}

describe('files', () => {
  it('belong to who uploaded them until they are attached', async () => {
    const officer = await kheo.as('huongxuan');
    photo = await officer.call('POST /api/files', {
      file: { name: 'Ảnh ra quân.png', content: await pictureOf('png') },
    });
    expect(photo).toMatchObject({ name: 'Ảnh ra quân.png', mediaType: 'image/png', hasPreview: true });
    expect((await open(officer, photo.id)).status).toBe(200);
    expect((await open(await kheo.as('thuongtruc'), photo.id)).status).toBe(404);
  });

  it('are open to readers of the record that they are attached to, and to nobody else', async () => {
    await attach(photo.id);
    expect((await open(await kheo.as('thuongtruc'), photo.id)).status).toBe(200);
    expect((await open(await kheo.as('huongxuan'), photo.id)).status).toBe(200);
    expect((await open(await kheo.as('haiduong'), photo.id)).status).toBe(404);
  });

  it('come with headers under which nothing runs, and small as WebP', async () => {
    const agency = await kheo.as('thuongtruc');
    const whole = await open(agency, photo.id);
    expect(whole.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(whole.headers['content-disposition']).toContain(encodeURIComponent('Ảnh ra quân.png'));
    const small = await open(agency, photo.id, 'small');
    expect(small.headers['content-type']).toBe('image/webp');
    expect(small.raw.subarray(8, 12).toString()).toBe('WEBP');
  });

  it('that are no pictures have no preview', async () => {
    const officer = await kheo.as('huongxuan');
    const paper = await officer.call('POST /api/files', {
      file: { name: 'bao-cao.pdf', content: pdfOf() },
    });
    expect(paper.hasPreview).toBe(false);
    expect((await open(officer, paper.id, 'small')).status).toBe(404);
    expect((await open(officer, paper.id)).headers['content-type']).toBe('application/pdf');
  });

  it('whose evidence was taken back stay open only to those who answer for the practice', async () => {
    await kheo.app.db
      .updateTable('evidence')
      .set({ withdrawn_at: kheo.clock.now().toISOString(), withdraw_reason: 'Nhầm ảnh' })
      .where('file_id', '=', photo.id)
      .execute();
    await kheo.given.account({ username: 'lanhdao', role: 'leader', unitId: ward });
    expect((await open(await kheo.as('huongxuan'), photo.id)).status).toBe(200);
    expect((await open(await kheo.as('lanhdao'), photo.id)).status).toBe(404);
  });

  it('with a false content are refused in words and leave nothing', async () => {
    const officer = await kheo.as('huongxuan');
    const before = await countFiles();
    const refused = await officer.try('POST /api/files', {
      file: { name: 'anh.png', content: Buffer.from('đây không phải ảnh') },
    });
    expect(refused.status).toBe(415);
    expect(refused.body).toMatchObject({ code: 'file_content_mismatch' });
    expect(await countFiles()).toBe(before);
  });
});

async function countFiles(): Promise<number> {
  const rows = await kheo.app.db.selectFrom('file').select('id').execute();
  return rows.length;
}
