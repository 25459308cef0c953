import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DownloadButton } from '../ui/small-actions.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { Consolidated } from './consolidated-words.ts';

/** A menu of more is none; the rest is named. */
const MOST = 50;

/** The Word file: in the office's own templates where there are any, else in the layout of the issuing body. */
export function WordDownload({ report }: { readonly report: Consolidated }) {
  const templates = useApiQuery('GET /api/paper-templates', {
    query: { formId: report.form.id, offered: 'yes', size: MOST },
  });
  const offered = templates.data?.items ?? [];
  const left = (templates.data?.total ?? 0) - offered.length;
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
        {left > 0 && (
          <Menu.Item component={AppLink} href="/quan-tri/mau-bao-cao">
            Còn {formatNumber(left)} mẫu khác…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
