import { formatNumber } from '#domain/kernel/numbers.ts';
import { areaLevelWords } from './area.ts';
import { type AdministrativeUnits, countAreas } from './build-administrative-units.ts';
import { type Finding, findingKinds, findingWords } from './findings.ts';

/** What was read, as lines for a person. */
export function summaryLines(units: AdministrativeUnits): string[] {
  const count = (areas: AdministrativeUnits['before'], level: 'province' | 'district' | 'commune'): string =>
    `${formatNumber(countAreas(areas, level))} đơn vị ${areaLevelWords[level]}`;
  const { before, after } = units;
  return [
    `Đến hết 30/06/2025: ${count(before, 'province')}, ${count(before, 'district')}, ${count(before, 'commune')}.`,
    `Từ 01/07/2025: ${count(after, 'province')}, ${count(after, 'commune')}.`,
    `Từ cũ sang mới: ${mergeWords(units)}.`,
  ];
}

/** "149 giữ nguyên, 3.166 gộp từ 2 đến 12 đơn vị cũ, 0 bị chia". */
function mergeWords(units: AdministrativeUnits): string {
  const into = new Map<string, number>();
  const from = new Map<string, number>();
  for (const pair of units.successions) {
    into.set(pair.to, (into.get(pair.to) ?? 0) + 1);
    from.set(pair.from, (from.get(pair.from) ?? 0) + 1);
  }
  const sums = [...into.values()].filter((count) => count > 1);
  const single = formatNumber([...into.values()].filter((count) => count === 1).length);
  const divided = formatNumber([...from.values()].filter((count) => count > 1).length);
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  return `${single} đơn vị mới từ một đơn vị cũ, ${formatNumber(sums.length)} từ ${least} đến ${most} đơn vị cũ; ${divided} đơn vị cũ bị chia`;
}

/** Findings by kind, in the order of the list of kinds. */
export function findingGroups(findings: readonly Finding[]): { title: string; findings: Finding[] }[] {
  return findingKinds
    .map((kind) => ({ title: findingWords[kind], findings: findings.filter((one) => one.kind === kind) }))
    .filter((group) => group.findings.length > 0);
}

/** The whole report as Markdown: every odd row with what was done. */
export function referenceReport(
  units: AdministrativeUnits,
  read: { readonly sources: readonly string[]; readonly day: string },
): string {
  const groups = findingGroups(units.findings);
  return [
    '# Danh mục đơn vị hành chính: những điểm cần biết',
    '',
    `Ngày lập: ${read.day}. Nguồn:`,
    '',
    ...read.sources.map((source) => `- ${source}`),
    '',
    ...summaryLines(units).map((line) => `- ${line}`),
    '',
    ...groups.map((group) => `- ${group.title}: ${formatNumber(group.findings.length)}`),
    ...groups.flatMap((group) => [
      '',
      `## ${group.title} (${formatNumber(group.findings.length)})`,
      '',
      '| Mã, dòng | Nguồn ghi | Đã làm |',
      '|---|---|---|',
      ...group.findings.map((one) => `| ${[one.subject, one.found, one.done].map(cell).join(' | ')} |`),
    ]),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
