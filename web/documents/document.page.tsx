import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { SourceCard } from '../consolidation/source-card.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card, Remark } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatFileSize } from '../ui/file-field.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PassagesCard } from '../ui/passages-card.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { DownloadButton, PrintButton } from '../ui/small-actions.tsx';
import { documentPurposeWords } from '#domain/documents/document.workflow.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { DispatchCard } from './dispatch-card.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentStateBadge } from './document-state.tsx';
import { LinksCard } from './links-card.tsx';
import { PaperEditor } from './paper-editor.tsx';
import { PaperPreview } from './paper-preview.tsx';
import styles from './paper.module.css';

type Document = ApiResponse<'GET /api/documents/:id'>;

/** A report of our own that no campaign's step asked for. */
function mayBeConsolidated({ direction, type, purpose, paper }: Document): boolean {
  return direction === 'own' && type === 'BC' && purpose === null && paper !== null;
}

/** A paper: as it will be printed, what may be done with it, and where it went. */
export function DocumentPage() {
  const id = usePathParam('id');
  const document = useApiQuery('GET /api/documents/:id', { params: { id } });
  return <Loaded query={document}>{(data) => <DocumentRecord key={data.id} document={data} />}</Loaded>;
}

function DocumentRecord({ document }: { readonly document: Document }) {
  const [editing, setEditing] = useState(false);
  const returned =
    document.state === 'draft' ? document.history.find((entry) => entry.action === 'return') : undefined;
  const newest = document.history[0]?.action;
  return (
    <>
      <div className={document.paper === null ? undefined : 'k-no-print'}>
        <PageHead
          title={[document.typeName, document.symbol ?? '(chưa có số)'].join(' ')}
          subtitle={document.subject}
          crumbs={[{ label: 'Văn bản', href: '/van-ban' }]}
          badges={<DocumentStateBadge state={document.state} />}
          actions={
            editing ? undefined : <DocumentActions document={document} onEdit={() => setEditing(true)} />
          }
        />
      </div>
      {returned && (newest === 'return' || newest === 'edit') && (
        <div className={styles.notice}>
          <Remark>
            {returned.actorName} trả lại: “{returned.reason}”
          </Remark>
        </div>
      )}
      <div className={styles.page}>
        <div className="k-stack">
          {editing && document.paper ? (
            <PaperEditor document={document} paper={document.paper} onDone={() => setEditing(false)} />
          ) : (
            <DocumentBody document={document} />
          )}
        </div>
        <div className="k-stack k-no-print">
          <FactsCard document={document} />
          {mayBeConsolidated(document) && <SourceCard documentId={document.id} unitId={document.owner.id} />}
          <DispatchCard document={document} />
          <LinksCard document={document} />
          <PracticesCard document={document} />
          <PassagesCard of={{ documentId: document.id }} />
          <HistoryCard entries={document.history} selfId={document.id} more={historyMore} />
        </div>
      </div>
    </>
  );
}

function historyMore(entry: { readonly details: Readonly<Record<string, unknown>> }) {
  const { symbol, unit, units } = entry.details;
  if (typeof symbol === 'string') return ` · số ${symbol}`;
  if (typeof unit === 'string' && unit !== '') return ` · ${unit}`;
  if (typeof units === 'number') return ` · ${formatNumber(units)} đơn vị`;
  return null;
}

function DocumentBody({ document }: { readonly document: Document }) {
  const { paper, file, id } = document;
  return (
    <>
      <div className={`${styles.tools} k-no-print`}>
        {paper !== null && (
          <>
            <DownloadButton
              href={apiHref('GET /api/documents/:id/paper.docx', { params: { id }, query: {} })}
            >
              Tải Word
            </DownloadButton>
            {Object.keys(paper.traces).length > 0 && (
              <DownloadButton
                href={apiHref('GET /api/documents/:id/paper.docx', {
                  params: { id },
                  query: { traces: 'true' },
                })}
              >
                Tải Word kèm nguồn số liệu
              </DownloadButton>
            )}
            <PrintButton />
          </>
        )}
        {file !== null && (
          <Button
            component="a"
            href={apiHref('GET /api/files/:id', { params: { id: file.id }, query: {} })}
            target="_blank"
            rel="noopener"
            variant="default"
            leftSection={<IconExternalLink size={18} stroke={1.6} />}
          >
            Mở tệp {file.name} ({formatFileSize(file.size)})
          </Button>
        )}
      </div>
      {paper !== null && <PaperPreview paper={paper} />}
      {paper === null && file !== null && file.hasPreview && (
        <Card title="Bản chụp">
          <img
            src={apiHref('GET /api/files/:id', { params: { id: file.id }, query: { preview: 'large' } })}
            alt={`Bản chụp ${document.typeName} ${document.symbol ?? ''}`}
            style={{ maxWidth: '100%' }}
          />
        </Card>
      )}
      {paper === null && file === null && (
        <div className="k-card">
          <EmptyState title="Văn bản này vào sổ không kèm tệp">
            Sổ chỉ ghi số, ký hiệu, ngày, trích yếu và cơ quan ban hành.
          </EmptyState>
        </div>
      )}
    </>
  );
}

function FactsCard({ document }: { readonly document: Document }) {
  const signer = [document.signerPost, document.signerName].filter(Boolean).join(', ');
  return (
    <Card title="Thông tin">
      <DefinitionList
        items={[
          { term: 'Cơ quan', value: document.issuerName },
          ...(document.nextSymbol === null ? [] : [{ term: 'Số kế tiếp', value: document.nextSymbol }]),
          { term: 'Ngày', value: document.issuedOn === null ? null : formatDay(document.issuedOn) },
          ...(document.receivedOn === null
            ? []
            : [{ term: 'Ngày đến', value: formatDay(document.receivedOn) }]),
          { term: 'Người ký', value: signer },
          { term: 'Sổ của', value: document.owner.name },
          ...(document.campaign === null
            ? []
            : [
                {
                  term: 'Chiến dịch',
                  value: (
                    <AppLink href={`/chien-dich/${document.campaign.id}`}>{document.campaign.title}</AppLink>
                  ),
                },
              ]),
          ...(document.purpose === null
            ? []
            : [{ term: 'Dùng để', value: documentPurposeWords[document.purpose] }]),
        ]}
      />
    </Card>
  );
}

function PracticesCard({ document }: { readonly document: Document }) {
  if (document.practices.length === 0) return null;
  return (
    <Card title="Mô hình trong văn bản" aside={formatNumber(document.practices.length)}>
      <ul className={`${styles.plainList} ${styles.long}`} tabIndex={0} aria-label="Mô hình trong văn bản">
        {document.practices.map((practice) => (
          <li key={practice.id}>
            <AppLink href={`/mo-hinh/${practice.id}`}>{practice.name}</AppLink>
            <div className="k-small">{practice.unitName}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
