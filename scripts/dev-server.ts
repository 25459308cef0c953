import { loadConfig } from '#server/platform/config.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { startApplication } from '#server/main.ts';
import { demoIsDue, loadDemo, printDemoAccounts, tellOnce } from './lib/demo.ts';
import { createSteps } from './lib/steps.ts';

/** The part of `npm run dev` that restarts on every change; the database outlives it. */
const config = loadConfig(process.env);
const databaseUrl = config.databaseUrl ?? '';
const steps = createSteps();
await migrate(databaseUrl);
const application = await startApplication(config, { databaseUrl });
process.once('SIGTERM', () => void application.close().finally(() => process.exit(0)));
const demo = config.demo ? await loadDemo() : null;
if (demo) {
  if (await demoIsDue(databaseUrl)) {
    const { address } = application;
    await tellOnce(demo, { databaseUrl, address, config, onProgress: (text) => steps.say(`  ${text}`) });
  }
  printDemoAccounts(demo, steps);
}
steps.say(`${application.address} (Vite: http://127.0.0.1:5173)`);
