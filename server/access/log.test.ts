import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startKheo, testPassword } from '#server/testing/kheo.ts';
import { registrationOf } from './world-plan.ts';
import { foundTown } from './world-town.ts';

it('writes a line for every answer, and in none a name, a number, a password or what somebody looked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-log-'));
  const logFile = join(folder, 'kheo.log');
  const kheo = await startKheo({ today: '2026-03-02', logFile });
  const province = await kheo.given.unit({ name: 'Tỉnh ủy', kind: 'province_committee' });
  const { officer, units, campaignId, agency } = await foundTown(kheo, { prefix: 'bimat', province });
  await officer.call('POST /api/practices', {
    body: {
      campaignId,
      unitId: units.commune,
      origin: 'new',
      sourcePracticeId: null,
      registration: {
        ...registrationOf('Tên riêng của mô hình'),
        responsibleName: 'Nguyễn Văn Riêng',
        responsiblePhone: '0905777888',
      },
    },
  });
  await officer.try('GET /api/search', { query: { q: 'chuyện riêng' } });
  await officer.try('GET /api/practices', { query: { q: 'Nguyễn Văn Riêng' } });
  await officer.try('POST /api/files', {
    file: { name: 'Nguyen-Van-Rieng.txt', content: Buffer.from('Nội dung riêng') },
  });
  await agency.try('POST /api/campaigns', { body: { title: 'Thiếu nhiều thứ riêng' } as never });
  const stranger = kheo.stranger();
  await stranger.try('POST /api/session', { body: { username: 'ai-do-rieng', password: 'mật khẩu riêng' } });
  await stranger.try('GET /api/invitations/:token', { params: { token: 'ma-moi-rieng' } });
  await stranger.try('POST /api/session/second-step', { body: { code: '918273', rememberDevice: false } });
  const { secret: oneTimeSecret } = await officer.call('POST /api/session/second-factor', { body: {} });
  // What the database refuses, and what the program did not foresee.
  await stranger.try('POST /api/session', { body: { username: 'ai-do-rieng\u0000', password: 'x' } });
  await kheo.connection.pool.query('alter table stage rename to stage_away');
  const broken = await officer.try('GET /api/stages', {});
  await kheo.stop();
  const log = await readFile(logFile, 'utf8');
  await rm(folder, { recursive: true, force: true });

  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.filter((line) => line['msg'] === 'answered').length).toBeGreaterThan(10);
  expect(broken.status).toBe(500);
  expect(JSON.stringify(broken.body)).not.toMatch(/stage|relation|select/);
  expect(lines.some((line) => line['msg'] === 'unforeseen error')).toBe(true);
  for (const secret of [
    'bimat',
    'Nguyễn',
    'Nguyen-Van',
    '0905777888',
    'rieng',
    'riêng',
    testPassword,
    '__Host-kheo=',
    'Tên riêng',
    'q=',
    '918273',
    oneTimeSecret,
  ])
    expect(log).not.toContain(secret);
});
