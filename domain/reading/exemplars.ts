/** Persons, households and bodies that others learn from: rule `exemplar-by-name`. */
import type { ReadingContext } from './context.ts';
import { isYetToBeDone, nameOf, type Candidate } from './practice-candidates.ts';
import { readSetting, settingAfter, startsPlace, type Setting } from './places.ts';
import { isCapital, type Token } from './tokens.ts';
import type { PracticeSubject } from './types.ts';
import { bodyHeads } from './words/organisation-words.ts';
import { exemplarOpeners, persons } from './words/practice-words.ts';

export function exemplars(context: ReadingContext): Candidate[] {
  const { tokens } = context;
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const opener = exemplarOpeners.at(tokens, at);
    if (opener === null) continue;
    const next = afterLead(tokens, opener.end);
    const people = isYetToBeDone(context, at) ? [] : peopleAt(context, next);
    found.push(...people);
    at = Math.max(at, (people.at(-1)?.to ?? opener.end) - 1);
  }
  return found;
}

const LEADS = new Set([':', 'các', 'của', 'có', 'là', 'như']);
const LONGEST_LEAD = 10;

/** "điển hình là …", "điển hình được nhân rộng: …", "điển hình cá nhân trong năm: …": where the names begin. */
function afterLead(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + LONGEST_LEAD; at += 1) {
    if (tokens[at]?.low === ':') return at + 1;
    if (tokens[at]?.kind !== 'word' && tokens[at]?.kind !== 'number') break;
  }
  let next = from;
  while (LEADS.has(tokens[next]?.low ?? '')) next += 1;
  return next;
}

const LONGEST_RUN = 6;

/** "ông A ở thôn B, bà C ở thôn D; anh E": one after the other. */
function peopleAt(context: ReadingContext, start: number): Candidate[] {
  const { tokens } = context;
  const found: Candidate[] = [];
  let at = start;
  while (found.length < LONGEST_RUN) {
    const person = personAt(tokens, at);
    if (person === null) break;
    const setting = settingOf(tokens, person.to);
    const name = nameOf(tokens, at, person.to).replace(/^(?:tập thể|cá nhân)\s+/iu, '');
    const owner = name.replace(/^(?:hộ gia đình|gia đình|hộ)\s+/iu, '');
    found.push({
      from: at,
      to: person.to,
      name,
      nature: 'exemplar',
      subject: person.subject,
      places: setting.places,
      owner,
      rule: 'exemplar-by-name',
      confidence: 0.7,
    });
    const next = nextPerson(tokens, setting.end);
    if (next === null) break;
    at = next;
  }
  return found;
}

const FURTHEST_PLACE = 14;

/** "bà B, Chi hội trưởng Phụ nữ thôn C", "ông A - người Dao ở xã D": the place may stand in the post. */
function settingOf(tokens: readonly Token[], to: number): Setting {
  const setting = settingAfter(tokens, to);
  if (setting.places.length > 0 || ![',', '-', '('].includes(tokens[to]?.low ?? '')) return setting;
  for (let at = to + 1; at < to + FURTHEST_PLACE; at += 1) {
    const low = tokens[at]?.low ?? '\n';
    if (['.', ';', '\n', ':'].includes(low) || persons.at(tokens, at + 1)) break;
    if (startsPlace(tokens, at) && !isCapital(tokens[at])) {
      const { places } = readSetting(tokens, at, endOfPlaces(tokens, at));
      return { places, owners: setting.owners, end: setting.end };
    }
  }
  return setting;
}

/** Places go on over commas as long as another one follows. */
function endOfPlaces(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + FURTHEST_PLACE) {
    const token = tokens[at];
    const goesOn = token?.low === ',' && startsPlace(tokens, at + 1);
    const isPart = token?.kind === 'word' || token?.kind === 'number';
    if (!goesOn && !isPart) break;
    at += 1;
  }
  return at;
}

const FURTHEST_NEXT = 24;

/** The next person stands after a joint, or after the semicolon that ends what was told of the first. */
function nextPerson(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < from + FURTHEST_NEXT; at += 1) {
    const low = tokens[at]?.low ?? '\n';
    if (low === '\n' || low === '.') return null;
    const isJoint = low === ';' || low === ',' || low === 'và';
    if (isJoint && personAt(tokens, at + 1) !== null) return at + 1;
  }
  return null;
}

/** "H’Lan Êban", "K'Brêu": an apostrophe inside a name. */
function joinsName(tokens: readonly Token[], at: number): boolean {
  return (
    ['’', "'", '‘', '-'].includes(tokens[at]?.text ?? '') &&
    tokens[at]?.spaced === false &&
    tokens[at + 1]?.spaced === false
  );
}

/** "tập thể Chi bộ thôn 3": a body that is held up, up to where its place or a mark begins. */
function bodyAt(tokens: readonly Token[], at: number): { to: number; subject: PracticeSubject } | null {
  const isCollective = tokens[at]?.low === 'tập' && tokens[at + 1]?.low === 'thể';
  if (!isCollective || bodyHeads.at(tokens, at + 2) === null) return null;
  let to = at + 2;
  while (tokens[to]?.kind === 'word' || tokens[to]?.kind === 'number') to += 1;
  return { to, subject: 'collective' };
}

function personAt(tokens: readonly Token[], from: number): { to: number; subject: PracticeSubject } | null {
  const body = bodyAt(tokens, from);
  if (body !== null) return body;
  const at = tokens[from]?.low === 'cá' && tokens[from + 1]?.low === 'nhân' ? from + 2 : from;
  const title = persons.at(tokens, at);
  if (title === null) return null;
  let to = title.end;
  // "ông, bà", "đồng chí Bí thư chi bộ": the proper name has two capitals at least.
  const inner = persons.at(tokens, to);
  if (inner !== null) to = inner.end;
  const nameFrom = to;
  while (to - nameFrom < 8 && (isCapital(tokens[to]) || joinsName(tokens, to))) to += 1;
  if (to - nameFrom < 2) return null;
  const first = tokens[at]?.low ?? '';
  return { to, subject: first === 'hộ' || first === 'gia' ? 'household' : 'individual' };
}
