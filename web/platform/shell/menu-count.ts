import { useSyncExternalStore } from 'react';

let count: number | null = null;
const listeners = new Set<() => void>();

/** Told by the home screen whenever it has counted what the person owes; shown beside "Việc của tôi". */
export function setWorkCount(next: number | null): void {
  if (next === count) return;
  count = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useWorkCount(): number | null {
  return useSyncExternalStore(subscribe, () => count);
}
