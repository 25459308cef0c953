import type { FileAnswer } from '#contract/endpoint.ts';
import { addDays, formatDay, type Day } from '#domain/kernel/day.ts';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import {
  bodyActionBlocked,
  bodyActions,
  bodyActionWords,
  reversalBlocked,
  type Act,
} from '#domain/people/consolidation.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { actsOf, standingActs } from './acts.reads.ts';
import { listedBody } from './bodies.reads.ts';
import { memberOf, membersOn } from './members.reads.ts';
import { type BodyRow, unitsOn, visibleBodyById } from './people-scope.reads.ts';

/** The day on which a body is looked at: the one asked for, else today; where it is over, its last day. */
function dayOf(read: ReadContext, body: BodyRow, asked: Day | undefined): Day {
  if (asked !== undefined) return asked;
  if (body.valid_to !== null && body.valid_to <= read.today) return addDays(body.valid_to, -1);
  return body.valid_from > read.today ? body.valid_from : read.today;
}

export async function readBody(read: ReadContext, id: string, asked: Day | undefined) {
  const body = await visibleBodyById(read, id);
  const day = dayOf(read, body, asked);
  const acts = await standingActs(read.db, id);
  const last = acts.at(-1)?.on ?? body.valid_from;
  return {
    ...(await listedBody(read, body, day)),
    day,
    members: await membersOf(read, body, day),
    nextDay: last < read.today ? read.today : addDays(last, 1),
    acts: await actsOf(read, body),
    actions: read.caller.access.can('people.manage', body.unit_id) ? actionsOn(acts) : [],
  };
}

async function membersOf(read: ReadContext, body: BodyRow, day: Day) {
  const rows = (await membersOn(read.db, [body.id], day)).get(body.id) ?? [];
  const unitOf = await unitsOn(
    read.db,
    rows.flatMap((row) => row.unitIds),
    day,
  );
  return rows.map((row) => memberOf(row, body.kind, unitOf));
}

/** What may be done with a body now, and why not. */
function actionsOn(acts: readonly Act[]) {
  const last = acts.at(-1);
  return bodyActions.map((action) => {
    const blocked =
      action === 'reverse' && last ? reversalBlocked(last, acts) : bodyActionBlocked(action, acts);
    return {
      action,
      label: bodyActionWords[action],
      allowed: blocked === null,
      reason: blocked?.reason ?? null,
      mend: blocked?.mend ?? null,
    };
  });
}

const columns = [
  { key: 'position', header: 'STT', type: 'integer', width: 6 },
  { key: 'name', header: 'Họ và tên', width: 30 },
  { key: 'title', header: 'Chức vụ, đơn vị công tác', width: 46 },
  { key: 'post', header: 'Chức danh', width: 26 },
  { key: 'charge', header: 'Phụ trách', width: 46 },
  { key: 'since', header: 'Từ ngày', type: 'day', width: 13 },
] as const satisfies readonly WriteColumn[];

/** The members of a day as Excel. Contacts never leave the person's own page. */
export async function membersSheet(
  read: ReadContext,
  id: string,
  asked: Day | undefined,
): Promise<FileAnswer> {
  const body = await visibleBodyById(read, id);
  const day = dayOf(read, body, asked);
  const members = await membersOf(read, body, day);
  return workbookAnswer(`thanh-vien-${day}.xlsx`, [
    {
      sheetName: 'Thành viên',
      title: `Danh sách thành viên ${body.name} (ngày ${formatDay(day)})`,
      columns,
      rows: members.map((member, at) => ({
        position: at + 1,
        name: member.person.name,
        title: member.title,
        post: member.postName,
        charge: [
          ...member.fields.map((field) => baseFieldWords[field]),
          ...member.areas.map((unit) => unit.name),
        ].join('; '),
        since: member.since,
      })),
    },
  ]);
}
