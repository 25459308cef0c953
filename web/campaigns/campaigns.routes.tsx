import { screens } from '../platform/routes.ts';

export const campaignRoutes = screens([
  {
    path: '/chien-dich',
    permission: 'campaign.read',
    load: () => import('./campaign-list.page.tsx').then((m) => m.CampaignListPage),
  },
  {
    path: '/chien-dich/moi',
    permission: 'campaign.manage',
    load: () => import('./new-campaign.page.tsx').then((m) => m.NewCampaignPage),
  },
  {
    path: '/chien-dich/:id',
    permission: 'campaign.read',
    load: () => import('./campaign.page.tsx').then((m) => m.CampaignPage),
  },
  {
    path: '/chien-dich/:id/ke-hoach',
    permission: 'campaign.read',
    load: () => import('./plan.page.tsx').then((m) => m.PlanPage),
  },
  {
    path: '/chien-dich/:id/ke-hoach/sua',
    permission: 'campaign.manage',
    load: () => import('./editor/plan-editor.page.tsx').then((m) => m.PlanEditorPage),
  },
  {
    path: '/chien-dich/:id/nam-sau',
    permission: 'campaign.manage',
    load: () => import('./next-year.page.tsx').then((m) => m.NextYearPage),
  },
  {
    path: '/chien-dich/:id/don-vi',
    permission: 'campaign.read',
    load: () => import('./exemptions.page.tsx').then((m) => m.ExemptionsPage),
  },
  {
    path: '/giai-doan',
    permission: 'campaign.read',
    load: () => import('./stages.page.tsx').then((m) => m.StagesPage),
  },
  {
    path: '/tieu-chi',
    permission: 'campaign.read',
    load: () => import('./criteria/criteria-list.page.tsx').then((m) => m.CriteriaListPage),
  },
  {
    path: '/tieu-chi/moi',
    permission: 'criteria.manage',
    load: () => import('./criteria/criteria-editor.page.tsx').then((m) => m.NewCriteriaPage),
  },
  {
    path: '/tieu-chi/:id',
    permission: 'campaign.read',
    load: () => import('./criteria/criteria.page.tsx').then((m) => m.CriteriaPage),
  },
  {
    path: '/tieu-chi/:id/phien-ban-moi',
    permission: 'criteria.manage',
    load: () => import('./criteria/criteria-editor.page.tsx').then((m) => m.ReviseCriteriaPage),
  },
]);
