/** The symbol of a paper as a grammar: number, then codes joined by hyphens, slashes and dots. */
import type { Token } from './tokens.ts';
import { typeOfCode } from './words/document-words.ts';

export interface ReadSymbol {
  readonly end: number;
  /** Without stray spaces, colons and dots; the order of hyphen and slash is kept. */
  readonly symbol: string;
  readonly number: string;
  /** What follows the number: "-KH/TU". */
  readonly tail: string;
  readonly type: string | null;
}

const JOINTS = new Set(['-', '/', '.', '&', '+']);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const NUMBER_OF_PAPER = /^\d{1,5}$/;
const YEAR = /^(?:19|20)\d\d$/;
const LONGEST_CODE = 14;

/** Codes have two capitals at least ("KH", "ThU", "TTg", "UBTVQH11") and never a tone mark. */
function isCode(token: Token | undefined, joint: string): boolean {
  if (token?.kind !== 'word' || token.text.length > LONGEST_CODE) return false;
  if (TONE.test(token.text.normalize('NFD'))) return false;
  const capitals = token.text.match(/\p{Lu}/gu)?.length ?? 0;
  if (!/^\p{Lu}/u.test(token.text)) return false;
  // "V05", "A03": departments of a ministry.
  if (/^\p{Lu}\d{1,3}$/u.test(token.text)) return true;
  return capitals >= 2 || (token.text.length === 1 && (joint === '.' || joint === '/' || joint === '-'));
}

export function symbolAt(tokens: readonly Token[], at: number): ReadSymbol | null {
  const number = tokens[at];
  if (number?.kind !== 'number' || !NUMBER_OF_PAPER.test(number.text)) return null;
  const parts: { joint: string; text: string }[] = [];
  let end = at + 1;
  if (isCodeWithoutJoint(tokens, end)) {
    parts.push({ joint: '-', text: tokens[end]?.text ?? '' });
    end += 1;
  }
  for (;;) {
    const joint = tokens[end]?.low ?? '';
    const next = tokens[end + 1];
    if (!JOINTS.has(joint)) break;
    const isYear = joint === '/' && parts.length === 0 && next?.kind === 'number' && YEAR.test(next.text);
    if (!isYear && !(isCode(next, joint) && mayFollow(tokens, end, joint))) break;
    parts.push({ joint, text: next?.text ?? '' });
    end += 2;
  }
  const codes = parts.filter((part) => !YEAR.test(part.text));
  if (codes.length === 0) return null;
  const tail = parts
    .map(({ joint, text }) => (joint === '.' && text.length === 1 ? '' : joint) + text)
    .join('');
  const type = codes.map((code) => typeOfCode(code.text)).find((name) => name !== null) ?? null;
  return { end, symbol: number.text + tail, number: number.text, tail, type };
}

/** "08 NQ/TW": the hyphen was forgotten. */
function isCodeWithoutJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || typeOfCode(token.text) === null || !isCode(token, '-')) return false;
  return ['/', '-'].includes(tokens[at + 1]?.low ?? '') && isCode(tokens[at + 2], '/');
}

/** A dot joins codes only where it touches both; a spaced hyphen may open a new thought. */
function mayFollow(tokens: readonly Token[], joint: number, mark: string): boolean {
  const [before, next] = [tokens[joint], tokens[joint + 1]];
  const isTight = before?.spaced === false && next?.spaced === false;
  if (mark === '.' || mark === '&' || mark === '+') return isTight;
  return isTight || (next?.text.length ?? 0) >= 2;
}
