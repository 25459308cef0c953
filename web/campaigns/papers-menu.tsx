import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import {
  type DocumentPurpose,
  documentPurposes,
  documentPurposeWords,
} from '#domain/documents/document.workflow.ts';

const contents: Record<DocumentPurpose, string> = {
  registration_list: 'các mô hình đã đăng ký, theo đơn vị',
  notice_of_assignment: 'mô hình đã nhận ở đợt 1, chưa có thông báo',
  supplementary_notice: 'mô hình đã nhận ở đợt bổ sung',
  recognition_decision: 'mô hình đã họp xét, chưa có quyết định',
  mid_year_report: 'số liệu 6 tháng tính từ sổ',
  closing_report: 'số liệu cả năm, mọi con số truy được nguồn',
};

/** Composes a paper from the register and opens its draft. */
export function PapersMenu({ campaignId }: { readonly campaignId: string }) {
  const goTo = useGoTo();
  const compose = useApiCommand('POST /api/campaigns/:id/papers', {
    problems: 'notice',
    onSuccess: (done) => goTo(`/van-ban/${done.id}`),
  });
  return (
    <Menu width={360}>
      <Menu.Target>
        <Button
          loading={compose.pending}
          rightSection={<IconChevronDown size={18} stroke={1.8} aria-hidden="true" />}
        >
          Lập văn bản
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {documentPurposes.map((purpose) => (
          <Menu.Item
            key={purpose}
            onClick={() => compose.run({ params: { id: campaignId }, body: { purpose } })}
          >
            {documentPurposeWords[purpose]}
            <div className="k-small">{contents[purpose]}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
