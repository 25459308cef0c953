import type { ComponentType } from 'react';

/**
 * One screen: its path (`/mo-hinh/:id`), the module that is fetched when somebody goes there, and who may.
 * A feature lists its own in `web/<feature>/<feature>.routes.tsx`; web/router.tsx gathers them.
 */
export interface ScreenRoute {
  readonly path: `/${string}`;
  /** `() => import('./practice-list.page.tsx').then((m) => m.PracticeListPage)` */
  readonly load: () => Promise<ComponentType>;
  /** Held anywhere by the person, or the "forbidden" page is shown. Several: any one of them is enough. */
  readonly permission?: string | readonly string[];
  /** Open to people who are not signed in (the gallery). */
  readonly open?: true;
}

/** Keeps a feature's routes checked where they are written. */
export function screens(routes: readonly ScreenRoute[]): readonly ScreenRoute[] {
  return routes;
}
