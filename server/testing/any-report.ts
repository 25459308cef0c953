import { normaliseMultiline, normaliseText } from '#domain/kernel/text.ts';
import {
  array,
  bigInt,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  string,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { interchangeOf, type InterchangeReport } from '#domain/reports/interchange.ts';
import { reportStates } from '#domain/reports/report.workflow.ts';
import { interchangeForm } from '#domain/reports/testing/interchange-form.ts';

const most = 2n ** 63n - 1n;
const exact = option(oneof(constantFrom(0n, 1n, -1n, most, -most), bigInt({ min: -most, max: most })));

const piece = oneof(
  constantFrom('=1+1', '+84', '-5', '@SUM(A1)', "'", "'=x", '(Ví dụ) ', '"', '""', ';', ',', '\t', '\n'),
  constantFrom('hoà', 'ho\u0300a', 'Đ', 'ê\u0323', '😀', '|', '|\n', ' ', '\u00A0', '1.234,5', '0'),
  string({ unit: 'grapheme', maxLength: 12 }),
);
// Normalised as every border of the system does; U+FFFE and U+FFFF are no characters and stand in no XML.
const text = array(piece, { maxLength: 12 }).map((parts) =>
  normaliseMultiline(parts.join('')).replaceAll(/[\uFFFE\uFFFF]/g, ''),
);
const longText = tuple(text, integer({ min: 30_000, max: 45_000 })).map(([one, length]) =>
  normaliseMultiline(`${one} a😀 b`.repeat(Math.ceil(length / (one.length + 6))).slice(0, length)),
);
const words = oneof({ weight: 12, arbitrary: text }, { weight: 1, arbitrary: longText });

const fiveFigures = tuple(exact, exact, exact, exact, exact);

/** Any report of the form, as an export gives it. */
export const anyReport: Arbitrary<InterchangeReport> = record({
  unitCode: constantFrom('HX', '-5', '=HX', "'@", '00123', 'Đơn vị 1'),
  unitName: text.map(normaliseText),
  state: constantFrom(...reportStates),
  nothingToReport: boolean(),
  counted: fiveFigures,
  stated: fiveFigures,
  figures: fiveFigures,
  reasons: record({ registered: text.map(normaliseText), money: text.map(normaliseText) }),
  narrative: record({ notes: words, limits: words, proposals: words }),
}).map(({ unitCode, unitName, ...rest }) =>
  interchangeOf({
    form: { code: 'thu', revision: 3, content: interchangeForm },
    unit: { code: unitCode, name: unitName },
    period: { from: '2026-01-01', to: '2026-01-31' },
    ...rest,
  }),
);

/** Several reports of different units. */
export const anyReports: Arbitrary<InterchangeReport[]> = uniqueArray(anyReport, {
  minLength: 1,
  maxLength: 4,
  selector: (report) => report.unitCode,
});
