import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { AppLink } from '../ui/app-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/fields.tsx';
import { FormPage, FormSection } from '../ui/form-page.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { openWorkKinds, openWorkWords } from '#domain/people/hand-over.ts';
import { type PickedPerson, PersonField } from './person-field.tsx';
import { peopleCrumbs, peopleHref } from './places.tsx';
import styles from './people.module.css';

type OpenWork = ApiResponse<'GET /api/people/:id/open-work'>;
type Item = OpenWork['items'][number];

const keyOf = (item: Item): string => `${item.kind} ${item.id}`;

/** What somebody still has in hand, to be given on: to one receiver, or to each its own. */
export function HandOverPage() {
  const id = usePathParam('id');
  const work = useApiQuery('GET /api/people/:id/open-work', { params: { id } });
  return <Loaded query={work}>{(data) => <HandOver key={data.person.id} work={data} />}</Loaded>;
}

function HandOver({ work }: { readonly work: OpenWork }) {
  const crumbs = [...peopleCrumbs, { label: work.person.name, href: `${peopleHref}/${work.person.id}` }];
  if (work.items.length === 0)
    return (
      <>
        <PageHead title={`Bàn giao công việc của ${work.person.name}`} crumbs={crumbs} />
        <div className="k-card">
          <EmptyState title="Không còn việc nào đang giữ">
            Không có vai trò, nhiệm vụ, dự thảo hay chức danh nào cần bàn giao.
          </EmptyState>
        </div>
      </>
    );
  return <HandOverForm work={work} crumbs={crumbs} />;
}

interface HandOverFormProps {
  readonly work: OpenWork;
  readonly crumbs: readonly { label: string; href?: string }[];
}

function HandOverForm({ work, crumbs }: HandOverFormProps) {
  const goTo = useGoTo();
  const free = work.items.filter((item) => item.blocked === null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(free.map(keyOf)));
  const [all, setAll] = useState<PickedPerson | null>(null);
  const [each, setEach] = useState<ReadonlyMap<string, PickedPerson | null>>(new Map());
  const [reason, setReason] = useState('');
  const handOver = useApiCommand('POST /api/people/:id/hand-over', {
    onSuccess: (done) => {
      notify(`Đã bàn giao ${done.handedOver} việc.`);
      goTo(`${peopleHref}/${work.person.id}`);
    },
  });
  const sent = free.filter((item) => chosen.has(keyOf(item)));
  const receiverOf = (item: Item) => each.get(keyOf(item)) ?? all;
  const submit = () =>
    handOver.run({
      params: { id: work.person.id },
      body: {
        items: sent.map((item) => ({
          kind: item.kind,
          id: item.id,
          toPersonId: receiverOf(item)?.id ?? '',
        })),
        reason,
      },
    });
  return (
    <FormPage
      title={`Bàn giao công việc của ${work.person.name}`}
      subtitle="Mọi việc được chọn chuyển cùng lúc; người bàn giao thôi giữ vai trò ngay khi ghi"
      crumbs={crumbs}
      submitLabel={`Bàn giao ${sent.length} việc`}
      onSubmit={submit}
      submitting={handOver.pending}
      problem={handOver.problem}
      onCancel={() => goTo(`${peopleHref}/${work.person.id}`)}
      dirty={all !== null || reason !== ''}
    >
      <FormSection title="Người nhận và lý do">
        <PersonField
          name="receiver"
          label="Người nhận tất cả"
          hint="Người nhận phải có tài khoản. Việc nào giao người khác thì chọn riêng ở dòng đó."
          value={all}
          onChange={setAll}
        />
        <TextField
          name="reason"
          label="Lý do"
          hint="Ví dụ: nghỉ hưu theo chế độ, chuyển công tác, kiện toàn Ban Chỉ đạo"
          required
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </FormSection>
      {openWorkKinds.map((kind) => {
        const items = work.items.filter((item) => item.kind === kind);
        if (items.length === 0) return null;
        return (
          <FormSection key={kind} title={openWorkWords[kind]}>
            <ul className={styles.works}>
              {items.map((item) => (
                <li key={keyOf(item)}>
                  <WorkLine
                    item={item}
                    path={`items.${sent.indexOf(item)}`}
                    chosen={chosen.has(keyOf(item))}
                    receiver={each.get(keyOf(item)) ?? null}
                    fallback={all}
                    onChoose={(on) => {
                      const next = new Set(chosen);
                      if (on) next.add(keyOf(item));
                      else next.delete(keyOf(item));
                      setChosen(next);
                    }}
                    onReceiver={(person) => setEach(new Map([...each, [keyOf(item), person]]))}
                  />
                </li>
              ))}
            </ul>
          </FormSection>
        );
      })}
    </FormPage>
  );
}

interface WorkLineProps {
  readonly item: Item;
  readonly path: string;
  readonly chosen: boolean;
  readonly receiver: PickedPerson | null;
  readonly fallback: PickedPerson | null;
  readonly onChoose: (on: boolean) => void;
  readonly onReceiver: (person: PickedPerson | null) => void;
}

function WorkLine(props: WorkLineProps) {
  const { item, chosen } = props;
  const title = item.link === null ? item.title : <AppLink href={item.link}>{item.title}</AppLink>;
  if (item.blocked !== null)
    return (
      <div>
        <b>{title}</b>
        <div className="k-small">{item.detail}</div>
        <div className="k-small">
          Chưa bàn giao được ở đây: {item.blocked.reason}. {item.blocked.mend}
        </div>
      </div>
    );
  return (
    <div className={styles.work} role="group" aria-label={item.title}>
      <Checkbox
        checked={chosen}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
        label={item.title}
        description={item.detail}
      />
      {chosen && (
        <PersonField
          name={`${props.path}.toPersonId`}
          label="Người nhận"
          value={props.receiver ?? props.fallback}
          onChange={props.onReceiver}
        />
      )}
    </div>
  );
}
