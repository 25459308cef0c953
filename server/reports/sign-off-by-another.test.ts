import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-12-20' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'bithu', role: 'unit_officer', unitId: town.xuan });
  formId = await makeForm({ needsApproval: true, approvedByAnother: true });
});
afterAll(() => kheo.stop());

async function makeForm(
  settings: { needsApproval: boolean; approvedByAnother: boolean },
  code = 'dvk-thang',
) {
  const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });
  const body = { ...ready, code, content: { ...ready.content, ...settings } };
  return takeForm(kheo, body);
}

let month = 0;
/** A whole draft of the next month, written by the officer `xuan`. */
const written = () =>
  writeReport(kheo, 'xuan', {
    formId,
    unitId: town.xuan,
    periodFrom: `2026-${String(++month).padStart(2, '0')}-01`,
  });
const read = async (username: string, id: string) =>
  (await kheo.as(username)).call('GET /api/reports/:id', { params: { id } });
const approve = async (username: string, id: string) =>
  (await kheo.as(username)).call('POST /api/reports/:id/approval', { params: { id } });
const save = async (username: string, id: string, words: string) => {
  const { version } = await read(username, id);
  return (await kheo.as(username)).call('PUT /api/reports/:id', {
    params: { id },
    body: { version, stated: {}, reasons: {}, narrative: { notes: words } },
  });
};
const mayApprove = async (username: string, id: string) =>
  (await read(username, id)).actions.find((one) => one.action === 'approve');

describe('a form that asks another to sign off', () => {
  it('refuses whoever wrote last, in words and before it is tried, and lets the other', async () => {
    const id = await written();
    expect(await mayApprove('xuan', id)).toMatchObject({
      allowed: false,
      reason: 'người duyệt phải khác người soạn, mà bạn là người soạn sau cùng',
      mend: 'Nhờ người khác có quyền duyệt báo cáo của đơn vị duyệt.',
    });
    const refused = await refusal(approve('xuan', id));
    expect(refused.code).toBe('action_blocked');
    expect(refused.title).toContain('người duyệt phải khác người soạn');
    expect(await mayApprove('bithu', id)).toMatchObject({ allowed: true });
    expect((await read('bithu', id)).written).toMatchObject({ byName: 'xuan' });
    await approve('bithu', id);
    // Whoever wrote sends what the other has signed off.
    await sendReport(kheo, 'xuan', id);
    expect(await read('xuan', id)).toMatchObject({ state: 'submitted' });
  });

  it('counts as writing what changes words, figures or evidence, and not saving the same again', async () => {
    const id = await written();
    await save('bithu', id, '');
    expect(await mayApprove('xuan', id)).toMatchObject({ allowed: false });
    await save('bithu', id, 'Đã ra quân hai đợt.');
    expect(await mayApprove('xuan', id)).toMatchObject({ allowed: true });
    expect((await refusal(approve('bithu', id))).code).toBe('action_blocked');
    const officer = await kheo.as('xuan');
    const photo = await officer.call('POST /api/files', {
      file: { name: 'bien-ban.txt', content: new TextEncoder().encode('Biên bản') },
    });
    await officer.call('POST /api/reports/:id/evidence', {
      params: { id },
      body: { files: [{ fileId: photo.id, caption: '' }] },
    });
    expect(await mayApprove('xuan', id)).toMatchObject({ allowed: false });
    expect(await mayApprove('bithu', id)).toMatchObject({ allowed: true });
  });

  it('still asks for the other when the report came back and was written again', async () => {
    const id = await written();
    await approve('bithu', id);
    await sendReport(kheo, 'xuan', id);
    await (
      await kheo.as('thuongtruc')
    ).call('POST /api/reports/:id/return', { params: { id }, body: { reason: 'Thiếu', pins: [] } });
    await save('bithu', id, 'Đã bổ sung.');
    expect((await refusal(approve('bithu', id))).code).toBe('action_blocked');
    await approve('xuan', id);
  });

  it('does not take opening for writing', async () => {
    const id = await written();
    await approve('bithu', id);
    await (await kheo.as('bithu')).call('POST /api/reports/:id/reopening', { params: { id } });
    expect(await mayApprove('bithu', id)).toMatchObject({ allowed: true });
    expect(await mayApprove('xuan', id)).toMatchObject({ allowed: false });
  });
});

describe('a form that asks a sign-off by anybody', () => {
  it('lets whoever wrote sign off', async () => {
    const plain = await makeForm({ needsApproval: true, approvedByAnother: false }, 'dvk-khac');
    const id = await writeReport(kheo, 'xuan', {
      formId: plain,
      unitId: town.xuan,
      periodFrom: '2026-11-01',
    });
    await approve('xuan', id);
    expect(await read('xuan', id)).toMatchObject({ state: 'approved' });
  });
});

it('a form that asks no sign-off cannot ask it of another', async () => {
  const refused = await refusal(makeForm({ needsApproval: false, approvedByAnother: true }, 'dvk-sai'));
  expect(refused.fields?.map((one) => one.path)).toEqual(['content.approvedByAnother']);
});
