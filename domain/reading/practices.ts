/** Named models and exemplars of the paper, each once, with the field of the section in which it stands. */
import type { BaseField } from '#domain/campaigns/fields.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { passage, sentenceStart, wordsOf, type ReadingContext } from './context.ts';
import { exemplars } from './exemplars.ts';
import type { Candidate } from './practice-candidates.ts';
import { ownedLines } from './practice-lines.ts';
import { listedPractices } from './practice-lists.ts';
import { runsOfNames } from './practice-plurals.ts';
import { quotedPractices } from './practice-quotes.ts';
import { namedPractices } from './practice-sentences.ts';
import { tabledPractices } from './practice-tables.ts';
import { fieldOf } from './sections.ts';
import type { NamedPractice } from './types.ts';
import { massBodies, massWork, mobilisation } from './words/practice-words.ts';

/** The rules in order of trust: what an earlier one has named, a later one does not name again. */
const RULES: readonly ((context: ReadingContext) => Candidate[])[] = [
  tabledPractices,
  quotedPractices,
  ownedLines,
  listedPractices,
  runsOfNames,
  namedPractices,
  exemplars,
];

export function readPractices(context: ReadingContext): NamedPractice[] {
  const relevance = relevanceOf(context);
  if (relevance === 'none') return [];
  const candidates: Candidate[] = [];
  const covered = new Uint8Array(context.tokens.length);
  for (const rule of RULES) {
    const quoted = candidates.filter((one) => one.rule.startsWith('quote-')).length;
    for (const candidate of trusted(rule(context), relevance, quoted)) {
      if (covered.subarray(candidate.from, candidate.to).includes(1)) continue;
      covered.fill(1, candidate.coversFrom ?? candidate.from, candidate.to);
      candidates.push(candidate);
    }
  }
  for (const { from, to } of candidates) context.taken.fill(1, from, to);
  return merge(context, candidates);
}

type Relevance = 'full' | 'much' | 'some' | 'none';
const SOME_MASS_WORK = 3;
const MUCH_MASS_WORK = 5;

const FEWEST_LISTED = 3;

/** Where the movement is not named, a plain name must tell its place or stand in a list or among others of some number. */
function trusted(
  candidates: readonly Candidate[],
  relevance: Relevance,
  quoted: number,
): readonly Candidate[] {
  if (relevance === 'full') return candidates;
  const listed = candidates.filter((one) => one.rule === 'list-after-model');
  return candidates.filter(({ rule, nature, places }) => {
    if (rule.startsWith('quote-')) return true;
    const isListed = rule === 'list-after-model' && listed.length + quoted >= FEWEST_LISTED;
    const isSure = places.length > 0 || isListed || rule === 'named-in-line';
    return relevance === 'much' && nature === 'model' && isSure;
  });
}

/** A paper about land, sport or traffic has models, too, but none of this movement. */
function relevanceOf({ tokens }: ReadingContext): Relevance {
  const weights = new Map<string, number>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (mobilisation.at(tokens, at)) return 'full';
    const found = massWork.at(tokens, at);
    if (found === null) continue;
    weights.set(wordsOf(tokens, at, found.end).toLowerCase(), massBodies.at(tokens, at) === null ? 1 : 2);
  }
  const weight = [...weights.values()].reduce((sum, one) => sum + one, 0);
  if (weight >= MUCH_MASS_WORK) return 'much';
  return weight >= SOME_MASS_WORK ? 'some' : 'none';
}

const SAME_SHARE = 0.8;

function isSamePractice(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return true;
  return short.length >= SAME_SHARE * long.length && ` ${long} `.includes(` ${short} `);
}

function keyOf(name: string): string {
  return foldVietnamese(name).replace(/^(?:mo hinh|dien hinh) /, '');
}

interface Group {
  readonly key: string;
  readonly members: Candidate[];
}

function merge(context: ReadingContext, candidates: readonly Candidate[]): NamedPractice[] {
  const groups: Group[] = [];
  const ordered = candidates.toSorted((a, b) => a.from - b.from);
  for (const one of ordered) {
    const key = keyOf(one.name);
    const group = groups.find((known) => isSamePractice(known.key, key));
    if (group) group.members.push(one);
    else groups.push({ key, members: [one] });
  }
  return groups.map(({ members }) => makePractice(context, members));
}

function makePractice(context: ReadingContext, members: readonly Candidate[]): NamedPractice {
  const [first, ...others] = members;
  if (first === undefined) throw new RangeError('a group has a member');
  const aliases = [...new Set(others.map((one) => one.name).filter((name) => name !== first.name))];
  const field =
    members.map((one) => one.field ?? fieldAt(context, one.from)).find((one) => one !== null) ?? null;
  return {
    ...passage(context, first.from, first.to),
    name: first.name,
    aliases,
    places: fullest(members.flatMap((one) => one.places)),
    owner: members.map((one) => one.owner).find((owner) => owner !== null) ?? null,
    field,
    nature: first.nature,
    subject: first.subject,
    mentions: others.map((one) => passage(context, one.from, one.to)),
    rule: first.rule,
    confidence: first.confidence,
  };
}

/** "xã Thanh Lâm" adds nothing to "xã Thanh Lâm, huyện Quế Sơn". */
function fullest(places: readonly string[]): string[] {
  return [...new Set(places)].filter((place) => !places.some((other) => other.startsWith(`${place}, `)));
}

const OPENING_WORDS = 14;

/** "Trên lĩnh vực kinh tế, có mô hình …": the sentence's own opening wins over the section's heading. */
function fieldAt(context: ReadingContext, at: number): BaseField | null {
  const { tokens } = context;
  const start = sentenceStart(tokens, at);
  const end = Math.min(at, start + OPENING_WORDS);
  for (let index = start; index < end; index += 1) {
    const opens = tokens[index]?.low === 'lĩnh' && tokens[index + 1]?.low === 'vực';
    if (opens) return fieldOf(context.script, index, Math.min(at, index + 10));
  }
  const isFootnote = context.script.paragraphs.some((one) => one.isFootnote && one.from <= at && at < one.to);
  return isFootnote ? null : (context.outline.sectionAt(at)?.field ?? null);
}
