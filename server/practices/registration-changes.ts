import type { Registration } from '#domain/practices/practice.ts';
import type { PracticeRow } from './practice-facts.reads.ts';

/** Names of the items in which the form differs from what is kept: for the history, which holds no personal data. */
export function changedItems(practice: PracticeRow, form: Registration): string[] {
  const kept: Record<keyof Registration, unknown> = {
    name: practice.name,
    nature: practice.nature,
    subject: practice.subject,
    fieldCode: practice.field_code,
    placeUnitId: practice.place_unit_id,
    placeText: practice.place_text,
    startsOn: practice.starts_on,
    endsOn: practice.ends_on,
    content: practice.content,
    ownerName: practice.owner_name,
    responsibleName: practice.responsible_name,
    responsiblePhone: practice.responsible_phone,
    details: practice.details,
    consentToPublish: practice.consent_to_publish,
  };
  return (Object.keys(kept) as (keyof Registration)[]).filter(
    (item) => inOneForm(kept[item]) !== inOneForm(form[item]),
  );
}

/** PostgreSQL keeps the keys of a jsonb in an order of its own. */
function inOneForm(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
