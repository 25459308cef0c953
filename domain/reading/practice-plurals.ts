/** "các mô hình A ở X, B ở Y, C (Z)": several names right after their noun: rule `run-after-models`. */
import { sentenceEnd, type ReadingContext } from './context.ts';
import { isGenericName, isYetToBeDone, nameOf, type Candidate } from './practice-candidates.ts';
import { settingAfter } from './places.ts';
import { unquotedName } from './practice-names.ts';
import { isCapital } from './tokens.ts';
import { fieldWords } from './words/field-words.ts';

const PLURALS = new Set(['các', 'những', 'nhiều', 'số']);
const FEWEST_NAMES = 2;

export function runsOfNames(context: ReadingContext): Candidate[] {
  const { tokens } = context;
  const found: Candidate[] = [];
  for (let at = 1; at + 2 < tokens.length; at += 1) {
    const isModels = tokens[at]?.low === 'mô' && tokens[at + 1]?.low === 'hình';
    if (!isModels || !PLURALS.has(tokens[at - 1]?.low ?? '') || isYetToBeDone(context, at)) continue;
    const names = namesFrom(context, at + 2);
    if (names.length >= FEWEST_NAMES) found.push(...names);
  }
  return found;
}

const FEWEST_SYLLABLES = 3;
const LONGEST_NAME = 16;

interface Named {
  readonly candidate: Candidate;
  readonly end: number;
}

/** Each name shows that it is one: by its place or owner, or by the capital with which it begins. */
function namesFrom(context: ReadingContext, start: number): Candidate[] {
  const { tokens } = context;
  const end = sentenceEnd(tokens, start);
  const found: Candidate[] = [];
  let at = start;
  while (at < end) {
    const named = nameAt(context, at, end);
    if (named === null) break;
    found.push(named.candidate);
    if (!['và', ','].includes(tokens[named.end]?.low ?? '')) break;
    at = named.end + 1;
  }
  return found;
}

function nameAt(context: ReadingContext, from: number, limit: number): Named | null {
  const { tokens } = context;
  if (tokens[from]?.kind !== 'word') return null;
  const { to } = unquotedName(tokens, from, { limit, commas: false });
  const words = tokens.slice(from, to);
  const syllables = words.filter((token) => token.kind !== 'mark').length;
  const holdsModel = words.some((token, at) => token.low === 'mô' && words[at + 1]?.low === 'hình');
  if (syllables < FEWEST_SYLLABLES || syllables > LONGEST_NAME || holdsModel) return null;
  const setting = settingAfter(tokens, to);
  const isProper = isCapital(tokens[from]) && !words.slice(1).every((token) => isCapital(token));
  const name = nameOf(tokens, from, to);
  const isField = fieldWords.at(tokens, from)?.end === to;
  if ((setting.places.length === 0 && !isProper) || isField || isGenericName(name)) return null;
  const owner = setting.owners.length > 0 ? setting.owners.join('; ') : null;
  const common = { nature: 'model', subject: null, rule: 'run-after-models', confidence: 0.7 } as const;
  return { candidate: { ...common, from, to, name, places: setting.places, owner }, end: setting.end };
}
