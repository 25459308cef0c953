import { Button } from '@mantine/core';
import { useState } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstant } from '../platform/time.ts';
import type { UploadedFile } from '../platform/upload.ts';
import { Card } from '../ui/card.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { FileField } from '../ui/file-field.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

type Evidence = Report['evidence'][number];

/** What proves a report: photos and papers, attached while it is written. */
export function ReportEvidence({
  report,
  writable,
}: {
  readonly report: Report;
  readonly writable: boolean;
}) {
  const [attaching, setAttaching] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Evidence | null>(null);
  if (!writable && report.evidence.length === 0) return null;
  return (
    <Card title="Tài liệu kèm theo" aside={report.evidence.length === 0 ? undefined : report.evidence.length}>
      {report.evidence.length === 0 && (
        <p className="k-small">Chưa có ảnh hoặc văn bản nào; không bắt buộc.</p>
      )}
      <ul className={styles.files}>
        {report.evidence.map((one) => (
          <li key={one.id}>
            <a
              href={apiHref('GET /api/files/:id', { params: { id: one.file.id }, query: {} })}
              target="_blank"
              rel="noreferrer"
            >
              {one.file.hasPreview && (
                <img
                  src={apiHref('GET /api/files/:id', {
                    params: { id: one.file.id },
                    query: { preview: 'small' },
                  })}
                  alt=""
                  loading="lazy"
                />
              )}
              {one.caption || one.file.name}
            </a>
            <span className="k-small">
              {one.addedBy}, {formatInstant(one.addedAt)}
            </span>
            {writable && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Rút: ${one.caption || one.file.name}`}
                onClick={() => setWithdrawn(one)}
              >
                Rút
              </Button>
            )}
          </li>
        ))}
      </ul>
      {writable && (
        <div className="k-no-print">
          <Button variant="default" mt="xs" onClick={() => setAttaching(true)}>
            Đính kèm ảnh, văn bản
          </Button>
        </div>
      )}
      {attaching && <AttachDrawer report={report} onClose={() => setAttaching(false)} />}
      <WithdrawDialog report={report} evidence={withdrawn} onClose={() => setWithdrawn(null)} />
    </Card>
  );
}

interface AttachDrawerProps {
  readonly report: Report;
  readonly onClose: () => void;
}

function AttachDrawer({ report, onClose }: AttachDrawerProps) {
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [captions, setCaptions] = useState<Readonly<Record<string, string>>>({});
  const [pressed, setPressed] = useState(false);
  const attach = useApiCommand('POST /api/reports/:id/evidence', {
    onSuccess: () => {
      notify('Đã đính kèm.');
      onClose();
    },
  });
  const submit = () => {
    setPressed(true);
    if (files.length === 0) return;
    const chosen = files.map((file) => ({ fileId: file.id, caption: captions[file.id] ?? '' }));
    attach.run({ params: { id: report.id }, body: { files: chosen } });
  };
  return (
    <DrawerForm
      opened
      title="Đính kèm vào báo cáo"
      submitLabel="Đính kèm"
      pending={attach.pending}
      problem={attach.problem}
      onClose={onClose}
      onSubmit={submit}
    >
      <FileField
        name="files"
        label="Ảnh, văn bản"
        value={files}
        onChange={setFiles}
        error={pressed && files.length === 0 ? 'Chọn ít nhất một tệp.' : undefined}
        camera
      />
      {files.map((file, index) => (
        <TextField
          key={file.id}
          name={`files.${index}.caption`}
          label={`Chú thích: ${file.name}`}
          value={captions[file.id] ?? ''}
          onChange={(caption) => setCaptions((all) => ({ ...all, [file.id]: caption }))}
          maxLength={200}
        />
      ))}
    </DrawerForm>
  );
}

interface WithdrawDialogProps {
  readonly report: Report;
  readonly evidence: Evidence | null;
  readonly onClose: () => void;
}

function WithdrawDialog({ report, evidence, onClose }: WithdrawDialogProps) {
  const withdraw = useApiCommand('POST /api/reports/:id/evidence/:evidenceId/withdrawal', {
    onSuccess: () => {
      notify('Đã rút; tệp vẫn còn trong diễn biến.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened={evidence !== null}
      title={`Rút ${evidence?.caption || evidence?.file.name || 'tệp'}`}
      confirmLabel="Rút"
      quickPhrases={['Gắn nhầm tệp.', 'Ảnh không đúng hoạt động.']}
      pending={withdraw.pending}
      problem={withdraw.problem}
      onConfirm={(reason) => {
        if (evidence) withdraw.run({ params: { id: report.id, evidenceId: evidence.id }, body: { reason } });
      }}
      onClose={onClose}
    />
  );
}
