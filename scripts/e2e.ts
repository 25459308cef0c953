import { finish } from './lib/checks.ts';
import { runBrowserStories } from './lib/e2e.ts';
import { buildWeb } from './lib/web-build.ts';

/** `npm run test:e2e -- [playwright arguments]`: the browser stories alone. */
await buildWeb();
finish(await runBrowserStories(process.argv.slice(2)));
