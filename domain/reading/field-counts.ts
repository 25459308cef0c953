/** Counts told by field: "kinh tế 53, văn hóa - xã hội 242" divides a total and names nothing. */
import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Token } from './tokens.ts';
import { fieldWords } from './words/field-words.ts';

/** The field whose words begin here, where nothing but its count follows them. */
export function countedFieldAt(tokens: readonly Token[], at: number): BaseField | null {
  const found = fieldWords.at(tokens, at) ?? politicsAt(tokens, at);
  if (found === null || found.value === 'none' || found.value === 'economy_and_society') return null;
  const isMark = [':', '-', 'có', 'là'].includes(tokens[found.end]?.low ?? '');
  const number = tokens[isMark ? found.end + 1 : found.end];
  return number?.kind === 'number' ? found.value : null;
}

/** Before a count "chính trị" alone is the political system. */
function politicsAt(tokens: readonly Token[], at: number): { end: number; value: BaseField } | null {
  const isPolitics = tokens[at]?.low === 'chính' && tokens[at + 1]?.low === 'trị';
  return isPolitics ? { end: at + 2, value: 'political_system' } : null;
}

/** The fields counted in a range, each once. */
export function countedFields(tokens: readonly Token[], from: number, to: number): ReadonlySet<BaseField> {
  const fields = new Set<BaseField>();
  for (let at = from; at < to; at += 1) {
    const field = countedFieldAt(tokens, at);
    if (field !== null) fields.add(field);
  }
  return fields;
}
