import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceField } from '../ui/check-field.tsx';
import { DocumentPicker, type PickedDocument } from '../ui/document-picker.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import {
  type DocumentLinkKind,
  documentLinkKinds,
  documentLinkWords,
} from '#domain/documents/document.workflow.ts';
import styles from './paper.module.css';

type Document = ApiResponse<'GET /api/documents/:id'>;

/** What the paper stands on, carries out or replaces, and what stands on it. */
export function LinksCard({ document }: { readonly document: Document }) {
  const mayLink = usePermission('document.draft');
  const [adding, setAdding] = useState(false);
  const { links, linkedFrom } = document;
  if (links.length + linkedFrom.length === 0 && !mayLink) return null;
  return (
    <Card title="Văn bản liên quan">
      <div className="k-stack">
        {links.length + linkedFrom.length === 0 ? (
          <p className="k-small">Chưa ghi căn cứ, văn bản được thực hiện hay thay thế.</p>
        ) : (
          <ul className={styles.plainList}>
            {links.map((link) => (
              <li key={link.id}>
                <div className="k-small">{documentLinkWords[link.kind].out}</div>
                {link.targetId === null ? (
                  link.text
                ) : (
                  <AppLink href={`/van-ban/${link.targetId}`}>{link.text}</AppLink>
                )}
              </li>
            ))}
            {linkedFrom.map((link) => (
              <li key={`${link.id}-${link.kind}`}>
                <div className="k-small">{documentLinkWords[link.kind].in}</div>
                <AppLink href={`/van-ban/${link.id}`}>{link.text}</AppLink>
              </li>
            ))}
          </ul>
        )}
        {mayLink && (
          <div>
            <Button variant="default" onClick={() => setAdding(true)}>
              Thêm liên kết
            </Button>
          </div>
        )}
      </div>
      <LinkDrawer document={document} opened={adding} onClose={() => setAdding(false)} />
    </Card>
  );
}

interface LinkDrawerProps {
  readonly document: Document;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function LinkDrawer({ document, opened, onClose }: LinkDrawerProps) {
  const [kind, setKind] = useState<DocumentLinkKind>('basis');
  const [target, setTarget] = useState<PickedDocument | null>(null);
  const [targetText, setTargetText] = useState('');
  const link = useApiCommand('POST /api/documents/:id/links', {
    onSuccess: () => {
      notify('Đã ghi liên kết.');
      setTarget(null);
      setTargetText('');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened={opened}
      title="Liên kết với văn bản khác"
      submitLabel="Ghi liên kết"
      onClose={onClose}
      pending={link.pending}
      problem={link.problem}
      onSubmit={() =>
        link.run({ params: { id: document.id }, body: { kind, targetId: target?.id ?? null, targetText } })
      }
    >
      <ChoiceField
        name="kind"
        label="Văn bản này"
        value={kind}
        onChange={setKind}
        options={documentLinkKinds.map((value) => ({ value, label: documentLinkWords[value].out }))}
      />
      <DocumentPicker name="targetId" label="Văn bản trong sổ" value={target} onChange={setTarget} />
      <TextField
        name="targetText"
        label="Hoặc ghi tên văn bản không có trong sổ"
        value={targetText}
        onChange={setTargetText}
        maxLength={500}
      />
    </DrawerForm>
  );
}
