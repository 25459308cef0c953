import { add, finish, runStaticChecks, runVitest } from './lib/checks.ts';

/** `npm run check`: types, lint, format, rules, server and HTTP tests. Under three minutes; the demo story is told in `npm test`. */
const statics = await runStaticChecks();
finish(add(statics, await runVitest(['--project=rules', '--project=server'])));
