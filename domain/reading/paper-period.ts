/** The span of time that a subject names: "giai đoạn 2017-2020", "6 tháng đầu năm 2023", "quý I năm 2024". */
import { halfPeriod, monthPeriod, quarterPeriod, yearPeriod } from '#domain/kernel/period.ts';
import type { PaperItself } from './types.ts';

type ReadPeriod = NonNullable<PaperItself['period']>;

const YEAR = '((?:19|20)\\d\\d)';
const QUARTERS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

interface PeriodRule {
  readonly form: RegExp;
  readonly make: (match: RegExpExecArray) => { from: string; to: string };
}

function yearAt(match: RegExpExecArray, group: number): number {
  return Number(match[group]);
}

const RULES: readonly PeriodRule[] = [
  {
    form: new RegExp(`${YEAR} ?[-–] ?${YEAR}`),
    make: (match) => ({ from: yearPeriod(yearAt(match, 1)).from, to: yearPeriod(yearAt(match, 2)).to }),
  },
  {
    form: new RegExp(`0?6 tháng (đầu|cuối) năm ${YEAR}`, 'i'),
    make: (match) => halfPeriod(yearAt(match, 2), match[1]?.toLowerCase() === 'đầu' ? 1 : 2),
  },
  {
    form: new RegExp(`quý (IV|III|II|I|[1-4])(?:[/ ]| năm )${YEAR}`, 'i'),
    make: (match) => quarterPeriod(yearAt(match, 2), QUARTERS[match[1]?.toUpperCase() ?? ''] ?? 1),
  },
  {
    form: new RegExp(`tháng (0?[1-9]|1[0-2])(?:/| năm )${YEAR}`, 'i'),
    make: (match) => monthPeriod(yearAt(match, 2), Number(match[1])),
  },
  {
    form: new RegExp(`0?9 tháng(?: đầu)? năm ${YEAR}`, 'i'),
    make: (match) => ({ from: `${yearAt(match, 1)}-01-01`, to: `${yearAt(match, 1)}-09-30` }),
  },
  { form: new RegExp(`năm ${YEAR}`, 'i'), make: (match) => yearPeriod(yearAt(match, 1)) },
];

const LONGEST_SUBJECT = 500;

export function periodIn(subject: string): ReadPeriod | null {
  const text = subject.slice(0, LONGEST_SUBJECT);
  for (const { form, make } of RULES) {
    const match = form.exec(text);
    if (match === null) continue;
    const { from, to } = make(match);
    if (from <= to) return { from, to, asWritten: match[0] };
  }
  return null;
}
