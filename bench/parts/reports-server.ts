/** The application over the database of the benchmark, in a process of its own: node bench/parts/reports-server.ts <folder> */
import { loadConfig } from '#server/platform/config.ts';
import { startApplication } from '#server/main.ts';

const [folder = '', databaseUrl = ''] = process.argv.slice(2);
const config = loadConfig({ KHEO_DATA: folder, KHEO_DEMO: 'off', PORT: '0' });
const running = await startApplication(config, { databaseUrl, pagesFolder: null });
process.send?.(running.address);
process.once('disconnect', () => void running.close());
