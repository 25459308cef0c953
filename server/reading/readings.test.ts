import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '#server/testing/files/documents.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import {
  confirmAll,
  read,
  register,
  startReadingTown,
  townPaper,
  upload,
  type ReadingTown,
} from './town-paper.testing.ts';

let town: ReadingTown;
beforeAll(async () => {
  town = await startReadingTown();
});
afterAll(() => town.kheo.stop());

const shaOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const reload = (id: string, actor = town.agency) => actor.call('GET /api/readings/:id', { params: { id } });

async function counts(): Promise<Record<string, number>> {
  const { db } = town.kheo.connection;
  const told: Record<string, number> = {};
  for (const table of [
    'file',
    'paper_reading',
    'reading_fact',
    'history_entry',
    'document',
    'practice',
  ] as const) {
    const { total } = await db
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    told[table] = Number(total);
  }
  return told;
}

describe('papers that are not taken in', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['a paper marked secret', 'mat.txt', bytes(`MẬT\n${townPaper}`), 'paper_secret'],
    ['one with nothing but spaces', 'trang.txt', bytes(' \n \n'), 'paper_empty'],
    ['a PDF without words', 'anh.pdf', pdfOf(), 'paper_is_picture'],
    ['a picture', 'anh.txt.docx', bytes('không phải Word'), 'file_content_mismatch'],
    ['a format without words', 'bang.pptx', bytes('x'), 'file_content_mismatch'],
  ])('refuses %s in words, and stores nothing of it', async (_, name, content, code) => {
    const before = await counts();
    const refused = await town.agency.try('POST /api/readings', {
      query: { unitId: town.units.town },
      file: { name, content },
    });
    expect(refused.body).toMatchObject({ code });
    expect(await counts()).toEqual(before);
    expect(await town.kheo.app.files.has(shaOf(content))).toBe(false);
  });

  it('keeps the bytes of a refused paper where another record has the same', async () => {
    const content = bytes(`TUYỆT MẬT\n${townPaper}`);
    await town.agency.call('POST /api/files', { file: { name: 'da-co.txt', content } });
    const refused = await town.agency.try('POST /api/readings', {
      query: { unitId: town.units.town },
      file: { name: 'lai.txt', content },
    });
    expect(refused.body).toMatchObject({ code: 'paper_secret' });
    expect(await town.kheo.app.files.has(shaOf(content))).toBe(true);
  });

  it('refuses a file that is too large, by its size', async () => {
    const before = await counts();
    const refused = await town.agency.try('POST /api/readings', {
      query: { unitId: town.units.town },
      file: { name: 'lon.txt', content: new Uint8Array(60 * 1024 * 1024).fill(65) },
    });
    expect(refused.body).toMatchObject({ code: 'file_too_large' });
    expect(await counts()).toEqual(before);
  });
});

describe('whose papers', () => {
  it('a unit elsewhere does not exist for the reader, and a unit below may not be read for by its own officer', async () => {
    expect((await upload(town.stranger, town.units.town, { text: townPaper })).status).toBe(404);
    expect((await upload(town.officer, town.units.dongSon, { text: townPaper })).status).toBe(403);
  });

  it('a reading is open to those who report at its unit, and does not exist for others', async () => {
    const { id } = await read(town.agency, town.units.town, `${townPaper}\nBản một.`);
    expect((await reload(id, town.colleague)).id).toBe(id);
    const elsewhere = await town.stranger.try('GET /api/readings/:id', { params: { id } });
    expect(elsewhere.status).toBe(404);
    expect((await town.stranger.call('GET /api/readings', { query: {} })).items).toEqual([]);
    const mine = await town.agency.call('GET /api/readings', { query: { state: 'open' } });
    expect(mine.items.map((item) => item.id)).toContain(id);
    const file = (await reload(id)).file.id;
    const open = (actor: Actor) => actor.try('GET /api/files/:id', { params: { id: file }, query: {} });
    expect([(await open(town.colleague)).status, (await open(town.officer)).status]).toEqual([200, 404]);
  });

  it('is read once when two people bring the same file at the same moment', async () => {
    const text = `${townPaper}\nHai người cùng gửi.`;
    const both = await Promise.all([
      upload(town.agency, town.units.town, { text }),
      upload(town.colleague, town.units.town, { text }),
    ]);
    expect(new Set(both.map((one) => one.body.id)).size).toBe(1);
    expect(both.map((one) => one.body.already).toSorted()).toEqual([false, true]);
  });

  it('is registered once when two people register at the same moment', async () => {
    const { id } = await read(town.agency, town.units.town, `${townPaper}\nHai người cùng đưa vào sổ.`);
    await confirmAll(town.agency, id);
    const both = await Promise.all([register(town.agency, id), register(town.colleague, id)]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });
});

describe('what a person makes of what was read', () => {
  it('corrects a fact and keeps what was read', async () => {
    const { id, practices } = await read(town.agency, town.units.town, `${townPaper}\nSửa.`);
    const fact = practices[0];
    const params = { id, factId: fact?.id ?? '' };
    const correct = (name: string) =>
      town.agency.call('PUT /api/readings/:id/facts/:factId', { params, body: { practice: { name } } });
    await correct('Hàng rào xanh');
    expect((await reload(id)).practices[0]).toMatchObject({
      name: 'Hàng rào xanh',
      asWritten: 'Hàng rào xanh ven sông',
      corrected: true,
    });
    const history = (await reload(id)).history;
    expect(history[0]).toMatchObject({ action: 'correct', actorName: 'coquan' });
    await correct('Hàng rào xanh ven sông');
    expect((await reload(id)).practices[0]).toMatchObject({ corrected: false });
  });

  it('says by how much a sum fails, also after a correction', async () => {
    const wrong = townPaper.replace('14 mô hình', '13 mô hình');
    const { id, sums, figures, counts: told } = await read(town.agency, town.units.town, wrong);
    expect(sums[0]).toMatchObject({ ok: false, message: '386 ≠ 53 + 242 + 77 + 13: lệch 1' });
    expect(told.failedSums).toBe(1);
    const part = figures.find((figure) => figure.value === 13);
    await town.agency.call('PUT /api/readings/:id/facts/:factId', {
      params: { id, factId: part?.id ?? '' },
      body: { figure: { value: 14 } },
    });
    const now = await reload(id);
    expect(now.sums[0]).toMatchObject({ ok: true, message: '386 = 53 + 242 + 77 + 14' });
    expect(now.counts.failedSums).toBe(0);
  });

  it('takes the place that a person chose of two, and refuses one elsewhere', async () => {
    const { id, practices } = await read(town.agency, town.units.town, `${townPaper}\nChọn thôn.`);
    const fact = practices.find((one) => one.placeUnit === null);
    const choose = (placeUnitId: string) =>
      town.agency.try('PUT /api/readings/:id/facts/:factId', {
        params: { id, factId: fact?.id ?? '' },
        body: { placeUnitId },
      });
    expect((await choose(town.units.far)).body).toMatchObject({ code: 'invalid_input' });
    await choose(town.units.trungOfTay);
    await confirmAll(town.agency, id);
    await register(town.agency, id);
    const link = (await reload(id)).practices.find((one) => one.id === fact?.id)?.link ?? '';
    const row = await town.kheo.connection.db
      .selectFrom('practice')
      .select(['unit_id', 'place_unit_id'])
      .where('id', '=', link.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ unit_id: town.units.tayHa, place_unit_id: town.units.trungOfTay });
  });

  it('adds a passage that the reader missed, and refuses one beyond the text', async () => {
    const { id, text } = await read(town.agency, town.units.town, `${townPaper}\nCòn sót.`);
    const start = text.indexOf('Nhân dân đóng góp');
    const figure = {
      value: 1,
      unit: 'đợt',
      approx: 'exact',
      kind: 'other',
      movement: 'dvk',
      scope: 'đóng góp',
    } as const;
    await town.agency.call('POST /api/readings/:id/facts', {
      params: { id },
      body: { start, end: start + 17, figure },
    });
    expect((await reload(id)).figures.find((one) => one.start === start)).toMatchObject({
      asWritten: 'Nhân dân đóng góp',
      ruleName: 'Do người đọc đánh dấu',
      state: 'confirmed',
    });
    const beyond = await town.agency.try('POST /api/readings/:id/facts', {
      params: { id },
      body: { start, end: text.length + 5, figure },
    });
    expect(beyond.body).toMatchObject({ code: 'invalid_input' });
  });

  it('registers nothing that was refused or left open', async () => {
    const { id, practices } = await read(town.agency, town.units.town, `${townPaper}\nBỏ bớt.`);
    const decide = (decision: 'confirmed' | 'refused', factIds: string[]) =>
      town.agency.call('POST /api/readings/:id/decisions', { params: { id }, body: { decision, factIds } });
    await decide('refused', [practices[0]?.id ?? '']);
    await decide('confirmed', [practices[1]?.id ?? '']);
    expect((await reload(id)).registration).toMatchObject({ figures: 0, documents: 0 });
    await register(town.agency, id);
    const after = await reload(id);
    expect(after.practices.map((fact) => fact.link === null)).toEqual([true, false, true]);
  });

  it('says what is missing: a paper without a day or a period', async () => {
    const bare = 'Mô hình “Dân vận khéo” “Cầu dân sinh” ở xã Tây Hà. Đăng ký 5 mô hình “Dân vận khéo”.';
    const { id } = await read(town.agency, town.units.town, bare);
    await confirmAll(town.agency, id);
    const { missing } = (await reload(id)).registration;
    expect(missing.map((one) => one.message)).toEqual([
      'Chưa rõ ngày của văn bản và kỳ báo cáo: nhập một trong hai',
    ]);
    expect((await register(town.agency, id)).body).toMatchObject({ code: 'action_blocked' });
    const { version } = await reload(id);
    const body = {
      version,
      paperDay: '2019-11-30',
      periodFrom: null,
      periodTo: null,
      subject: 'Báo cáo năm 2019',
    };
    await town.agency.call('PUT /api/readings/:id', { params: { id }, body });
    const stale = await town.colleague.try('PUT /api/readings/:id', { params: { id }, body });
    expect(stale.body).toMatchObject({ code: 'version_conflict' });
    expect((await register(town.agency, id)).status).toBe(200);
  });

  it('puts a reading away, and reads the same file anew', async () => {
    const text = `${townPaper}\nBỏ đi đọc lại.`;
    const { id } = await read(town.agency, town.units.town, text);
    await town.agency.call('POST /api/readings/:id/discarding', { params: { id } });
    const again = await upload(town.agency, town.units.town, { text });
    expect(again.body).toMatchObject({ already: false });
    expect(again.body.id).not.toBe(id);
  });
});

describe('old text and old units', () => {
  it('reads decomposed letters as composed ones, every passage exactly where it says', async () => {
    const one = await read(town.agency, town.units.town, `${townPaper}\nDạng tách dấu.`.normalize('NFD'));
    expect(one.text).toBe(one.text.normalize('NFC'));
    expect(one.practices.map((fact) => fact.asWritten)).toContain('Bếp ấm cho người già');
    for (const fact of [...one.documents, ...one.practices, ...one.figures])
      expect(one.text.slice(fact.start, fact.end)).toBe(fact.asWritten);
  });

  it('finds a commune of the paper’s day that was merged since, and says what it is today', async () => {
    const { kheo, units } = town;
    await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: units.province });
    const clerk = await kheo.as('quantri');
    await clerk.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2026-03-01',
        reason: 'Sắp xếp đơn vị hành chính',
        fromUnitIds: [units.dongSon],
        into: { unitId: units.tayHa },
        moveGrants: false,
      },
    });
    const { practices, id } = await read(town.agency, units.town, `${townPaper}\nSau sáp nhập.`);
    expect(practices[0]).toMatchObject({
      placeUnit: { id: units.dongSon, name: 'Phường Đông Sơn' },
      placeNowName: 'Xã Tây Hà',
    });
    await confirmAll(town.agency, id);
    expect((await register(town.agency, id)).status).toBe(200);
  });
});
