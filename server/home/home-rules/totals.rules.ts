import { dayInVietnam, formatDay } from '#domain/kernel/day.ts';
import { lateDisagreements } from '#server/reports/totals-check.reads.ts';
import { namedAtMost, type Home, type HomeRule, type Waiting } from '../home.ts';

async function disagreements(
  home: Home,
  permission: 'account.manage' | 'report_form.manage',
): Promise<Waiting[]> {
  const { access } = home.caller;
  const found = await lateDisagreements(home, access.scope(permission));
  return found.slice(0, namedAtMost).map(({ form, period, at, failed }) => {
    const reads = access.can('unit_report.read', form.ownerUnitId);
    const night = `Đêm ${formatDay(dayInVietnam(at))}`;
    return {
      key: `totals:${form.id} ${period.from}`,
      tone: 'red',
      tag: 'Số cộng chưa khớp',
      title: `${form.name}, ${period.words}`,
      detail: failed
        ? `${night} không cộng lại được số của kỳ này; xem nhật ký máy chủ.`
        : `${night} số cộng không khớp với các báo cáo đã gửi, đã cộng lại từ đầu; đối chiếu nếu đã dùng số này.`,
      link: reads ? `/bao-cao/tong-hop?formId=${form.id}&ky=${period.from}` : '/quan-tri/nhat-ky',
      button: reads ? 'Xem số' : 'Xem nhật ký',
    };
  });
}

/** Totals that did not agree with the reports at night: whoever runs the system and whoever asked for the form are told. */
export const totalsRules: readonly HomeRule[] = [
  {
    name: 'totals that did not agree at night, to administrators',
    permission: 'account.manage',
    find: async (home) => ({ waiting: await disagreements(home, 'account.manage') }),
  },
  {
    name: 'totals that did not agree at night, to those who made the form',
    permission: 'report_form.manage',
    find: async (home) => ({ waiting: await disagreements(home, 'report_form.manage') }),
  },
];
