import { resolve } from 'node:path';
import { z } from 'zod';
import { signInEnvironment, signInSettings, type SignInSettings } from './sign-in-settings.ts';

export interface Config {
  readonly port: number;
  /** The address listened on; 127.0.0.1 unless the office opens it to its network. */
  readonly host: string;
  /** One folder for database, files and logs. */
  readonly dataFolder: string;
  readonly demo: boolean;
  /** Any PostgreSQL ≥ 15; null starts the embedded one. */
  readonly databaseUrl: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly signIn: SignInSettings;
}

const environmentSchema = z.object({
  ...signInEnvironment.shape,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  KHEO_DATA: z.string().min(1).default('data'),
  KHEO_DEMO: z.enum(['on', 'off']).default('on'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'phải bắt đầu bằng postgres:// hoặc postgresql://')
    .optional(),
  KHEO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Reads the settings once, at start; a wrong one stops the start with a sentence that names it. */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw refused(faults.join('\n'));
  }
  const settings = read.data;
  if (settings.KHEO_TWO_FACTOR === 'officers' && settings.KHEO_DEMO === 'on')
    throw refused(
      '  KHEO_TWO_FACTOR: officers chỉ dùng được khi KHEO_DEMO=off, vì tài khoản mẫu không có điện thoại',
    );
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataFolder: resolve(settings.KHEO_DATA),
    demo: settings.KHEO_DEMO === 'on',
    databaseUrl: settings.DATABASE_URL ?? null,
    logLevel: settings.KHEO_LOG,
    signIn: signInOf(settings),
  };
}

function signInOf(settings: z.output<typeof environmentSchema>): SignInSettings {
  try {
    return signInSettings(settings);
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(faults: string): Error {
  return new Error(`Cấu hình chưa đúng, hệ thống chưa khởi động:\n${faults}`);
}
