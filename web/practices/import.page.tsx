import { Button } from '@mantine/core';
import { useState } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { invalidateApi, queryClient, useApiQuery } from '../platform/api-hooks.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { uploadTo } from '../platform/upload.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import { ImportProblem } from '../ui/import-problem.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { RegistrationPlace, type Place } from '../ui/registration-place.tsx';
import { DownloadButton } from '../ui/small-actions.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { ImportAnswer } from './import-answer.ts';
import styles from '../ui/import-list.module.css';
import { ImportRows } from './import-preview.tsx';
import { ImportedDrafts } from './imported-drafts.tsx';
import type { OpenCampaign } from './registration-draft.ts';

/** A paper list becomes registrations: looked through first, then written all at once or not at all. */
export function ImportPage() {
  const { words } = useUrlState();
  const query = words['unitId'] === undefined ? {} : { unitId: words['unitId'] };
  const options = useApiQuery('GET /api/registration-options', { query }, { keepPrevious: true });
  return (
    <>
      <PageHead
        title="Nhập danh sách đăng ký"
        subtitle="Từ tệp Excel hoặc CSV: xem trước, ghi thành bản nháp, rồi gửi"
        crumbs={[{ label: 'Mô hình', href: '/mo-hinh' }, { label: 'Nhập danh sách' }]}
      />
      <Loaded query={options}>
        {(data) => (
          <RegistrationPlace
            options={data}
            title="1. Nơi đăng ký và tệp mẫu"
            beside={templateButton}
            below={templateWords}
          >
            {({ unit, campaign }) => (
              <ImportFile key={`${campaign.id} ${unit.id}`} campaign={campaign} unitId={unit.id} />
            )}
          </RegistrationPlace>
        )}
      </Loaded>
    </>
  );
}

const templateButton = ({ unit, campaign }: Place) => (
  <DownloadButton
    href={apiHref('GET /api/registration-template.xlsx', {
      query: { campaignId: campaign.id, unitId: unit.id },
    })}
  >
    Tải tệp mẫu
  </DownloadButton>
);

const templateWords = ({ unit, campaign }: Place) => (
  <p className="k-small">
    Tệp mẫu có sẵn các lĩnh vực và địa bàn để chọn. Có thể dùng danh sách cũ nếu dòng tiêu đề giống tệp mẫu;
    tiêu đề khác mẫu, hoặc bảng trong Word, thì{' '}
    <AppLink href={`/mo-hinh/nhap-danh-sach/bat-ky?unitId=${unit.id}&campaignId=${campaign.id}`}>
      nhập danh sách bất kỳ
    </AppLink>
    .
  </p>
);

interface ImportFileProps {
  readonly campaign: OpenCampaign;
  readonly unitId: string;
}

interface Reading {
  readonly label: string;
  readonly share: number | undefined;
  readonly stop: () => void;
}

function ImportFile({ campaign, unitId }: ImportFileProps) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportAnswer | null>(null);
  const [written, setWritten] = useState<ImportAnswer | null>(null);
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);

  const upload = async (chosen: File, dryRun: boolean) => {
    const control = new AbortController();
    const label = dryRun ? `Đang đọc ${chosen.name}` : 'Đang ghi các bản nháp';
    const stop = () => control.abort();
    setReading({ label, share: 0, stop });
    setProblem(null);
    try {
      const url = apiHref('POST /api/practices/import', {
        query: { campaignId: campaign.id, unitId, dryRun: String(dryRun) },
      });
      const answer = await uploadTo(chosen, {
        url,
        signal: control.signal,
        onProgress: (share) => setReading({ label, share: share < 1 ? share : undefined, stop }),
      });
      if (dryRun) setPreview(answer as ImportAnswer);
      else {
        setWritten(answer as ImportAnswer);
        await invalidateApi(queryClient);
      }
    } catch (error) {
      const refusal = toProblem(error);
      if (refusal.code !== 'cancelled') setProblem(refusal);
    } finally {
      setReading(null);
    }
  };
  const take = (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    setWritten(null);
    void upload(chosen, true);
  };

  if (written !== null) return <ImportedDrafts answer={written} onAgain={() => setWritten(null)} />;
  return (
    <>
      <Card title="2. Tệp danh sách">
        <div className="k-stack">
          <ImportDrop
            each="một mô hình"
            label="Tệp danh sách đăng ký"
            file={file}
            disabled={reading !== null}
            onFile={take}
          />
          {reading !== null && (
            <ProgressBar
              label={reading.label}
              {...(reading.share !== undefined && { share: reading.share })}
              onCancel={reading.stop}
            />
          )}
          {problem !== null && <ImportProblem problem={problem} />}
        </div>
      </Card>
      {preview !== null && problem === null && (
        <Card title="3. Xem trước" aside={`${formatNumber(preview.rows.length)} dòng, chưa ghi gì`} flush>
          <ImportRows rows={preview.rows} />
          <div className={styles.foot}>
            <span className="k-small">
              Các dòng được ghi thành bản nháp của đơn vị; sửa được trước khi gửi.
            </span>
            <Button
              disabled={file === null || reading !== null}
              onClick={() => file !== null && void upload(file, false)}
            >
              Ghi {formatNumber(preview.rows.length)} dòng thành bản nháp
            </Button>
          </div>
        </Card>
      )}
    </>
  );
}
