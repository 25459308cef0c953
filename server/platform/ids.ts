import { v7 } from 'uuid';

/** A new id that sorts by time (UUID version 7). */
export function newId(): string {
  return v7();
}
