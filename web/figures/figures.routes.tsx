import { screens } from '../platform/routes.ts';

export const figureRoutes = screens([
  {
    path: '/so-lieu',
    permission: 'figure.read',
    load: () => import('./figure-set-list.page.tsx').then((m) => m.FigureSetListPage),
  },
  {
    path: '/so-lieu/moi',
    permission: 'figure.report',
    load: () => import('./figure-set-editor.page.tsx').then((m) => m.NewFigureSetPage),
  },
  {
    path: '/so-lieu/:id',
    permission: 'figure.read',
    load: () => import('./figure-set.page.tsx').then((m) => m.FigureSetPage),
  },
  {
    path: '/so-lieu/:id/dinh-chinh',
    permission: 'figure.report',
    load: () => import('./figure-set-editor.page.tsx').then((m) => m.CorrectFigureSetPage),
  },
]);
