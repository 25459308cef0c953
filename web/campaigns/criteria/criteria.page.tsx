import { Button } from '@mantine/core';
import type { ApiResponse } from '../../platform/api-client.ts';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { usePathParam } from '../../platform/navigation.ts';
import { NotFoundPage } from '../../platform/message-page.tsx';
import { usePermission } from '../../platform/session.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Card } from '../../ui/card.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Loaded, RecordPage } from '../../ui/record-page.tsx';
import { PrintButton } from '../../ui/small-actions.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './criteria.module.css';
import { criteriaFor, sumOfPoints } from './criteria-words.ts';

type CriteriaSet = ApiResponse<'GET /api/criteria-sets'>['items'][number];
type Criterion = CriteriaSet['content']['criteria'][number];

/** One revision of a criteria set, to read and print. */
export function CriteriaPage() {
  const id = usePathParam('id');
  const sets = useApiQuery('GET /api/criteria-sets', {});
  return (
    <Loaded query={sets}>
      {(data) => {
        const set = data.items.find((one) => one.id === id);
        if (set === undefined) return <NotFoundPage />;
        return (
          <CriteriaRecord set={set} family={data.items.filter((one) => one.familyId === set.familyId)} />
        );
      }}
    </Loaded>
  );
}

interface CriteriaRecordProps {
  readonly set: CriteriaSet;
  readonly family: readonly CriteriaSet[];
}

function CriteriaRecord({ set, family }: CriteriaRecordProps) {
  const manages = usePermission('criteria.manage');
  const { thresholds } = set.content;
  return (
    <RecordPage
      title={set.name}
      crumbs={[
        { label: 'Chiến dịch', href: '/chien-dich' },
        { label: 'Bộ tiêu chí', href: '/tieu-chi' },
        { label: `Phiên bản ${set.revision}` },
      ]}
      subtitle={`${criteriaFor(set)} · ${set.owner.name}`}
      badges={
        set.inUse ? (
          <StateBadge tone="good">Đang dùng, không sửa được</StateBadge>
        ) : (
          <StateBadge tone="neutral">Chưa dùng</StateBadge>
        )
      }
      actions={
        <>
          <PrintButton />
          {manages && (
            <Button component={AppLink} href={`/tieu-chi/${set.id}/phien-ban-moi`}>
              Soạn phiên bản mới
            </Button>
          )}
        </>
      }
      notice={set.warnings.length > 0 ? set.warnings.join(' ') : null}
      aside={
        <>
          <Card title="Căn cứ và xếp loại">
            <DefinitionList
              items={[
                { term: 'Căn cứ', value: set.legalBasis },
                { term: 'Tổng điểm tối đa', value: formatNumber(sumOfPoints(set.content)) },
                {
                  term: 'Xếp loại',
                  value:
                    thresholds.length === 0
                      ? 'Không xếp loại: đạt khi đủ các tiêu chí bắt buộc'
                      : thresholds
                          .toSorted((a, b) => b.least - a.least)
                          .map(
                            (one) =>
                              `${one.name}: từ ${formatNumber(one.least)} điểm${one.passes ? '' : ' (không đạt)'}`,
                          )
                          .join('\n'),
                },
              ]}
            />
          </Card>
          {family.length > 1 && (
            <Card title="Các phiên bản">
              <ul className={styles.family}>
                {family.map((one) => (
                  <li key={one.id}>
                    {one.id === set.id ? (
                      <b>Phiên bản {one.revision} (đang xem)</b>
                    ) : (
                      <AppLink href={`/tieu-chi/${one.id}`}>Phiên bản {one.revision}</AppLink>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </>
      }
    >
      <Card title="Các tiêu chí" aside={`${set.content.criteria.length} tiêu chí`} flush>
        <CriteriaTable criteria={set.content.criteria} />
      </Card>
    </RecordPage>
  );
}

function CriteriaTable({ criteria }: { readonly criteria: readonly Criterion[] }) {
  return (
    <table className={styles.table} aria-label="Các tiêu chí">
      <thead>
        <tr>
          <th scope="col">TT</th>
          <th scope="col">Tiêu chí</th>
          <th scope="col" className={styles.points}>
            Điểm tối đa
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion, index) => (
          <tr key={criterion.id}>
            <td>{index + 1}</td>
            <td>
              {criterion.group !== '' && <div className="k-small">{criterion.group}</div>}
              {criterion.text}
              {criterion.required && <span className={styles.required}> Bắt buộc</span>}
            </td>
            <td className={styles.points}>
              {criterion.kind === 'points' ? formatNumber(criterion.max) : 'Đạt / không đạt'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
