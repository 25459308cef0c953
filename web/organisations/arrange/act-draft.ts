import type { PickedDocument } from '../../ui/document-picker.tsx';
import type { PickedUnit } from '../../ui/unit-picker.tsx';
import type { ReorganisationKind, SplitRule } from '#domain/organisations/reorganisation.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';

export interface NewUnitDraft {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind | null;
  readonly code: string;
  readonly parent: PickedUnit | null;
}

/** Where units go: to one to be founded by the act, or to one that stands. */
export interface TargetDraft {
  readonly way: 'new' | 'standing';
  readonly found: NewUnitDraft;
  readonly standing: PickedUnit | null;
  /** Percent, as typed, where a unit is split by share. */
  readonly share: string;
}

/** An act as far as it is filled in. One shape for all kinds: each uses its part. */
export interface ActDraft {
  readonly kind: ReorganisationKind;
  /** What ends (merge), or the one unit that the act is about. */
  readonly units: readonly PickedUnit[];
  readonly on: string | null;
  readonly document: PickedDocument | null;
  readonly documentText: string;
  readonly reason: string;
  readonly targets: readonly TargetDraft[];
  readonly rule: SplitRule;
  /** Unit directly below → its place in `targets`. */
  readonly children: Readonly<Record<string, number>>;
  /** Practice → its place in `targets`; null: left open. What is not in it follows the suggestion. */
  readonly practices: Readonly<Record<string, number | null>>;
  readonly moveGrants: boolean;
  /** The kind of unit that disappears with its level. */
  readonly unitKind: UnitKind | null;
  /** What the unit becomes; nothing until the unit is chosen. */
  readonly after: NewUnitDraft | null;
}

export const emptyUnit: NewUnitDraft = { name: '', shortName: '', kind: null, code: '', parent: null };

export const emptyTarget: TargetDraft = { way: 'new', found: emptyUnit, standing: null, share: '' };

export function emptyDraft(kind: ReorganisationKind): ActDraft {
  return {
    kind,
    units: [],
    on: null,
    document: null,
    documentText: '',
    reason: '',
    targets: kind === 'split' ? [emptyTarget, emptyTarget] : [emptyTarget],
    rule: 'village',
    children: {},
    practices: {},
    moveGrants: true,
    unitKind: null,
    after: null,
  };
}

/** A draft kept on this machine by an earlier version of the page is not taken over. */
export function isActDraft(value: unknown): value is ActDraft {
  const keys = Object.keys(emptyDraft('merge'));
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}

/** How a target is called in the lists of the form. */
export function targetName(target: TargetDraft, at: number): string {
  const name = target.way === 'new' ? target.found.name : (target.standing?.name ?? '');
  return name.trim() === '' ? `Đơn vị nhận ${at + 1}` : name;
}
