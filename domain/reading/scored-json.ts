/** The shape in which readings are compared with what people marked, and which the command prints. */
import type { PaperReading } from './types.ts';

export function toScoredJson(reading: PaperReading): Record<string, unknown> {
  const { paper, sections, documents, practices, figures, checks } = reading;
  return {
    paper,
    sections,
    documents,
    practices,
    figures,
    checks: checks.map(({ rule, ...check }) => ({ rule: 'parts_sum', foundBy: rule, ...check })),
  };
}
