import { screens } from '../platform/routes.ts';

export const replicationRoutes = screens([
  {
    path: '/nhan-rong',
    permission: 'practice.read',
    load: () => import('./replication.page.tsx').then((m) => m.ReplicationPage),
  },
]);
