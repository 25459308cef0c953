import { Drawer } from '@mantine/core';
import { formatInstantDay } from '../platform/time.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { contributionKindWords } from '#domain/practices/progress.ts';
import type { Reward } from './rewards.page.tsx';

/** What the file of a proposal on the state track is written from, as the register stood on that day. */
export function RewardFileDrawer({
  reward,
  onClose,
}: {
  readonly reward: Reward;
  readonly onClose: () => void;
}) {
  const { file } = reward;
  return (
    <Drawer opened onClose={onClose} title="Hồ sơ đề nghị khen thưởng" position="right" size="40rem">
      {file !== null && (
        <div className="k-stack">
          <p className="k-small">
            Lấy từ sổ theo dõi tại ngày đề nghị; sổ thay đổi sau đó không làm đổi hồ sơ.
          </p>
          <DefinitionList
            items={[
              { term: 'Đề nghị khen', value: reward.recipientName },
              { term: 'Hình thức', value: reward.formLabel },
              { term: 'Thành tích', value: reward.reason },
              { term: 'Mô hình', value: file.practiceName },
              { term: 'Đơn vị', value: file.unitName },
              { term: 'Nội dung', value: file.content },
              { term: 'Kết quả', value: file.results },
              {
                term: 'Huy động',
                value: file.contributions
                  .map((one) => `${contributionKindWords[one.kind]}: ${formatNumber(one.amount)} ${one.unit}`)
                  .join('; '),
              },
              {
                term: 'Điểm cuối',
                value: [file.finalScore === null ? null : formatNumber(file.finalScore, 2), file.grade]
                  .filter(Boolean)
                  .join(', '),
              },
              {
                term: 'Công nhận',
                value: file.recognisedAt === null ? null : formatInstantDay(file.recognisedAt),
              },
            ]}
          />
          <div>
            <PrintButton />
          </div>
        </div>
      )}
    </Drawer>
  );
}
