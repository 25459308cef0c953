import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { uploadTo } from '../platform/upload.ts';
import { useUrlState } from '../platform/url-state.ts';
import { Card } from '../ui/card.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import { ImportProblem } from '../ui/import-problem.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { RegistrationPlace } from '../ui/registration-place.tsx';
import { ListColumns } from './list-columns.tsx';

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
      <Loaded query={options}>
        {(data) => (
          <RegistrationPlace options={data} title="1. Nơi đăng ký">
            {({ unit, campaign }) => (
              <ListFile key={`${campaign.id} ${unit.id}`} campaignId={campaign.id} unitId={unit.id} />
            )}
          </RegistrationPlace>
        )}
      </Loaded>
    </>
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
