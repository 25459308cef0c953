import type { ProfileFact } from '#domain/reports/profile-facts.ts';
import type { Story } from './story.ts';

type Facts = Readonly<Partial<Record<ProfileFact, string>>>;

/** What the ward of Hương Xuân tells of itself: made up, of the size of the ward of S3 and as far apart as its years. */
export const placeThen: Facts = {
  area_ha: '1.547,2',
  farmland_ha: '742,5',
  households: '1.812',
  people: '7.705',
  villages: '9',
  party_cells: '12',
  party_members: '486',
  poor_share: '3,75',
  near_poor_share: '4,36',
  cultural_share: '90,01',
};
export const placeNow: Facts = {
  ...placeThen,
  farmland_ha: '738,1',
  households: '1.864',
  people: '7.846',
  party_members: '531',
  poor_share: '2,31',
  near_poor_share: '2,52',
  cultural_share: '92,38',
};

/** The ward writes its profile of the year before. */
export async function tellPlace(story: Story, given: { on: string; facts: Facts }): Promise<void> {
  const year = Number(given.on.slice(0, 4)) - 1;
  await story.as('huongxuan').call('PUT /api/units/:id/profile/:year', {
    params: { id: story.unit('huongxuan'), year: String(year) },
    body: {
      version: 0,
      source: `Báo cáo kinh tế - xã hội năm ${year} của Ủy ban nhân dân phường`,
      facts: { ...given.facts },
    },
  });
}
