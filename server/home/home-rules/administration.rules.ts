import { addDays } from '#domain/kernel/day.ts';
import { ownUnits } from '#server/documents/document-access.reads.ts';
import { partyTermOn } from '#server/organisations/organisations.reads.ts';
import { administrationCounts } from '../home-lists.reads.ts';
import { task, type HomeRule, type Task } from '../home.ts';

/** First passwords that nobody changed for so many days; roles that end within so many. */
const firstPasswordDays = 7;
const endingDays = 30;

export const administrationRules: readonly HomeRule[] = [
  {
    name: 'accounts to look after',
    permission: 'account.manage',
    find: async (home) => {
      const soon = addDays(home.today, endingDays);
      const counts = await administrationCounts(home.db, {
        scope: home.caller.access.scope('account.manage'),
        today: home.today,
        soon,
        since: `${addDays(home.today, -firstPasswordDays)}T00:00:00+07:00`,
      });
      const owed: Task[] = [];
      if (counts.neverSignedIn > 0)
        owed.push(
          task(home, {
            key: 'accounts:first_password',
            title: `${counts.neverSignedIn} tài khoản chưa đổi mật khẩu lần đầu`,
            basis: `Đã cấp từ ${firstPasswordDays} ngày trở lên; nhắc người dùng đăng nhập hoặc khóa tài khoản`,
            due: null,
            count: counts.neverSignedIn,
            link: '/quan-tri/tai-khoan',
            button: 'Xem tài khoản',
          }),
        );
      if (counts.endingSoon > 0)
        owed.push(
          task(home, {
            key: 'accounts:ending',
            title: `${counts.endingSoon} tài khoản sắp hết thời hạn giữ vai trò`,
            basis: `Hết hạn trong ${endingDays} ngày tới`,
            due: null,
            count: counts.endingSoon,
            link: '/quan-tri/tai-khoan',
            button: 'Xem tài khoản',
          }),
        );
      return { owed };
    },
  },
  {
    name: 'units without a party term',
    permission: 'organisation.manage',
    find: async (home) => {
      const units = ownUnits(home, 'organisation.manage');
      const terms = await Promise.all(units.map((id) => partyTermOn(home.db, id, home.today)));
      return {
        owed: units
          .filter((_, index) => terms[index] === null)
          .map((unitId) =>
            task(home, {
              key: `term:${unitId}`,
              title: `Khai báo nhiệm kỳ của ${home.tree.unit(unitId).name}`,
              basis: 'Chưa có nhiệm kỳ thì chưa cấp số văn bản được',
              due: null,
              count: 1,
              link: `/to-chuc/${unitId}`,
              button: 'Khai báo',
            }),
          ),
      };
    },
  },
];
