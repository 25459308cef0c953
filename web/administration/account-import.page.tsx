import { Button } from '@mantine/core';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { invalidateApi, queryClient } from '../platform/api-hooks.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { uploadTo } from '../platform/upload.ts';
import { Card } from '../ui/card.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import styles from '../ui/import-list.module.css';
import { ImportProblem } from '../ui/import-problem.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { DownloadButton } from '../ui/small-actions.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { ImportedAccounts } from './imported-accounts.tsx';

export type ImportAnswer = ApiResponse<'POST /api/account-import'>;

/** A list becomes accounts: looked through first, then all made at once or none; then everybody is invited. */
export function AccountImportPage() {
  const [made, setMade] = useState<ImportAnswer | null>(null);
  return (
    <>
      <PageHead
        title="Nhập danh sách tài khoản"
        subtitle="Từ tệp Excel hoặc CSV: xem trước, tạo tài khoản, rồi gửi đường dẫn mời"
        crumbs={[
          { label: 'Quản trị', href: '/quan-tri' },
          { label: 'Tài khoản', href: '/quan-tri/tai-khoan' },
          { label: 'Nhập danh sách' },
        ]}
      />
      {made === null ? (
        <ImportSteps onMade={setMade} />
      ) : (
        <ImportedAccounts answer={made} onAgain={() => setMade(null)} />
      )}
    </>
  );
}

interface Reading {
  readonly label: string;
  readonly share: number | undefined;
  readonly stop: () => void;
}

/** The file as it was last read: only one that could be read without a fault may be written. */
function useImport(onMade: (answer: ImportAnswer) => void) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportAnswer | null>(null);
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const send = async (chosen: File, dryRun: boolean) => {
    const control = new AbortController();
    const shown = {
      label: dryRun ? `Đang đọc ${chosen.name}` : 'Đang tạo tài khoản',
      stop: () => control.abort(),
    };
    setReading({ ...shown, share: 0 });
    setProblem(null);
    try {
      const answer = (await uploadTo(chosen, {
        url: apiHref('POST /api/account-import', { query: { dryRun: String(dryRun) } }),
        signal: control.signal,
        onProgress: (share) => setReading({ ...shown, share: share < 1 ? share : undefined }),
      })) as ImportAnswer;
      if (dryRun) setPreview(answer);
      else {
        onMade(answer);
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
    void send(chosen, true);
  };
  return { file, preview, problem, reading, take, write: () => file !== null && void send(file, false) };
}

function ImportSteps({ onMade }: { readonly onMade: (answer: ImportAnswer) => void }) {
  const { file, preview, problem, reading, take, write } = useImport(onMade);
  return (
    <div className="k-stack">
      <Card title="1. Tệp mẫu">
        <div className="k-stack">
          <p>
            Mỗi dòng là một vai trò của một người: tên đăng nhập, họ tên hoặc chức danh, vai trò, mã đơn vị,
            từ ngày, đến ngày, phạm vi. Chỉ giao được vai trò nằm trong quyền bạn đang giữ.
          </p>
          <div>
            <DownloadButton href={apiHref('GET /api/account-import-template.xlsx', {})}>
              Tải tệp mẫu
            </DownloadButton>
          </div>
        </div>
      </Card>
      <Card title="2. Tệp danh sách">
        <div className="k-stack">
          <ImportDrop
            each="một vai trò"
            label="Tệp danh sách tài khoản"
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
        <Card
          title="3. Xem trước"
          aside={`${formatNumber(preview.accounts.length)} người, chưa tạo gì`}
          flush
        >
          <AccountRows accounts={preview.accounts} />
          <div className={styles.foot}>
            <span className="k-small">
              Tạo tất cả hoặc không tạo gì; chưa ai đăng nhập được khi chưa được mời.
            </span>
            <Button disabled={reading !== null} onClick={write}>
              Tạo {formatNumber(preview.accounts.length)} tài khoản
            </Button>
          </div>
        </Card>
      )}
    </div>
  );
}

function AccountRows({ accounts }: { readonly accounts: ImportAnswer['accounts'] }) {
  return (
    <div className={styles.scroll} role="region" aria-label="Các tài khoản đọc được" tabIndex={0}>
      <table className={styles.table} aria-label="Các tài khoản đọc được">
        <thead>
          <tr>
            <th scope="col">Dòng</th>
            <th scope="col">Người dùng</th>
            <th scope="col">Vai trò</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.username}>
              <td className={styles.number}>{account.rowNumber}</td>
              <td>
                <b>{account.displayName}</b>
                <div className="k-small">{account.username}</div>
              </td>
              <td>
                {account.grants.map((grant) => (
                  <div key={`${grant.roleName} ${grant.unitName}`}>
                    {grant.roleName} · {grant.unitName}
                    <span className="k-small">
                      {' '}
                      từ {formatDay(grant.beginsOn)}
                      {grant.endsOn !== null && ` đến ${formatDay(grant.endsOn)}`}
                      {grant.coversSubtree ? ', gồm đơn vị trực thuộc' : ', chỉ đơn vị này'}
                    </span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
