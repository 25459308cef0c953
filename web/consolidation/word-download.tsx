import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { DownloadButton } from '../ui/small-actions.tsx';
import type { Consolidated } from './consolidated-words.ts';

/** The Word file: in the office's own templates where there are any, else in the layout of the issuing body. */
export function WordDownload({ report }: { readonly report: Consolidated }) {
  const templates = useApiQuery('GET /api/paper-templates', { query: { formId: report.form.id } });
  const offered = (templates.data?.items ?? []).filter((one) => !one.retired);
  const href = (templateId?: string) =>
    apiHref('GET /api/consolidated-reports/:id/paper.docx', {
      params: { id: report.id },
      query: templateId === undefined ? {} : { templateId },
    });
  if (offered.length === 0) return <DownloadButton href={href()}>Tải Word</DownloadButton>;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.6} />}>
          Tải Word
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href()} download>
          Thể thức của cơ quan ban hành
        </Menu.Item>
        {offered.map((one) => (
          <Menu.Item key={one.id} component="a" href={href(one.id)} download>
            Mẫu “{one.name}”, bản {one.revision}
            {one.placeholders.some((holder) => !holder.known) && ' (có chỗ điền sai)'}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
