import { documentTypeName, findDocumentTypeCode } from '#domain/documents/document-types.ts';
import { dayInVietnam, formatDay } from '#domain/kernel/day.ts';
import { ownUnits } from '#server/documents/document-access.reads.ts';
import {
  documentsAwaitingSignature,
  unacknowledgedDocuments,
  type WaitingDocument,
} from '../home-lists.reads.ts';
import { type HomeRule, type Waiting } from '../home.ts';

function typeWords(type: string): string {
  const code = findDocumentTypeCode(type);
  return code === null ? 'Văn bản' : documentTypeName(code);
}

function acknowledgement(document: WaitingDocument): Waiting {
  const isNotice = document.purpose === 'notice_of_assignment' || document.purpose === 'supplementary_notice';
  const sent = `gửi ngày ${formatDay(dayInVietnam(document.sentAt))}`;
  return {
    key: `acknowledge:${document.id}:${document.unitId}`,
    tone: 'blue',
    tag: isNotice ? 'Thông báo mới' : 'Văn bản mới',
    title: `${typeWords(document.type)} ${document.symbol ?? ''} ${document.subject}`.replace(/\s+/g, ' '),
    detail:
      document.assigned > 0
        ? `Đơn vị được giao ${document.assigned} mô hình, ${sent}`
        : `${document.issuerName}, ${sent}`,
    link: `/van-ban/${document.id}`,
    button: 'Xác nhận',
  };
}

export const paperRules: readonly HomeRule[] = [
  {
    name: 'papers to acknowledge',
    permission: 'document.acknowledge',
    find: async (home) => ({
      // What was sent to a unit beneath is that unit's to acknowledge, not of those who watch over it.
      waiting: (await unacknowledgedDocuments(home.db, ownUnits(home, 'document.acknowledge'))).map(
        acknowledgement,
      ),
    }),
  },
  {
    name: 'papers to sign',
    permission: 'document.issue',
    find: async (home) => {
      const { access } = home.caller;
      const papers = await documentsAwaitingSignature(home.db, access.scope('document.issue'));
      return {
        waiting: papers
          // Who drafts and numbers at a unit has put them before the leader and waits as well.
          .filter((paper) => !access.can('document.draft', paper.ownerUnitId))
          .map((paper) => ({
            key: `sign:${paper.id}`,
            tone: 'gold' as const,
            tag: 'Chờ ký',
            title: `${typeWords(paper.type)} ${paper.subject}`,
            detail: home.tree.find(paper.ownerUnitId)?.name ?? '',
            link: `/van-ban/${paper.id}`,
            button: 'Xem, ký',
          })),
      };
    },
  },
];
