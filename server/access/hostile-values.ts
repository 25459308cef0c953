/** What nobody means to send. These go into every place of every request … */
const worst: readonly unknown[] = [
  'x'.repeat(10_000),
  'a\u0000b\u0007c\u001B[31m',
  null,
  undefined,
  9_007_199_254_740_991,
  { toString: 'x', constructor: { prototype: { hacked: true } } },
];

/** … and these in turn, so that each comes to many places. */
const others: readonly unknown[] = [
  'Tổ hòa giải ở cơ sở, thủy lợi'.normalize('NFD'),
  '\uD800 nửa cặp',
  '\u202Eđảo chiều\u200B\uFEFF',
  '',
  '   ',
  "'; drop table practice; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '%_\\%',
  '{{constructor.constructor("return process")()}}',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '=1+1',
  '2026-02-30',
  '1899-12-31',
  '2199-12-31',
  '9999-12-31',
  '1e400',
  'NaN',
  '00000000-0000-0000-0000-000000000000',
  '01999999-9999-7999-8999-999999999999',
  true,
  0,
  -1,
  0.5,
  2_147_483_648,
  1e308,
  [],
  {},
  [[]],
  ['a', null],
];

const inTurn = 5;

/** The values for the place with this number. */
export function valuesFor(place: number): unknown[] {
  const start = place * inTurn;
  return [...worst, ...Array.from({ length: inTurn }, (_, at) => others[(start + at) % others.length])];
}

/** Everything that can stand in a query: text. */
export const hostileTexts = [...worst, ...others].filter((value) => typeof value === 'string');

type Path = readonly (string | number)[];

/** A record may have hundreds of like entries. */
const keysAtMost = 40;

/** Every place in a request: leaves, and the objects and lists that hold them; of a list its first entry. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  const here = at.length === 0 ? [] : [at];
  if (Array.isArray(value)) return [...here, ...(value.length > 0 ? placesIn(value[0], [...at, 0]) : [])];
  if (typeof value !== 'object' || value === null) return here;
  return [
    ...here,
    ...Object.entries(value)
      .slice(0, keysAtMost)
      .flatMap(([key, inner]) => placesIn(inner, [...at, key])),
  ];
}

/** The same request with one place said differently; without it where the value is undefined. */
export function withValue(request: unknown, at: Path, value: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(request)
    ? [...(request as unknown[])]
    : { ...(request as Record<string, unknown>) };
  const inner = (copy as Record<string | number, unknown>)[key];
  const changed = withValue(inner, rest, value);
  if (changed === undefined) delete (copy as Record<string | number, unknown>)[key];
  else (copy as Record<string | number, unknown>)[key] = changed;
  return copy;
}
