import { screens } from '../platform/routes.ts';

export const galleryRoutes = screens([
  {
    path: '/trien-lam',
    open: true,
    load: () => import('./gallery.page.tsx').then((m) => m.GalleryPage),
  },
]);
