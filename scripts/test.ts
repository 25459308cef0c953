import { add, finish, runStaticChecks, runVitest, type Tally } from './lib/checks.ts';
import { runBrowserStories } from './lib/e2e.ts';
import { buildWeb } from './lib/web-build.ts';

/** `npm test`: everything. The last line is `N passed, N failed`. */
const statics = await runStaticChecks();
const tests = await runVitest();
const build = await tryBuild();
const stories = build.failed === 0 ? await runBrowserStories([]) : { passed: 0, failed: 1 };
finish(add(statics, tests, build, stories));

async function tryBuild(): Promise<Tally> {
  try {
    await buildWeb();
    console.log('✓ web build');
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(`✗ web build\n${String(error)}`);
    return { passed: 0, failed: 1 };
  }
}
