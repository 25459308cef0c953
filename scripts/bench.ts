import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runTool } from './lib/run-tool.ts';

/** `npm run bench -- <name>` runs bench/<name>.ts; `npm run bench -- list` names them. */
const [name = 'list', ...args] = process.argv.slice(2);
if (name === 'list') {
  for (const file of readdirSync(join(projectFolder, 'bench'))) {
    if (file.endsWith('.ts')) console.log(file.slice(0, -'.ts'.length));
  }
} else if (existsSync(join(projectFolder, 'bench', `${name}.ts`))) {
  const { code } = await runTool(`bench/${name}.ts`, args, { show: true });
  process.exit(code);
} else {
  console.error(`No benchmark "${name}". See: npm run bench -- list`);
  process.exit(1);
}
