import type { filesApi, homeApi, systemApi } from '#contract/home.ts';
import type { sessionApi } from '#contract/session.ts';
import { testPassword } from '#server/testing/kheo.ts';
import { seesPractice, type Samples } from '../sample.ts';

type Platform = typeof systemApi & typeof sessionApi & typeof homeApi & typeof filesApi;

export const platformSamples: Samples<keyof Platform> = {
  'GET /healthz': [{ rule: 'public', args: () => ({}) }],
  'GET /readyz': [{ rule: 'public', args: () => ({}) }],
  'GET /api/session': [{ rule: 'public', args: () => ({}) }],
  'POST /api/session': [
    {
      rule: 'public',
      args: () => ({ body: { username: 'can-bo-moi', password: testPassword } }),
      endsSession: true,
      costly: true,
    },
  ],
  'DELETE /api/session': [{ rule: 'signed_in', args: () => ({}), endsSession: true }],
  'POST /api/session/password': [
    {
      rule: 'signed_in',
      args: () => ({ body: { currentPassword: 'không phải mật khẩu', newPassword: 'mật khẩu mới 2026' } }),
      refusedAs: 'password_wrong',
      costly: true,
    },
  ],
  'PUT /api/session/preferences': [{ rule: 'signed_in', args: () => ({ body: { textSize: 'large' } }) }],
  'POST /api/setup': [
    {
      rule: 'public',
      args: () => ({
        body: {
          unit: { name: 'Tỉnh ủy', shortName: 'TU', kind: 'province_committee', code: 'tu' },
          administrator: { username: 'quantri', displayName: 'Quản trị', password: testPassword },
        },
      }),
      refusedAs: 'already_set_up',
    },
  ],
  'GET /api/home': [{ rule: 'signed_in', args: () => ({}) }],
  'GET /api/search': [{ rule: 'signed_in', args: () => ({ query: { q: 'mô hình' } }) }],
  'POST /api/files': [
    {
      rule: 'signed_in',
      args: () => ({
        file: { name: 'ghi-chep.txt', content: new TextEncoder().encode('Họp dân tối thứ bảy.') },
      }),
    },
  ],
  'GET /api/files/:id': [
    {
      about: 'evidence of progress',
      rule: { gate: 'signed_in', needs: [seesPractice] },
      args: ({ near }) => ({ params: { id: near.evidenceFileId }, query: {} }),
    },
    {
      about: 'evidence of a practice offered to the commune',
      rule: { gate: 'signed_in', needs: [{ permission: 'practice.read', oneOf: ['neighbour', 'commune'] }] },
      args: async ({ kheo, near }) => {
        const { file_id: id } = await kheo.connection.db
          .selectFrom('evidence')
          .select('file_id')
          .where('practice_id', '=', near.ofNeighbour[0] ?? '')
          .executeTakeFirstOrThrow();
        return { params: { id }, query: { preview: 'small' } };
      },
    },
  ],
};
