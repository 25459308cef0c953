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

/** A unit that was gone by the day, with the unit where its records stand from then on. */
export interface GoneUnit {
  readonly id: string;
  /** As it was called last. */
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  /** First day without it. */
  readonly goneOn: string;
  /** Null where nothing carries it on. The heir may be gone itself by the day. */
  readonly heirId: string | null;
  /** False where it was split and nothing says which successor took what: its records stand above all of them. */
  readonly apportioned: boolean;
}
