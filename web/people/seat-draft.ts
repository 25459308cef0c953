import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Post } from '#domain/people/bodies.ts';

/** One line of the list of members while it is edited. */
export interface SeatDraft {
  readonly key: string;
  /** Null for somebody who is not entered yet. */
  readonly personId: string | null;
  readonly name: string;
  readonly post: Post;
  readonly title: string;
  readonly fields: readonly BaseField[];
  readonly units: readonly { readonly id: string; readonly shortName: string }[];
  /** As it stood before; null for who comes. */
  readonly before: string | null;
  readonly leaves: boolean;
}

interface Member {
  readonly positionId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly post: Post;
  readonly title: string;
  readonly fields: readonly BaseField[];
  readonly areas: readonly { readonly id: string; readonly shortName: string }[];
}

export function draftOf(member: Member): SeatDraft {
  const draft = {
    key: member.positionId,
    personId: member.person.id,
    name: member.person.name,
    post: member.post,
    title: member.title,
    fields: member.fields,
    units: member.areas.map(({ id, shortName }) => ({ id, shortName })),
    leaves: false,
  };
  return { ...draft, before: factsOf(draft) };
}

export function newSeat(key: string, person: { id: string | null; name: string }, post: Post): SeatDraft {
  return {
    key,
    personId: person.id,
    name: person.name,
    post,
    title: '',
    fields: [],
    units: [],
    before: null,
    leaves: false,
  };
}

function factsOf(draft: Pick<SeatDraft, 'post' | 'title' | 'fields' | 'units'>): string {
  return JSON.stringify([
    draft.post,
    draft.title.trim(),
    draft.fields.toSorted(),
    draft.units.map((unit) => unit.id).toSorted(),
  ]);
}

export type SeatState = 'comes' | 'leaves' | 'changes' | 'stays';

export function stateOf(draft: SeatDraft): SeatState {
  if (draft.before === null) return 'comes';
  if (draft.leaves) return 'leaves';
  return draft.before === factsOf(draft) ? 'stays' : 'changes';
}

/** The list as it is sent: who stays and who comes, in order. */
export function sentSeats(drafts: readonly SeatDraft[]) {
  return drafts
    .filter((draft) => !draft.leaves)
    .map((draft) => ({
      personId: draft.personId,
      name: draft.personId === null ? draft.name : '',
      post: draft.post,
      title: draft.title,
      fields: [...draft.fields],
      unitIds: draft.units.map((unit) => unit.id),
    }));
}
