import { type AnyRoute, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { lazy } from 'react';
import { appraisalRoutes } from './appraisal/appraisal.routes.tsx';
import { administrationRoutes } from './administration/administration.routes.tsx';
import { campaignRoutes } from './campaigns/campaigns.routes.tsx';
import { consolidationRoutes } from './consolidation/consolidation.routes.tsx';
import { delegationRoutes } from './delegation/delegation.routes.tsx';
import { documentRoutes } from './documents/documents.routes.tsx';
import { figureRoutes } from './figures/figures.routes.tsx';
import { galleryRoutes } from './gallery/gallery.routes.tsx';
import { homeRoutes } from './home/home.routes.tsx';
import { organisationRoutes } from './organisations/organisations.routes.tsx';
import { peopleRoutes } from './people/people.routes.tsx';
import { CrashPage } from './platform/crash-page.tsx';
import { NotFoundPage } from './platform/message-page.tsx';
import { markPageChange } from './platform/page-title.ts';
import { guarded, OpenArea, SignedInArea } from './platform/guards.tsx';
import type { ScreenRoute } from './platform/routes.ts';
import { parseUrlWords, writeUrlWords } from './platform/url-state.ts';
import { practiceRoutes } from './practices/practices.routes.tsx';
import { profileRoutes } from './profile/profile.routes.tsx';
import { readingRoutes } from './reading/reading.routes.tsx';
import { recognitionRoutes } from './recognition/recognition.routes.tsx';
import { replicationRoutes } from './replication/replication.routes.tsx';
import { reportFormRoutes } from './report-forms/report-forms.routes.tsx';
import { reportFilesRoutes } from './report-files/report-files.routes.tsx';
import { reportMatrixRoutes } from './report-matrix/report-matrix.routes.tsx';
import { reportTotalsRoutes } from './report-totals/report-totals.routes.tsx';
import { reportRoutes } from './reports/reports.routes.tsx';
import { accountRoutes } from './session/session.routes.tsx';

/**
 * Every screen of the application. To add a feature: write `web/<feature>/<feature>.routes.tsx`, which
 * exports `screens([...])`, then one import line above and one `...featureRoutes` line here.
 * More exact paths win over `:id` by themselves; the order does not matter.
 */
const allScreens: readonly ScreenRoute[] = [
  ...homeRoutes,
  ...campaignRoutes,
  ...practiceRoutes,
  ...appraisalRoutes,
  ...documentRoutes,
  ...reportRoutes,
  ...profileRoutes,
  ...reportFilesRoutes,
  ...reportMatrixRoutes,
  ...reportTotalsRoutes,
  ...consolidationRoutes,
  ...reportFormRoutes,
  ...recognitionRoutes,
  ...replicationRoutes,
  ...figureRoutes,
  ...readingRoutes,
  ...galleryRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...administrationRoutes,
  ...accountRoutes,
  ...delegationRoutes,
];

/** `/mo-hinh/:id` in our lists is `/mo-hinh/$id` for the router. */
function routerPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '$$$1');
}

const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
});

const signedIn = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SignedInArea });

const openToAll = createRoute({ getParentRoute: () => rootRoute, id: 'open-to-all', component: OpenArea });

function routeOf(screen: ScreenRoute, parent: () => AnyRoute): AnyRoute {
  const Page = lazy(async () => ({ default: await screen.load() }));
  return createRoute({
    getParentRoute: parent,
    path: routerPath(screen.path),
    component: guarded(Page, screen.permission),
    errorComponent: CrashPage,
  });
}

const open = allScreens.filter((screen) => screen.open);
const closed = allScreens.filter((screen) => !screen.open);
const anythingElse = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage });

const routeTree = rootRoute.addChildren([
  openToAll.addChildren(open.map((screen) => routeOf(screen, () => openToAll))),
  signedIn.addChildren([...closed.map((screen) => routeOf(screen, () => signedIn)), anythingElse]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: parseUrlWords,
  stringifySearch: writeUrlWords,
  scrollRestoration: true,
  defaultPendingMs: 150,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
});

router.subscribe('onBeforeNavigate', (event) => {
  if (event.fromLocation && event.pathChanged) markPageChange();
});
