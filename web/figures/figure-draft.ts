import type { BaseField } from '#domain/campaigns/fields.ts';
import {
  type Approximation,
  checkFigures,
  type FigureCheck,
  type FigureKind,
} from '#domain/figures/reported-figure.ts';
import type { PickedDocument } from '../ui/document-picker.tsx';
import type { FigureSet } from './figure-set.page.tsx';

/** A figure as it is typed; `key` names it inside the set so that parts and shares can point at it. */
export interface FigureDraft {
  readonly key: string;
  readonly kind: FigureKind;
  readonly label: string;
  readonly definition: string;
  readonly value: number | null;
  readonly unit: string;
  readonly approx: Approximation;
  readonly baseField: BaseField | null;
  readonly partOf: string | null;
  readonly outOf: string | null;
  readonly asWritten: string;
}

export interface FigureSetDraft {
  readonly ownerUnitId: string | null;
  readonly stageId: string | null;
  readonly title: string;
  readonly scope: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly source: PickedDocument | null;
  readonly sourceText: string;
  readonly statedOn: string | null;
  readonly note: string;
  readonly figures: readonly FigureDraft[];
}

export function newFigure(taken: readonly FigureDraft[], like?: FigureDraft): FigureDraft {
  const keys = new Set(taken.map((one) => one.key));
  let number = taken.length + 1;
  while (keys.has(`f${number}`)) number += 1;
  return {
    key: `f${number}`,
    kind: like?.kind ?? 'registered',
    label: '',
    definition: '',
    value: null,
    unit: like?.unit ?? 'mô hình',
    approx: 'exact',
    baseField: null,
    partOf: like?.partOf ?? null,
    outOf: null,
    asWritten: '',
  };
}

export function draftOf(set: FigureSet): FigureSetDraft {
  const keyOf = new Map(set.figures.map((figure, index) => [figure.id, `f${index + 1}`]));
  return {
    ownerUnitId: set.owner.id,
    stageId: set.stage?.id ?? null,
    title: set.title,
    scope: set.scope,
    periodFrom: set.periodFrom,
    periodTo: set.periodTo,
    source: set.sourceDocument,
    sourceText: set.sourceText,
    statedOn: set.statedOn,
    note: set.note,
    figures: set.figures.map(({ id, partOfId, outOfId, ...figure }) => ({
      ...figure,
      key: keyOf.get(id) ?? id,
      partOf: partOfId === null ? null : (keyOf.get(partOfId) ?? null),
      outOf: outOfId === null ? null : (keyOf.get(outOfId) ?? null),
    })),
  };
}

/** As it is sent: what is missing goes out empty and is named by the server. */
export function bodyOf(draft: FigureSetDraft) {
  const { source, ownerUnitId, periodFrom, periodTo, figures, ...rest } = draft;
  return {
    ...rest,
    ownerUnitId: ownerUnitId ?? '',
    periodFrom: periodFrom ?? '',
    periodTo: periodTo ?? '',
    sourceDocumentId: source?.id ?? null,
    figures: figures.map((figure) => ({
      ...figure,
      value: figure.value ?? Number.NaN,
      // A definition is asked for every figure; the kind's own words do when nothing more is said.
      definition: figure.definition.trim() === '' ? figure.label : figure.definition,
    })),
  };
}

/** The figures looked at while they are typed, by the same rules as later. */
export function checksOf(figures: readonly FigureDraft[]): readonly FigureCheck[] {
  return checkFigures(
    figures.flatMap((figure) =>
      figure.value === null
        ? []
        : [
            {
              id: figure.key,
              label: figure.label,
              value: figure.value,
              unit: figure.unit,
              approx: figure.approx,
              partOfId: figure.partOf,
              outOfId: figure.outOf,
            },
          ],
    ),
  );
}
