import { type ApiArgs, apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { AppLink } from './app-link.tsx';
import { Card } from './card.tsx';
import styles from './passages-card.module.css';
import { ProblemAlert } from './problem-alert.tsx';

/** The record whose passages are wanted: one of the three. */
type Of = NonNullable<ApiArgs<'GET /api/passages'>['query']>;

/** "Trích từ tài liệu": where in old papers a record comes from. Nothing is shown for records that were entered. */
export function PassagesCard({ of }: { readonly of: Of }) {
  const passages = useApiQuery('GET /api/passages', { query: of }, { staleTime: 60_000 });
  const count = passages.data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <Card title="Trích từ tài liệu" aside={`${formatNumber(count)} đoạn`}>
      <Passages of={of} />
    </Card>
  );
}

/** The passages themselves, for where they stand in something else than a card. */
export function Passages({ of }: { readonly of: Of }) {
  const passages = useApiQuery('GET /api/passages', { query: of }, { staleTime: 60_000 });
  if (passages.problem !== null) return <ProblemAlert problem={passages.problem} />;
  if (passages.data === undefined) return <p className="k-small">Đang tìm đoạn văn…</p>;
  if (passages.data.items.length === 0)
    return <p className="k-small">Số này được nhập tay, không trích từ tài liệu đã đọc.</p>;
  return (
    <ul className={styles.list}>
      {passages.data.items.map((one) => (
        <li key={one.factId}>
          <blockquote className={styles.quote}>
            {lead(one.before)}
            <mark>{one.passage}</mark>
            {tail(one.after)}
          </blockquote>
          <div className="k-small">
            {one.paperTitle}
            {' · '}
            {one.readingId === null ? (
              <a href={apiHref('GET /api/files/:id', { params: { id: one.fileId }, query: {} })}>
                Mở tệp gốc
              </a>
            ) : (
              <AppLink href={`/doc-tai-lieu/${one.readingId}?doan=${one.factId}`}>Mở đúng đoạn này</AppLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const AROUND = 120;

/** The end of what stands before, from the beginning of a word. */
function lead(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.length <= AROUND) return line;
  return `…${line.slice(-AROUND).replace(/^\S*/u, '')}`;
}

function tail(after: string): string {
  const [line = ''] = after.split('\n');
  if (line.length <= AROUND) return line;
  return `${line.slice(0, AROUND).replace(/\S*$/u, '')}…`;
}
