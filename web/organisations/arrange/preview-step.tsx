import type { ApiResponse } from '../../platform/api-client.ts';
import { Button } from '@mantine/core';
import type { ClientProblem, RefusedField } from '../../platform/problem-error.ts';
import { Remark } from '../../ui/card.tsx';
import { FormSection } from '../../ui/form-page.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { LongList } from '../long-list.tsx';
import styles from '../organisations.module.css';
import type { ActDraft } from './act-draft.ts';
import own from './arrange.module.css';

type PreviewData = ApiResponse<'POST /api/reorganisations/preview'>;

export interface Preview {
  readonly data: PreviewData | undefined;
  readonly problem: ClientProblem | null;
}

interface PreviewStepProps {
  readonly draft: ActDraft;
  readonly preview: Preview;
  /** Why it cannot be; each with the step on which it is mended. */
  readonly refused: readonly (RefusedField & { readonly stepTitle: string; readonly onMend: () => void })[];
}

/** The last step: all that will change and move, before anything does. */
export function PreviewStep({ draft, preview, refused }: PreviewStepProps) {
  const { data } = preview;
  if (refused.length > 0)
    return (
      <div role="alert" className={own.refused}>
        <b>Chưa thực hiện được, chưa có gì thay đổi</b>
        <ul>
          {refused.map((one) => (
            <li key={`${one.path} ${one.message}`}>
              {one.message}{' '}
              <Button variant="default" size="compact-md" onClick={one.onMend}>
                Sửa ở bước “{one.stepTitle}”
              </Button>
            </li>
          ))}
        </ul>
      </div>
    );
  if (data === undefined) return preview.problem === null ? <PageSkeleton /> : null;
  return (
    <>
      <FormSection title={`Từ ngày ${draft.on === null ? '' : formatDay(draft.on)}`}>
        {draft.kind === 'change' ? <BeforeAfter draft={draft} data={data} /> : <Units data={data} />}
      </FormSection>
      {draft.kind !== 'found' && draft.kind !== 'change' && (
        <FormSection title="Những gì đang ở đơn vị cũ">
          {data.moves.length === 0 ? (
            <p>Không có mô hình, báo cáo, văn bản, quyền hay chức danh nào ở đơn vị cũ.</p>
          ) : (
            <Moves moves={data.moves} />
          )}
        </FormSection>
      )}
      <Remark>
        Chưa có gì thay đổi. Sau khi ghi, hoàn tác được ở trang của lần sắp xếp này khi chưa có việc gì dựa
        vào nó.
      </Remark>
    </>
  );
}

function Units({ data }: { readonly data: PreviewData }) {
  return (
    <div className={own.lists}>
      {data.ending.length > 0 && (
        <div>
          <h3>Kết thúc ({formatNumber(data.ending.length)})</h3>
          <LongList items={data.ending.map((unit) => ({ key: unit.id, words: unit.name }))} />
        </div>
      )}
      {data.founded.length > 0 && (
        <div>
          <h3>Thành lập ({formatNumber(data.founded.length)})</h3>
          <LongList
            items={data.founded.map((unit) => ({
              key: unit.code,
              words: `${unit.name} · ${unitKindWords[unit.kind]}, mã ${unit.code}`,
            }))}
          />
        </div>
      )}
      {data.moving.length > 0 && (
        <div>
          <h3>Chuyển trực thuộc ({formatNumber(data.moving.length)})</h3>
          <LongList
            items={data.moving.map((one) => ({
              key: one.unit.id,
              words: `${one.unit.name}: ${one.fromName} → ${one.toName}`,
            }))}
          />
        </div>
      )}
    </div>
  );
}

function BeforeAfter({ draft, data }: { readonly draft: ActDraft; readonly data: PreviewData }) {
  const { after } = draft;
  const [unit] = draft.units;
  const [moved] = data.moving;
  const parent = after?.parent?.name ?? moved?.toName ?? '';
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Trước và sau">
        <thead>
          <tr>
            <th scope="col">&nbsp;</th>
            <th scope="col">Trước</th>
            <th scope="col">Từ ngày này</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Tên</th>
            <td>{unit?.name}</td>
            <td>{after?.name ?? unit?.name}</td>
          </tr>
          <tr>
            <th scope="row">Trực thuộc</th>
            <td>{moved?.fromName || 'Không có cấp trên'}</td>
            <td>{parent || 'Không có cấp trên'}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** What an act moves, counted, and what becomes of it. */
export function Moves({ moves }: { readonly moves: PreviewData['moves'] }) {
  return (
    <ul className={own.moves}>
      {moves.map((one) => (
        <li key={one.words}>
          <b>{formatNumber(one.count)}</b>
          <div>
            {one.words}
            <div className="k-small">{one.outcome}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
