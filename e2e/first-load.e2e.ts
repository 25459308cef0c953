import { people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { settle } from './support/look.ts';

test.use({ world: 'demo' });

const KIB = 1024;
/** Over the wire, everything the home page fetches on a first visit (quality.md, "First load"). */
const BUDGET = 250 * KIB;

for (const [name, who] of [
  ['the standing agency', people.agency],
  ['a unit', people.ward],
] as const) {
  test(`the first load of home stays within 250 KiB for ${name}`, async ({ page, visit, context }) => {
    await signInAs(page, who);
    const fresh = await visit();
    await fresh.context().addCookies(await context.cookies());
    const cdp = await fresh.context().newCDPSession(fresh);
    await cdp.send('Network.enable');
    const sizes = new Map<string, number>();
    const names = new Map<string, string>();
    cdp.on('Network.requestWillBeSent', (event) => names.set(event.requestId, event.request.url));
    cdp.on('Network.loadingFinished', (event) => sizes.set(event.requestId, event.encodedDataLength));
    await fresh.goto('/');
    await expect(fresh.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
    await settle(fresh);
    const all = [...sizes].map(([id, bytes]) => `${bytes} ${names.get(id) ?? id}`);
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    test.info().annotations.push({ type: 'first load', description: `${(total / KIB).toFixed(1)} KiB` });
    expect(total, all.join('\n')).toBeLessThanOrEqual(BUDGET);
    expect(total).toBeGreaterThan(50 * KIB);
  });
}
