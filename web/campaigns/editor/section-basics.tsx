import { useDebouncedValue } from '@mantine/hooks';
import { memo, useState } from 'react';
import type { ApiResponse } from '../../platform/api-client.ts';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { usePermission } from '../../platform/session.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { RemotePicker } from '../../ui/remote-picker.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { SetPlan } from './plan-draft.ts';

export type PlanDocument = Pick<
  ApiResponse<'GET /api/documents'>['items'][number],
  'id' | 'symbol' | 'subject'
> & { readonly issuedOn?: string | null };

interface BasicsProps {
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly stageId: string | null;
  readonly onStage: (id: string | null) => void;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly document: PlanDocument | null;
  readonly onDocument: (document: PlanDocument | null) => void;
  readonly theme: string;
  readonly setPlan: SetPlan;
}

/** Title, stage, theme, and the issued paper that this plan is. */
export const BasicsFields = memo(function BasicsFields(props: BasicsProps) {
  const readsPapers = usePermission('document.read');
  return (
    <>
      <TextField
        name="title"
        label="Tên chiến dịch"
        required
        maxLength={300}
        value={props.title}
        onChange={props.onTitle}
      />
      <SelectField
        name="stageId"
        label="Giai đoạn"
        value={props.stageId}
        onChange={props.onStage}
        none="Không thuộc giai đoạn nào"
        options={props.stages.map((stage) => ({ value: stage.id, label: stage.name }))}
      />
      <TextField
        name="plan.theme"
        label="Chủ đề năm"
        maxLength={500}
        value={props.theme}
        onChange={(theme) => props.setPlan('theme', theme)}
      />
      {readsPapers && <DocumentPicker value={props.document} onChange={props.onDocument} />}
    </>
  );
});

interface DocumentPickerProps {
  readonly value: PlanDocument | null;
  readonly onChange: (document: PlanDocument | null) => void;
}

function DocumentPicker({ value, onChange }: DocumentPickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const papers = useApiQuery(
    'GET /api/documents',
    { query: { size: 20, ...(asked !== '' && { q: asked }) } },
    { keepPrevious: true, staleTime: 30_000 },
  );
  return (
    <RemotePicker<PlanDocument>
      name="planDocumentId"
      label="Văn bản kế hoạch đã ban hành"
      hint="Chọn từ sổ văn bản, để mọi việc dẫn đúng số, ký hiệu. Có thể bổ sung sau."
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={papers.data?.items}
      loading={papers.refreshing && text !== ''}
      itemId={(paper) => paper.id}
      itemLabel={(paper) => (paper.symbol === null ? paper.subject : `${paper.symbol}: ${paper.subject}`)}
      itemDetail={(paper) => (paper.issuedOn ? `ngày ${formatDay(paper.issuedOn)}` : '')}
      placeholder="Gõ số, ký hiệu hoặc trích yếu"
    />
  );
}
