import { screens } from '../platform/routes.ts';

export const recognitionRoutes = screens([
  {
    path: '/hop-xet',
    permission: 'campaign.read',
    load: () => import('./meeting-list.page.tsx').then((m) => m.MeetingListPage),
  },
  {
    path: '/hop-xet/moi',
    permission: 'practice.decide',
    load: () => import('./new-meeting.page.tsx').then((m) => m.NewMeetingPage),
  },
  {
    path: '/hop-xet/:id',
    permission: 'campaign.read',
    load: () => import('./meeting.page.tsx').then((m) => m.MeetingPage),
  },
  {
    path: '/khen-thuong',
    permission: 'campaign.read',
    load: () => import('./rewards.page.tsx').then((m) => m.RewardsPage),
  },
  {
    path: '/de-nghi-cap-tren',
    permission: 'practice.read',
    load: () => import('./upward.page.tsx').then((m) => m.UpwardPage),
  },
]);
