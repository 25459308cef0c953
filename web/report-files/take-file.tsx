import { Button } from '@mantine/core';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { invalidateApi, queryClient } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { uploadTo } from '../platform/upload.ts';
import { Card } from '../ui/card.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import { ImportProblem } from '../ui/import-problem.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './report-files.module.css';

type Taken = ApiResponse<'POST /api/report-file-imports'>;

/** A file is looked through first; then all of it is written into drafts, or nothing. */
export function TakeFile({ formId }: { readonly formId: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState<Taken | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<ClientProblem | null>(null);

  const send = async (chosen: File, dryRun: boolean) => {
    setShare(0);
    setProblem(null);
    try {
      const url = apiHref('POST /api/report-file-imports', {
        query: { formId, dryRun: dryRun ? 'true' : 'false', overwrite: dryRun ? 'false' : 'true' },
      });
      const taken = (await uploadTo(chosen, { url, onProgress: setShare })) as Taken;
      setSeen(taken);
      if (dryRun || taken.faultCount > 0) return;
      notify(`Đã ghi ${formatNumber(taken.written)} báo cáo vào bản đang soạn.`);
      setFile(null);
      setSeen(null);
      await invalidateApi(queryClient);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setShare(null);
    }
  };

  return (
    <Card title="Nhận từ tệp">
      <div className="k-stack">
        <ImportDrop
          label="Tệp báo cáo"
          title="Thả tệp báo cáo vào đây"
          hint="Tệp .xlsx, .csv hoặc .json tải từ trang này."
          accept=".xlsx,.csv,.json"
          file={file}
          disabled={share !== null}
          onFile={(chosen) => {
            setFile(chosen);
            setSeen(null);
            void send(chosen, true);
          }}
        />
        {share !== null && <ProgressBar label="Đang đọc tệp" share={share} />}
        {problem !== null && <ImportProblem problem={problem} />}
        {seen !== null && problem === null && (
          <div role="status">
            <Seen taken={seen} />
          </div>
        )}
        {seen !== null && seen.faultCount === 0 && changedBy(seen) > 0 && (
          <div>
            {seen.overwrites.length > 0 && (
              <ul className={styles.faults}>
                {seen.overwrites.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
            <Button
              color={seen.overwrites.length > 0 ? 'red' : undefined}
              disabled={file === null || share !== null}
              onClick={() => file !== null && void send(file, false)}
            >
              {seen.overwrites.length > 0 ? 'Ghi đè, nhận' : 'Ghi'} {formatNumber(changedBy(seen))} báo cáo
              vào bản đang soạn
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function changedBy(taken: Taken): number {
  return taken.read - taken.unchanged;
}

function Seen({ taken }: { readonly taken: Taken }) {
  if (taken.faultCount === 0)
    return (
      <p>
        Tệp có {formatNumber(taken.read)} báo cáo, chưa ghi gì
        {taken.unchanged > 0 && <>; {formatNumber(taken.unchanged)} báo cáo giống như đang có</>}.
      </p>
    );
  return (
    <>
      <p>
        Có {formatNumber(taken.faultCount)} chỗ sai, chưa ghi gì. Sửa trong tệp rồi chọn lại
        {taken.faultCount > taken.faults.length && <>; {formatNumber(taken.faults.length)} chỗ đầu</>}:
      </p>
      <ul className={styles.faults}>
        {taken.faults.map((fault) => (
          <li key={`${fault.where} ${fault.message}`}>
            <b>{fault.where}</b>: {fault.message}
          </li>
        ))}
      </ul>
    </>
  );
}
