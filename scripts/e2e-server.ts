import { loadConfig } from '#server/platform/config.ts';
import { startApplication } from '#server/main.ts';
import { cloneTestDatabase } from '#server/testing/database-server.ts';
import { loadDemo } from './lib/demo.ts';

/**
 * One application for browser stories, on a clone of a world. Prints its address as JSON and runs until it is
 * told to stop; with the argument `tell-demo` it tells the story, keeps the database and ends.
 */
const env = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

const database = await cloneTestDatabase(
  { url: env('KHEO_E2E_SERVER'), template: env('KHEO_E2E_TEMPLATE') },
  process.env['KHEO_E2E_DATABASE'],
);
const config = { ...loadConfig(process.env), port: 0 };
// A story presses buttons faster than any office.
const application = await startApplication(config, {
  databaseUrl: database.url,
  requestsPerMinute: 100_000,
  ...(process.env['KHEO_E2E_PAGES'] && { pagesFolder: process.env['KHEO_E2E_PAGES'] }),
});

if (process.argv[2] === 'tell-demo') {
  const demo = await loadDemo();
  await demo?.tellDemoStory({
    databaseUrl: database.url,
    address: application.address,
    config,
    onProgress: (text) => console.log(text),
  });
  await application.close();
  process.exit(0);
}

console.log(JSON.stringify({ address: application.address, databaseUrl: database.url }));
process.once(
  'SIGTERM',
  () =>
    void application
      .close()
      .then(database.drop)
      .finally(() => process.exit(0)),
);
