import { screens } from '../platform/routes.ts';

export const documentRoutes = screens([
  {
    path: '/van-ban',
    permission: 'document.read',
    load: () => import('./document-list.page.tsx').then((m) => m.DocumentListPage),
  },
  {
    path: '/van-ban/moi',
    permission: 'document.receive',
    load: () => import('./receive-document.page.tsx').then((m) => m.ReceiveDocumentPage),
  },
  {
    path: '/van-ban/:id',
    permission: 'document.read',
    load: () => import('./document.page.tsx').then((m) => m.DocumentPage),
  },
]);
