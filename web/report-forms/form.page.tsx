import { Button } from '@mantine/core';
import { useState } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, Remark } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { DownloadButton, PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { dueWords } from '#domain/reports/due.ts';
import { reminderWords } from '#domain/reports/reminders.ts';
import { FormContentView } from './form-content.tsx';
import { ExtensionsCard } from './form-extensions.tsx';
import { EndFormDrawer, FormHeadDrawer } from './form-head-drawer.tsx';
import { RevisionsCard } from './form-revisions.tsx';
import { type Form, unitKindsWords } from './form-words.ts';
import { NextDueList } from './next-due-list.tsx';

/** A form: what it asks, of whom, when it is due, how it changed. */
export function FormPage() {
  const id = usePathParam('id');
  const { words } = useUrlState();
  const revision = Number(words['ban']);
  const form = useApiQuery('GET /api/report-forms/:id', {
    params: { id },
    query: Number.isInteger(revision) && revision > 0 ? { revision } : {},
  });
  return <Loaded query={form}>{(data) => <FormRecord form={data} />}</Loaded>;
}

function FormRecord({ form }: { readonly form: Form }) {
  const newest = form.revisions.at(-1)?.revision;
  return (
    <RecordPage
      title={form.name}
      crumbs={[
        form.canManage
          ? { label: 'Biểu báo cáo', href: '/quan-tri/bieu-bao-cao' }
          : { label: 'Báo cáo', href: '/bao-cao' },
        { label: form.code },
      ]}
      subtitle={`${form.owner.name} · ${form.periodKindName.toLocaleLowerCase('vi')}`}
      badges={
        <>
          {form.inForce ? (
            <StateBadge tone="good">Đang yêu cầu</StateBadge>
          ) : (
            <StateBadge tone="neutral">Thôi yêu cầu</StateBadge>
          )}
          <StateBadge tone={form.revision === newest ? 'info' : 'warn'}>Bản {form.revision}</StateBadge>
        </>
      }
      actions={<FormActions form={form} />}
      notice={
        form.revision === newest ? null : (
          <>
            Đang xem bản {form.revision}, không phải bản mới nhất.{' '}
            <AppLink href={`/quan-tri/bieu-bao-cao/${form.id}`}>Xem bản mới nhất</AppLink>
          </>
        )
      }
      aside={
        <>
          <WhoAndWhen form={form} />
          <HistoryCard entries={form.history} selfId={form.id} />
        </>
      }
    >
      <UrlTabs
        label="Các phần của biểu"
        tabs={[
          { key: 'noi-dung', label: 'Nội dung', content: <FormContentView content={form.content} /> },
          {
            key: 'cac-ban',
            label: 'Các bản',
            count: form.revisions.length,
            content: <RevisionsCard form={form} />,
          },
          {
            key: 'gia-han',
            label: 'Gia hạn',
            count: form.extensions.length,
            content: <ExtensionsCard form={form} />,
          },
        ]}
      />
    </RecordPage>
  );
}

function FormActions({ form }: { readonly form: Form }) {
  const [asking, setAsking] = useState<'head' | 'end' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <PrintButton />
      <DownloadButton href={apiHref('GET /api/report-forms/:id/file.json', { params: { id: form.id } })}>
        Tải tệp .json
      </DownloadButton>
      {form.canManage && (
        <>
          {form.askedTo === null && (
            <Button variant="outline" onClick={() => setAsking('end')}>
              Thôi yêu cầu
            </Button>
          )}
          <Button variant="default" onClick={() => setAsking('head')}>
            Tên, ai phải gửi
          </Button>
          <Button component={AppLink} href={`/quan-tri/bieu-bao-cao/${form.id}/sua`}>
            Sửa nội dung
          </Button>
        </>
      )}
      {asking === 'head' && <FormHeadDrawer form={form} onClose={close} />}
      {asking === 'end' && <EndFormDrawer form={form} onClose={close} />}
    </>
  );
}

function approvalWords(content: Form['content']): string {
  if (!content.needsApproval) return 'không bắt buộc';
  return `phải duyệt trước khi gửi${content.approvedByAnother ? '; người duyệt khác người soạn' : ''}`;
}

function WhoAndWhen({ form }: { readonly form: Form }) {
  const { content } = form;
  const until = form.askedTo === null ? 'chưa định ngày thôi' : `đến ${formatDay(form.askedTo)}`;
  const stage =
    form.customFrom !== null && form.customTo !== null
      ? `${formatDay(form.customFrom)} – ${formatDay(form.customTo)}`
      : null;
  return (
    <Card title="Ai gửi, khi nào">
      <div className="k-stack">
        <DefinitionList
          items={[
            { term: 'Ai phải gửi', value: unitKindsWords(form.unitKinds) },
            { term: 'Yêu cầu', value: stage ?? `từ ${formatDay(form.askedFrom)}, ${until}` },
            { term: 'Hạn', value: dueWords(content.due) },
            {
              term: 'Duyệt trong đơn vị',
              value: approvalWords(content),
            },
            {
              term: 'Báo không phát sinh',
              value: content.mayBeNothing ? 'được' : 'không được',
            },
            { term: 'Nhắc đơn vị chưa gửi', value: reminderWords(content.reminders) },
            {
              term: 'Báo lên cấp trên',
              value: `khi chậm quá ${formatNumber(content.escalateAfterDays)} ngày`,
            },
            { term: 'Căn cứ', value: form.legalBasis },
          ]}
        />
        <div>
          <b>Ba hạn gần nhất</b>
          <NextDueList form={form} rule={content.due} />
        </div>
        {content.note !== '' && <Remark>{content.note}</Remark>}
      </div>
    </Card>
  );
}
