import { homeApi } from '#contract/home.ts';
import { routes } from '#server/platform/http/routes.ts';
import { readHome } from './home.reads.ts';
import { search } from './search.reads.ts';

export const homeRoutes = routes(homeApi, {
  'GET /api/home': (read) => readHome(read),
  'GET /api/search': ({ query, ...read }) => search(read, query),
});
