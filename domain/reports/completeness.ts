import type { Day } from '#domain/kernel/day.ts';
import { mostDecimals } from './figure-text.ts';
import type { FormContent, Indicator } from './form.ts';
import type { ReportState } from './report.workflow.ts';
import { countedStates } from './report.workflow.ts';

/** One unit and one period of a matrix. */
export interface ReportCell {
  readonly unitId: string;
  readonly state: ReportState;
  readonly dueOn: Day;
  /** The day of the first sending; a report that said something, came back and was sent again keeps it. */
  readonly submittedOn: Day | null;
  readonly nothingToReport: boolean;
  /** The same text and figures as the period before, or nothing in it: sent, but told apart. */
  readonly hollow: 'copied' | 'empty' | null;
}

export interface Completeness {
  readonly expected: number;
  /** Sent and not returned; never more than expected, because each cell is one expected unit. */
  readonly received: number;
  /** Sent by the day it was due. */
  readonly onTime: number;
  readonly hollow: number;
  readonly nothingToReport: number;
  readonly missing: readonly string[];
}

/** Counts of one period over the units that were expected to report on its day. */
export function completenessOf(cells: readonly ReportCell[]): Completeness {
  const received = cells.filter((cell) => countedStates.includes(cell.state));
  return {
    expected: cells.length,
    received: received.length,
    onTime: received.filter((cell) => cell.submittedOn !== null && cell.submittedOn <= cell.dueOn).length,
    hollow: received.filter((cell) => cell.hollow !== null).length,
    nothingToReport: received.filter((cell) => cell.nothingToReport).length,
    missing: cells.filter((cell) => !countedStates.includes(cell.state)).map((cell) => cell.unitId),
  };
}

/** Late: first sent after its day, or not sent and the day is past. */
export function isLate(report: { dueOn: Day; submittedOn: Day | null; today: Day }): boolean {
  return (report.submittedOn ?? report.today) > report.dueOn;
}

interface Said {
  readonly words: string;
  /** The figures that the unit wrote itself. */
  readonly stated: readonly (bigint | null)[];
}

type Asked = Pick<FormContent, 'sections' | 'indicators'>;

/** What a unit wrote, with the version of the form that asked it. */
interface Answer {
  readonly content: Asked;
  readonly narrative: Readonly<Record<string, string>>;
  readonly stated: readonly (bigint | null)[];
}

/**
 * What a report said in the order of a version of its form, its own or another one, by codes: two versions are
 * compared by what the later one asks. Figures in the finest step of any indicator.
 */
export function saidAs(asked: Asked, { content, narrative, stated }: Answer): Said {
  const statedFor = (wanted: Indicator): bigint | null => {
    const at = content.indicators.findIndex((one) => one.code === wanted.code);
    const [indicator, value] = [content.indicators[at], stated[at] ?? null];
    // Typed then and filled in now: nobody is asked for it any more.
    const askedNoMore = indicator?.source.kind === 'entered' && wanted.source.kind !== 'entered';
    if (!indicator || value === null || askedNoMore) return null;
    return value * 10n ** BigInt(mostDecimals - indicator.decimals);
  };
  return {
    words: asked.sections.map((one) => narrative[one.code] ?? '').join('\n'),
    stated: asked.indicators.map(statedFor),
  };
}

/** Fewer figures may well be the same by chance. */
const enoughToTell = 3;

/** What words say, whatever their case, spaces and punctuation; a dot says nothing. */
export function bareWords(words: string): string {
  return words
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether a report says anything: figures other than nothing, or words of its own. What the register counts grows by
 * itself and makes no copy a new report.
 */
export function hollowness(
  report: Said & { readonly figures: readonly (bigint | null)[] },
  before: Said | null,
): 'copied' | 'empty' | null {
  const words = bareWords(report.words);
  const nothing = report.figures.every((value) => value === null || value === 0n);
  if (words === '' && nothing) return 'empty';
  if (before === null || bareWords(before.words) !== words) return null;
  const sameFigures =
    before.stated.length === report.stated.length &&
    before.stated.every((value, index) => value === report.stated[index]);
  return sameFigures && (words !== '' || tells(report.stated)) ? 'copied' : null;
}

/** Whether figures alone show a copy. */
function tells(stated: Said['stated']): boolean {
  const given = stated.filter((value) => value !== null);
  return given.length >= enoughToTell && given.some((value) => value !== 0n);
}
