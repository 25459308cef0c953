import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../platform/session.ts';
import { readKept, writeKept } from '../../ui/kept.ts';
import type { ReorganisationKind } from '#domain/organisations/reorganisation.ts';
import { type ActDraft, emptyDraft, isActDraft } from './act-draft.ts';

export interface ActDraftState {
  readonly draft: ActDraft;
  readonly change: (patch: Partial<ActDraft>) => void;
  /** Something was filled in and kept. */
  readonly begun: boolean;
  /** Forgets it: done, or begun anew. */
  readonly forget: () => void;
}

/** A draft for each kind of act and unit that it was begun from: a reload or another task in between loses nothing. */
export function useActDraft(kind: ReorganisationKind, begunFrom: string | null): ActDraftState {
  const { account } = useSession();
  const place = `kheo.draft.${account?.id ?? ''}.act-${kind}-${begunFrom ?? 'new'}`;
  const [draft, setDraft] = useState(() => readKept(place, isActDraft) ?? emptyDraft(kind));
  const begun = JSON.stringify(draft) !== JSON.stringify(emptyDraft(kind));
  useEffect(() => {
    writeKept(place, begun ? draft : null);
  }, [place, begun, draft]);
  const change = useCallback((patch: Partial<ActDraft>) => {
    setDraft((before) => ({ ...before, ...patch }));
  }, []);
  const forget = useCallback(() => {
    writeKept(place, null);
    setDraft(emptyDraft(kind));
  }, [place, kind]);
  return { draft, change, begun, forget };
}
