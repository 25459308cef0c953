import { z } from 'zod';
import { type UnitKind, unitKinds } from './unit-kinds.ts';

export const unitKindSchema = z.enum(unitKinds);

/** A unit as it stood on one day. */
export interface UnitOnDay {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  /** Place among its siblings: communes first, then by the committee's own order. */
  readonly position: number;
}
