import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Answered } from '#server/platform/http/actor.ts';
import { docxParts, smallXlsx, zipOf } from '#server/testing/files/archives.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registrationOf } from './world-plan.ts';
import { foundTown, type TownBase } from './world-town.ts';

let kheo: Kheo;
let town: TownBase;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  town = await foundTown(kheo, { prefix: 'thị xã', province });
});
afterAll(() => kheo.stop());

const problemOf = (answer: Answered<unknown>): ProblemBody => answer.body as ProblemBody;
const countOf = async (table: 'practice' | 'file' | 'command' | 'history_entry'): Promise<number> =>
  Number((await kheo.connection.pool.query(`select count(*) from ${table}`)).rows[0].count);

const register = (change: Partial<ReturnType<typeof registrationOf>>) =>
  town.officer.try('POST /api/practices', {
    body: {
      campaignId: town.campaignId,
      unitId: town.units.commune,
      origin: 'new',
      sourcePracticeId: null,
      registration: { ...registrationOf('Tổ hòa giải'), ...change },
    },
  });

describe('a registration as nobody should write it', () => {
  it('says how long a name of 10,000 characters may be', async () => {
    const answer = await register({ name: 'ă'.repeat(10_000) });
    expect(problemOf(answer)).toMatchObject({
      status: 422,
      code: 'invalid_input',
      fields: [{ path: 'registration.name', message: 'Không quá 300 ký tự; đang có 10.000' }],
    });
  });

  it('says that a period must not end before it begins', async () => {
    const answer = await register({ startsOn: '2026-05-01', endsOn: '2026-04-01' });
    expect(problemOf(answer).fields).toEqual([
      { path: 'registration.endsOn', message: 'Ngày kết thúc phải sau hoặc trùng ngày bắt đầu' },
    ]);
  });

  it('keeps text in one form whatever form it came in, and finds it in any', async () => {
    const name = 'Tổ tự quản đường Hòa Bình, thủy lợi nội đồng';
    const { id } = (await register({ name: name.normalize('NFD') })).body as { id: string };
    const record = await town.officer.call('GET /api/practices/:id', { params: { id } });
    expect(record.name).toBe(name);
    for (const q of [name, name.normalize('NFD'), 'duong hoa binh', 'đường Hoà Bình', 'THUỶ LỢI'])
      expect((await town.officer.call('GET /api/practices', { query: { q } })).total).toBe(1);
  });

  it('drops control and invisible characters, and shows markup as the text it is', async () => {
    const { id } = (await register({ name: '\u202ETổ \u0000\u001B[31mmột\u200B <b>hai</b>' })).body as {
      id: string;
    };
    const record = await town.officer.call('GET /api/practices/:id', { params: { id } });
    expect(record.name).toBe('Tổ [31mmột <b>hai</b>');
  });

  it('leaves nothing behind when it is refused', async () => {
    const before = [await countOf('practice'), await countOf('command'), await countOf('history_entry')];
    await register({ fieldCode: 'khong_co' });
    await register({ placeUnitId: '01999999-9999-7999-8999-999999999999' });
    expect([await countOf('practice'), await countOf('command'), await countOf('history_entry')]).toEqual(
      before,
    );
  });
});

describe('a request as no browser of ours sends it', () => {
  const raw = async (given: {
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
    url: string;
    payload?: string | Buffer;
    headers?: Record<string, string>;
  }) => {
    const response = await kheo.app.http.inject({ method: 'POST', ...given });
    return { status: response.statusCode, type: response.headers['content-type'], body: response.payload };
  };
  const json = { 'content-type': 'application/json' };
  const session = '/api/session';

  it.each([
    ['broken JSON', { url: session, payload: '{"username":', headers: json }, 400],
    [
      'a key that would reach the prototype',
      { url: session, payload: '{"__proto__":{"x":1}}', headers: json },
      400,
    ],
    ['an empty body', { url: session, payload: '', headers: json }, 400],
    [
      'another type of content',
      { url: session, payload: 'a=b', headers: { 'content-type': 'text/plain' } },
      422,
    ],
    ['an unknown type of content', { url: session, payload: 'a', headers: { 'content-type': 'x/y' } }, 400],
    ['a body of more than 4 MB', { url: session, payload: `"${'x'.repeat(4_300_000)}"`, headers: json }, 413],
    ['an address that does not exist', { url: '/api/khong-co', payload: '{}', headers: json }, 404],
    ['a method that does not exist', { url: session, method: 'PATCH', payload: '{}', headers: json }, 404],
    ['a broken percent sign in the address', { url: '/api/practices/%E0%A4%A', method: 'GET' }, 400],
    ['a very long address', { url: `/api/practices/${'a'.repeat(3_000)}`, method: 'GET' }, 404],
    [
      'a body that nests ten thousand lists',
      { url: session, payload: '['.repeat(10_000) + ']'.repeat(10_000), headers: json },
      422,
    ],
  ] as const)('answers %s as a problem', async (_, given, status) => {
    const answer = await raw(given);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({
      status,
      title: expect.stringMatching(/[ạảếộươđầ]/),
      detail: expect.stringMatching(/[ạảếộươđầ]/),
    });
    expect(answer.body).not.toMatch(/FST_|SyntaxError|at .+:\d+/);
  });

  it('takes a word given twice in the query for no word', async () => {
    const answer = await town.officer.try('GET /api/practices', { query: { q: 'a' } });
    expect(answer.status).toBe(200);
    const twice = await kheo.app.http.inject({ method: 'GET', url: '/api/search?q=a&q=b' });
    expect(twice.statusCode).toBe(401);
  });

  it('slows down who guesses passwords, and says for how long', async () => {
    const guess = () =>
      kheo
        .stranger()
        .try('POST /api/session', { body: { username: 'thị xã-agency', password: 'sai mật khẩu' } });
    const answers: number[] = [];
    for (let count = 0; count < 12; count += 1) answers.push((await guess()).status);
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(problemOf(await guess())).toMatchObject({ status: 429, code: 'sign_in_slowed' });
    // The right password is slowed as well: otherwise the answer would tell that it was right.
    const right = await kheo
      .stranger()
      .try('POST /api/session', { body: { username: 'thị xã-agency', password: testPassword } });
    expect(right.status).toBe(429);
  });
});

describe('an upload as no office should send it', () => {
  const upload = (name: string, content: Uint8Array) =>
    town.officer.try('POST /api/files', { file: { name, content } });
  const whole = zipOf(docxParts());

  it('names the size of a photo of 30 MB and the most that is taken', async () => {
    const before = await countOf('file');
    const huge = Buffer.concat([town.photo, Buffer.alloc(30 * 1024 * 1024)]);
    const problem = problemOf(await upload('anh-to.jpg', huge));
    expect(problem).toMatchObject({ status: 413, code: 'file_too_large' });
    expect(problem.title).toMatch(/anh-to\.jpg.*30.*MB/);
    expect(await countOf('file')).toBe(before);
  });

  it.each([
    ['cut-off.docx', whole.subarray(0, whole.length - 200)],
    ['rong.docx', Buffer.alloc(0)],
    ['khong-phai.docx', Buffer.from('đây là văn bản thường')],
    ['khong-phai.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)])],
    ['trang-tinh.docx', smallXlsx()],
    ['chay.exe', Buffer.from('MZ chương trình')],
    ['trang.html', Buffer.from('<script>alert(1)</script>')],
    ['anh.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ])('refuses %s with its name and what to do', async (name, content) => {
    const before = [await countOf('file'), await countOf('command')];
    const problem = problemOf(await upload(name, content));
    expect(problem.code).toMatch(/^file_/);
    expect(problem.title).toContain(name);
    expect(problem.detail.length).toBeGreaterThan(20);
    expect([await countOf('file'), await countOf('command')]).toEqual(before);
  });

  it('takes in no row of a broken list', async () => {
    const before = await countOf('practice');
    for (const content of [smallXlsx().subarray(0, 300), Buffer.from('PK\u0003\u0004'), Buffer.alloc(0)]) {
      const answer = await town.officer.try('POST /api/practices/import', {
        query: { campaignId: town.campaignId, unitId: town.units.commune },
        file: { name: 'danh-sach.xlsx', content },
      });
      expect(problemOf(answer).code).toMatch(/^file_/);
    }
    expect(await countOf('practice')).toBe(before);
  });

  it('asks for the file where none is sent', async () => {
    const answer = await town.officer.try('POST /api/files', { headers: { 'content-type': 'text/plain' } });
    expect(problemOf(answer).status).toBeLessThan(500);
    expect(problemOf(answer).title).not.toBe('');
  });
});
