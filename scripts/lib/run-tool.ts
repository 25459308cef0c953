import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export interface ToolResult {
  code: number;
  output: string;
}

export interface ToolOptions {
  /** Show the output as it comes; otherwise it is only returned. */
  show?: boolean;
  env?: NodeJS.ProcessEnv;
}

/** Runs a tool's own script under this Node: [path in node_modules, …arguments]. */
export function runTool(script: string, args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, script), ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...(options.show ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), ...options.env },
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
