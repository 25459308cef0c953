import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import type { UploadedFile } from '../platform/upload.ts';
import { DayField } from '../ui/day-field.tsx';
import { documentLabel, DocumentPicker, type PickedDocument } from '../ui/document-picker.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FileField } from '../ui/file-field.tsx';
import { FieldRow, FormPage, FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import {
  DOCUMENT_TYPE_CODES,
  DOCUMENT_TYPE_NAMES,
  type DocumentTypeCode,
} from '#domain/documents/document-types.ts';
import {
  type DocumentLinkKind,
  documentLinkKinds,
  documentLinkWords,
} from '#domain/documents/document.workflow.ts';
import { parseSymbol } from '#domain/documents/symbols.ts';

interface LinkRow {
  readonly kind: DocumentLinkKind;
  readonly target: PickedDocument | null;
  readonly targetText: string;
}

const nothing = {
  type: null as DocumentTypeCode | null,
  symbol: '',
  issuerName: '',
  issuedOn: null as string | null,
  receivedOn: null as string | null,
  subject: '',
  signerPost: '',
  signerName: '',
  campaignId: null as string | null,
  ownerUnitId: null as string | null,
};

const typeOptions = DOCUMENT_TYPE_CODES.map((value) => ({ value, label: DOCUMENT_TYPE_NAMES[value] }));

/** Registers a paper that came in: the file first, then what stands on it. */
export function ReceiveDocumentPage() {
  const register = useApiQuery('GET /api/documents', { query: { size: 1 } });
  return (
    <Loaded query={register}>
      {(data) =>
        data.canReceiveFor.length === 0 ? (
          <>
            <PageHead title="Vào sổ văn bản đến" crumbs={[{ label: 'Văn bản', href: '/van-ban' }]} />
            <EmptyState title="Bạn chưa được giao vào sổ văn bản cho đơn vị nào" />
          </>
        ) : (
          <ReceiveForm units={data.canReceiveFor} />
        )
      }
    </Loaded>
  );
}

function ReceiveForm({
  units,
}: {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}) {
  const goTo = useGoTo();
  const { today } = useSession();
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [links, setLinks] = useState<readonly LinkRow[]>([]);
  const form = useFormState<typeof nothing>({
    ...nothing,
    receivedOn: today,
    ownerUnitId: units[0]?.id ?? null,
  });
  const campaigns = useApiQuery('GET /api/campaigns', {}, { staleTime: 60_000 });
  const receive = useApiCommand('POST /api/documents/received', {
    onSuccess: (done) => {
      notify('Đã vào sổ văn bản.');
      goTo(`/van-ban/${done.id}`, { replace: true });
    },
  });
  const typeSymbol = (symbol: string) => {
    form.set('symbol', symbol);
    const read = parseSymbol(symbol);
    if (read && form.value.type === null) form.set('type', read.typeCode);
  };
  const submit = () => {
    const value = form.value;
    // Empty places go out as they are: the server names each one that it needs.
    receive.run({
      body: {
        ...value,
        ownerUnitId: value.ownerUnitId ?? '',
        type: value.type ?? ('' as DocumentTypeCode),
        receivedOn: value.receivedOn ?? '',
        fileId: files[0]?.id ?? null,
        links: links
          .filter((link) => link.target !== null || link.targetText.trim() !== '')
          .map((link) => ({
            kind: link.kind,
            targetId: link.target?.id ?? null,
            targetText: link.targetText,
          })),
      },
    });
  };
  return (
    <FormPage
      title="Vào sổ văn bản đến"
      subtitle="Thả tệp trước, rồi ghi những gì in trên văn bản"
      crumbs={[{ label: 'Văn bản', href: '/van-ban' }]}
      submitLabel="Vào sổ"
      onSubmit={submit}
      submitting={receive.pending}
      problem={receive.problem}
      dirty={form.dirty || files.length > 0}
      onCancel={() => goTo('/van-ban')}
    >
      <FormSection title="Tệp văn bản">
        <FileField
          name="fileId"
          label="Bản chụp hoặc tệp văn bản"
          value={files}
          onChange={(change) => setFiles(change)}
          multiple={false}
          camera
        />
      </FormSection>
      <FormSection title="Trên văn bản">
        <FieldRow>
          <TextField
            label="Số, ký hiệu"
            hint="Như in trên văn bản, ví dụ 05-KH/ThU"
            maxLength={60}
            {...form.bind('symbol')}
            onChange={typeSymbol}
          />
          <SelectField label="Loại văn bản" required options={typeOptions} {...form.bind('type')} />
        </FieldRow>
        <TextAreaField
          label="Trích yếu"
          hint="Phần in đậm dưới tên loại, ví dụ: phong trào thi đua “Dân vận khéo” năm 2026"
          required
          rows={2}
          maxLength={600}
          {...form.bind('subject')}
        />
        <TextField label="Cơ quan ban hành" required maxLength={200} {...form.bind('issuerName')} />
        <FieldRow>
          <DayField label="Ngày ban hành" {...form.bind('issuedOn')} max={today} />
          <DayField label="Ngày đến" required {...form.bind('receivedOn')} max={today} />
        </FieldRow>
        <FieldRow>
          <TextField label="Chức vụ người ký" maxLength={200} {...form.bind('signerPost')} />
          <TextField label="Người ký" maxLength={120} {...form.bind('signerName')} />
        </FieldRow>
      </FormSection>
      <FormSection title="Trong hệ thống">
        {units.length > 1 && (
          <SelectField
            label="Vào sổ của đơn vị"
            required
            none={null}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            {...form.bind('ownerUnitId')}
          />
        )}
        <SelectField
          label="Thuộc chiến dịch"
          none="Không thuộc chiến dịch nào"
          options={(campaigns.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))}
          {...form.bind('campaignId')}
        />
        <LinkRows links={links} onChange={setLinks} />
      </FormSection>
    </FormPage>
  );
}

interface LinkRowsProps {
  readonly links: readonly LinkRow[];
  readonly onChange: (links: readonly LinkRow[]) => void;
}

function LinkRows({ links, onChange }: LinkRowsProps) {
  const change = (index: number, patch: Partial<LinkRow>) =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...patch } : link)));
  return (
    <>
      {links.map((link, index) => (
        // Rows have no identity of their own until they are sent.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} role="group" aria-label={`Liên kết ${index + 1}`} className="k-stack">
          <FieldRow>
            <SelectField
              name={`links.${index}.kind`}
              label="Liên kết"
              none={null}
              value={link.kind}
              onChange={(kind) => change(index, { kind: kind ?? 'basis' })}
              options={documentLinkKinds.map((kind) => ({ value: kind, label: documentLinkWords[kind].out }))}
            />
            <DocumentPicker
              name={`links.${index}.targetId`}
              label="Văn bản trong sổ"
              value={link.target}
              onChange={(target) => change(index, { target })}
            />
            <TextField
              name={`links.${index}.targetText`}
              label="hoặc ghi tên văn bản"
              value={link.targetText}
              onChange={(targetText) => change(index, { targetText })}
              maxLength={500}
            />
          </FieldRow>
          <div>
            <CloseButton
              aria-label={`Bỏ liên kết ${link.target ? documentLabel(link.target) : index + 1}`}
              onClick={() => onChange(links.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() => onChange([...links, { kind: 'basis', target: null, targetText: '' }])}
        >
          Thêm liên kết
        </Button>
      </div>
    </>
  );
}
