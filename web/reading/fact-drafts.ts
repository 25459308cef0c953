import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Approximation, FigureKind } from '#domain/figures/reported-figure.ts';
import { parseVietnameseDay } from '#domain/kernel/day.ts';
import type { ApiArgs } from '../platform/api-client.ts';
import { readTypedNumber } from '../ui/typed-value.ts';
import type { DocumentFact, FigureFact, PracticeFact } from './facts.ts';

type Marked = NonNullable<ApiArgs<'POST /api/readings/:id/facts'>['body']>;

/** Facts as they stand in fields: empty text for what is not known. */
export interface DocumentDraft {
  readonly type: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
}

export interface PracticeDraft {
  readonly name: string;
  readonly places: string;
  readonly owner: string;
  readonly field: BaseField | null;
  readonly nature: PracticeFact['nature'];
  readonly subject: PracticeFact['subject'];
}

export interface FigureDraft {
  readonly value: number | null;
  readonly unit: string;
  readonly approx: Approximation;
  readonly kind: FigureKind;
  readonly movement: FigureFact['movement'];
  readonly scope: string;
}

export function documentDraft(
  fact: Pick<DocumentFact, 'type' | 'symbol' | 'issuer' | 'issuedOn'>,
): DocumentDraft {
  return {
    type: fact.type ?? '',
    symbol: fact.symbol,
    issuer: fact.issuer ?? '',
    issuedOn: fact.issuedOn,
  };
}

export function practiceDraft(fact: PracticeFact): PracticeDraft {
  const { name, places, owner, field, nature, subject } = fact;
  return { name, places: places.join('; '), owner: owner ?? '', field, nature, subject };
}

export function figureDraft(fact: FigureFact): FigureDraft {
  const { value, unit, approx, kind, movement, scope } = fact;
  return { value, unit, approx, kind, movement, scope: scope ?? '' };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function documentOf(draft: DocumentDraft): Omit<NonNullable<Marked['document']>, 'isOwn'> {
  return {
    type: orNull(draft.type),
    symbol: draft.symbol.trim(),
    issuer: orNull(draft.issuer),
    issuedOn: draft.issuedOn,
  };
}

export function practiceOf(draft: PracticeDraft): NonNullable<Marked['practice']> {
  const { field, nature, subject } = draft;
  return {
    name: draft.name.trim(),
    places: draft.places
      .split(';')
      .map((place) => place.trim())
      .filter(Boolean),
    owner: orNull(draft.owner),
    field,
    nature,
    subject,
  };
}

/** Null while the number is not written. */
export function figureOf(draft: FigureDraft): NonNullable<Marked['figure']> | null {
  const { value, approx, kind, movement } = draft;
  if (value === null) return null;
  return { value, approx, kind, movement, unit: draft.unit.trim(), scope: orNull(draft.scope) };
}

/** What a marked passage says by itself, so that little is left to type. */
export function draftsFrom(passage: string): {
  readonly document: DocumentDraft;
  readonly practice: PracticeDraft;
  readonly figure: FigureDraft;
} {
  const line = passage.replaceAll(/\s+/gu, ' ').trim();
  const name = line.replaceAll(/^[“"'‘«]+|[”"'’»]+$/gu, '').trim();
  const number = /\d[\d.]*(?:,\d+)?/u.exec(line);
  const written = number === null ? null : readTypedNumber(number[0]);
  const after = number === null ? '' : line.slice(number.index + number[0].length).trim();
  return {
    document: {
      type: '',
      symbol: /\d+[^\s,;]*(?:\/|-)[^\s,;]+/u.exec(line)?.[0] ?? line.slice(0, 80),
      issuer: '',
      issuedOn: dayIn(line),
    },
    practice: { name, places: '', owner: '', field: null, nature: 'model', subject: 'collective' },
    figure: {
      value: written?.value ?? null,
      unit: after
        .split(/[\s,.;:()]+/u)
        .slice(0, 2)
        .join(' '),
      approx: 'exact',
      kind: 'other',
      movement: 'dvk',
      scope: '',
    },
  };
}

function dayIn(line: string): string | null {
  const [, day, month, year] = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(line) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return parseVietnameseDay(`${day}/${month}/${year}`, { defaultYear: Number(year) });
}
