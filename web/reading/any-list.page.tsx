import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { uploadTo } from '../platform/upload.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import importStyles from '../ui/import-list.module.css';
import { ImportProblem } from '../ui/import-problem.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { ListColumns } from './list-columns.tsx';

type Options = ApiResponse<'GET /api/registration-options'>;
export type ReadList = ApiResponse<'POST /api/reading-lists'>;

/** A list with headings of its own becomes drafts of registrations: what each column means is asked once. */
export function AnyListPage() {
  const { words } = useUrlState();
  const query = words['unitId'] === undefined ? {} : { unitId: words['unitId'] };
  const options = useApiQuery('GET /api/registration-options', { query }, { keepPrevious: true });
  return (
    <>
      <PageHead
        title="Nhập danh sách bất kỳ"
        subtitle="Bảng đăng ký trong Excel hoặc Word, tiêu đề cột thế nào cũng được"
        crumbs={[
          { label: 'Mô hình', href: '/mo-hinh' },
          { label: 'Nhập danh sách', href: '/mo-hinh/nhap-danh-sach' },
        ]}
      />
      <Loaded query={options}>{(data) => <Steps options={data} />}</Loaded>
    </>
  );
}

function Steps({ options }: { readonly options: Options }) {
  const { words, change } = useUrlState();
  const unit = options.units.find((one) => one.id === words['unitId']) ?? options.units[0];
  const campaign = options.campaigns.find((one) => one.id === words['campaignId']) ?? options.campaigns[0];
  if (unit === undefined || campaign === undefined) {
    return (
      <section className="k-card">
        <EmptyState
          title="Chưa có chiến dịch nào đang mở cho đơn vị"
          action={
            <Button variant="default" component={AppLink} href="/chien-dich">
              Xem chiến dịch
            </Button>
          }
        >
          Khi cơ quan thường trực phát động phong trào của năm, danh sách được nhập tại đây.
        </EmptyState>
      </section>
    );
  }
  return (
    <div className="k-stack">
      <Card title="1. Nơi đăng ký">
        <div className={importStyles.where}>
          <NativeSelect
            label="Đơn vị đăng ký"
            value={unit.id}
            onChange={(event) => change({ unitId: event.currentTarget.value })}
            data={options.units.map((one) => ({ value: one.id, label: one.name }))}
          />
          <NativeSelect
            label="Chiến dịch"
            value={campaign.id}
            onChange={(event) => change({ campaignId: event.currentTarget.value })}
            data={options.campaigns.map((one) => ({ value: one.id, label: one.title }))}
          />
        </div>
      </Card>
      <ListFile key={`${campaign.id} ${unit.id}`} campaignId={campaign.id} unitId={unit.id} />
    </div>
  );
}

interface ListFileProps {
  readonly campaignId: string;
  readonly unitId: string;
}

function ListFile({ campaignId, unitId }: ListFileProps) {
  const [file, setFile] = useState<File | null>(null);
  const [list, setList] = useState<ReadList | null>(null);
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [stop, setStop] = useState<(() => void) | null>(null);

  const take = async (chosen: File) => {
    const control = new AbortController();
    setFile(chosen);
    setList(null);
    setProblem(null);
    setStop(() => () => control.abort());
    try {
      const url = apiHref('POST /api/reading-lists', { query: { unitId, campaignId } });
      setList((await uploadTo(chosen, { url, signal: control.signal })) as ReadList);
    } catch (error) {
      const refusal = toProblem(error);
      if (refusal.code !== 'cancelled') setProblem(refusal);
    } finally {
      setStop(null);
    }
  };
  return (
    <>
      <Card title="2. Tệp danh sách">
        <div className="k-stack">
          <ImportDrop
            label="Tệp danh sách"
            hint="Tệp .xlsx, .csv hoặc bảng trong Word (.docx, .doc), mỗi dòng một mô hình."
            accept=".xlsx,.csv,.docx,.doc"
            file={file}
            disabled={stop !== null}
            onFile={(chosen) => void take(chosen)}
          />
          {stop !== null && <ProgressBar label={`Đang đọc ${file?.name ?? ''}`} onCancel={stop} />}
          {problem !== null && <ImportProblem problem={problem} />}
        </div>
      </Card>
      {list !== null && (
        <ListColumns
          key={list.fileId}
          list={list}
          where={{ campaignId, unitId }}
          onAgain={() => setList(null)}
        />
      )}
    </>
  );
}
