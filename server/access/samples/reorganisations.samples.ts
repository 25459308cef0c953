import type { reorganisationsApi } from '#contract/reorganisations.ts';
import { list, type Samples } from '../sample.ts';
import type { Rule } from '../reference.ts';
import type { World } from '../world.ts';

/** Who manages the hamlet; those who only see it are told so. */
const managesVillage: Rule = {
  gate: 'organisation.manage',
  needs: [{ permission: 'organisation.manage', at: ['village'] }],
  seen: [{ permission: 'organisation.read', fromBelow: 'village' }],
};

/** A hamlet merged into itself: refused by the rules, so that the world stays as it is. */
const intoItself = ({ units }: World) => ({
  body: {
    kind: 'merge' as const,
    on: '2026-03-02',
    reason: 'Sắp xếp tổ dân phố',
    fromUnitIds: [units.village],
    into: { unitId: units.village },
    moveGrants: false,
  },
});

export const reorganisationsSamples: Samples<keyof typeof reorganisationsApi> = {
  'POST /api/reorganisations/preview': [{ rule: managesVillage, args: intoItself }],
  'POST /api/reorganisations': [{ rule: managesVillage, args: intoItself, refusedAs: 'invalid_input' }],
  'GET /api/reorganisations': [{ rule: list('organisation.read'), args: () => ({ query: { size: 200 } }) }],
  'GET /api/reorganisations/:id': [
    {
      rule: {
        gate: 'organisation.read',
        needs: [{ permission: 'organisation.read', fromBelow: 'village' }],
      },
      args: ({ near }) => ({ params: { id: near.reorganisationId } }),
    },
  ],
  'POST /api/reorganisations/:id/undoing': [
    {
      rule: managesVillage,
      args: ({ near }) => ({ params: { id: near.reorganisationId }, body: { reason: 'Ghi nhầm' } }),
    },
  ],
  'GET /api/unit-comparison': [
    {
      rule: list('organisation.read'),
      args: () => ({ query: { from: '2026-01-01', to: '2026-03-02' } }),
    },
  ],
  'GET /api/unit-comparison.xlsx': [
    {
      rule: list('organisation.read'),
      args: () => ({ query: { from: '2026-01-01', to: '2026-03-02' } }),
    },
  ],
  'GET /api/unit-names': [{ rule: list('organisation.read'), args: () => ({ query: { q: 'phuong' } }) }],
};
