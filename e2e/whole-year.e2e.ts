import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { open } from './support/screen.ts';
import { foundTown } from './support/town.ts';
import { openCampaign, writeCriteria, writePlan } from './whole-year/plan.ts';

test.use({ story: 'whole-year' });

test('a year of the movement, from plan to closing report', async ({ kheo, visit }) => {
  test.setTimeout(240_000);
  await foundTown(kheo.address);
  const officer = await visit('thuongtruc');
  let campaign = '';

  await test.step('1. The standing agency plans the year and opens it', async () => {
    await writeCriteria(officer);
    await look(officer, 'year-criteria');
    campaign = await writePlan(officer);
    await look(officer, 'year-campaign-draft');
    await open(officer, `${campaign}/ke-hoach/sua`);
    await look(officer, 'year-plan-editor');
    await openCampaign(officer, campaign);
    await look(officer, 'year-campaign-open');
  });
  expect(campaign).not.toBe('');
});
