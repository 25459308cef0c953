import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { formatInstantDay } from '../platform/time.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import type { Practice } from './practice-shape.ts';
import {
  continuedFrom,
  emptyRegistration,
  type OpenCampaign,
  type Options,
  registrationOf,
  replicatedFrom,
} from './registration-draft.ts';
import { RegistrationForm } from './registration-form.tsx';
import { WhereCard } from './registration-where.tsx';
import styles from './registration.module.css';

/** /mo-hinh/moi: a new registration, or one that continues or takes over another practice. */
export function NewRegistrationPage() {
  const { words } = useUrlState();
  // The draft gets its id while one types; only an id that was there from the start is read.
  const [begun] = useState(words['id']);
  return begun === undefined ? <NewRegistration /> : <EditRegistration id={begun} />;
}

export function EditRegistrationPage() {
  const id = usePathParam('id');
  return <EditRegistration key={id} id={id} />;
}

function NewRegistration() {
  const { words } = useUrlState();
  const query = words['unitId'] === undefined ? {} : { unitId: words['unitId'] };
  const options = useApiQuery('GET /api/registration-options', { query }, { staleTime: Infinity });
  const sourceId = words['continue'] ?? words['replicate'];
  const source = useApiQuery(
    'GET /api/practices/:id',
    { params: { id: sourceId ?? '' } },
    { enabled: sourceId !== undefined, staleTime: Infinity },
  );
  return (
    <Loaded query={options}>
      {(data) =>
        sourceId === undefined ? (
          <NewForm options={data} source={null} />
        ) : (
          <Loaded query={source}>{(practice) => <NewForm options={data} source={practice} />}</Loaded>
        )
      }
    </Loaded>
  );
}

function NewForm({ options, source }: { readonly options: Options; readonly source: Practice | null }) {
  const { words, change } = useUrlState();
  const [created, setCreated] = useState(false);
  const unit =
    options.units.find((one) => one.id === words['unitId']) ??
    options.units.find(
      (one) => source !== null && words['continue'] !== undefined && one.id === source.unit.id,
    ) ??
    options.units[0];
  const campaign = options.campaigns.find((one) => one.id === words['campaignId']) ?? options.campaigns[0];
  if (unit === undefined || campaign === undefined) return <NothingOpen hasUnit={unit !== undefined} />;
  const origin = source === null ? 'new' : words['continue'] === undefined ? 'replicated' : 'continued';
  const initial =
    source === null
      ? emptyRegistration(unit)
      : origin === 'continued'
        ? continuedFrom(source, campaign)
        : replicatedFrom(source, unit, campaign);
  return (
    <RegistrationForm
      key={`${campaign.id} ${unit.id} ${source?.id ?? ''}`}
      title={
        origin === 'new'
          ? 'Đăng ký mô hình, điển hình'
          : origin === 'continued'
            ? 'Đăng ký tiếp tục'
            : 'Đăng ký nhân rộng'
      }
      basis={{
        campaign,
        unitId: unit.id,
        unitName: unit.name,
        origin,
        sourcePracticeId: source?.id ?? null,
      }}
      initial={initial}
      draft={null}
      onCreated={(id) => {
        setCreated(true);
        change({ id });
      }}
      head={<WhereCard options={options} unit={unit} campaign={campaign} source={source} locked={created} />}
    />
  );
}

function NothingOpen({ hasUnit }: { readonly hasUnit: boolean }) {
  return (
    <>
      <PageHead title="Đăng ký mô hình, điển hình" crumbs={[{ label: 'Mô hình', href: '/mo-hinh' }]} />
      <section className="k-card">
        <EmptyState
          title={
            hasUnit ? 'Chưa có chiến dịch nào đang mở' : 'Tài khoản chưa được giao đăng ký cho đơn vị nào'
          }
          action={
            <Button variant="default" component={AppLink} href="/chien-dich">
              Xem chiến dịch
            </Button>
          }
        >
          {hasUnit
            ? 'Khi cơ quan thường trực phát động phong trào của năm, đơn vị đăng ký tại đây.'
            : 'Đề nghị quản trị hệ thống giao quyền đăng ký tại đơn vị.'}
        </EmptyState>
      </section>
    </>
  );
}

function EditRegistration({ id }: { readonly id: string }) {
  const practice = useApiQuery('GET /api/practices/:id', { params: { id } }, { staleTime: Infinity });
  return <Loaded query={practice}>{(data) => <EditLoaded practice={data} />}</Loaded>;
}

function EditLoaded({ practice }: { readonly practice: Practice }) {
  const [first] = useState(practice);
  const options = useApiQuery(
    'GET /api/registration-options',
    { query: { unitId: first.unit.id } },
    { staleTime: Infinity },
  );
  const edit = first.actions.find((one) => one.action === 'edit');
  if (edit?.allowed !== true) return <CannotEdit practice={first} reason={edit?.reason ?? null} />;
  return (
    <Loaded query={options}>
      {(data) => (
        <RegistrationForm
          title={first.state === 'returned' ? 'Bổ sung đăng ký' : 'Sửa đăng ký'}
          basis={{
            campaign: data.campaigns.find((one) => one.id === first.campaignId) ?? campaignOf(first),
            unitId: first.unit.id,
            unitName: first.unit.name,
            origin: first.origin,
            sourcePracticeId: first.source?.id ?? null,
          }}
          initial={registrationOf(first)}
          draft={{ id: first.id, version: first.version }}
          head={first.state === 'returned' && <ReturnReason practice={first} />}
        />
      )}
    </Loaded>
  );
}

/** Of a campaign that is no longer among the open ones, only its own field is known. */
function campaignOf(practice: Practice): OpenCampaign {
  return {
    id: practice.campaignId ?? '',
    title: practice.campaign?.title ?? '',
    year: practice.year ?? new Date().getFullYear(),
    fields: practice.fieldCode === null ? [] : [{ code: practice.fieldCode, name: practice.fieldName }],
    intakes: [],
    unit: null,
  };
}

function ReturnReason({ practice }: { readonly practice: Practice }) {
  const returned = practice.history.find((entry) => entry.toState === 'returned') ?? null;
  return (
    <div className={styles.returned} role="note">
      <b>
        Bị trả lại{returned !== null && ` ngày ${formatInstantDay(returned.at)}, ${returned.actorName}`}. Cần
        bổ sung:
      </b>
      <p>{returned?.reason ?? 'Xem lý do trong diễn biến.'}</p>
    </div>
  );
}

function CannotEdit({ practice, reason }: { readonly practice: Practice; readonly reason: string | null }) {
  return (
    <>
      <PageHead
        title={practice.name}
        crumbs={[{ label: 'Mô hình', href: '/mo-hinh' }, { label: 'Sửa đăng ký' }]}
      />
      <section className="k-card">
        <EmptyState
          title="Không sửa được đăng ký này lúc này"
          action={
            <Button component={AppLink} href={`/mo-hinh/${practice.id}`}>
              Mở mô hình
            </Button>
          }
        >
          Trạng thái hiện nay: {practiceStateWords[practice.state].toLowerCase()}.{' '}
          {reason === null ? 'Chỉ sửa được khi đang soạn hoặc bị trả lại.' : `Lý do: ${reason}.`}
        </EmptyState>
      </section>
    </>
  );
}
