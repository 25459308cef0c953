import type { ReactNode } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { AppLink } from '../ui/app-link.tsx';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatCount } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { campaignReportWords } from '#domain/reports/report-period.ts';
import styles from './plan.module.css';
import { dutyWords, intakeWords } from './plan-words.ts';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;

interface Part {
  readonly id: string;
  readonly title: string;
}

/** The parts that this plan has, in the order in which they are read. */
export function planParts(plan: Plan): Part[] {
  const written = plan.basis.length > 0 || plan.introduction !== '' || plan.sections.length > 0;
  return [
    ...(written ? [{ id: 'noi-dung-ke-hoach', title: 'Nội dung kế hoạch' }] : []),
    { id: 'doi-tuong', title: 'Đối tượng, lĩnh vực, chỉ tiêu' },
    { id: 'sau-buoc', title: 'Đăng ký và sáu bước' },
    { id: 'kiem-tra-bao-cao', title: 'Tự kiểm tra, báo cáo' },
    { id: 'cong-nhan', title: 'Công nhận, tiêu chí' },
    { id: 'ban-chi-dao', title: 'Ban Chỉ đạo' },
    { id: 'noi-nhan', title: 'Nơi nhận, người ký' },
  ];
}

/** The whole plan: words and figures, nothing left out. */
export function PlanPaper({ campaign }: { readonly campaign: Campaign }) {
  const { plan } = campaign;
  const parts = planParts(plan);
  const body: Record<string, ReactNode> = {
    'noi-dung-ke-hoach': <Written plan={plan} />,
    'doi-tuong': <WhoAndHowMany campaign={campaign} />,
    'sau-buoc': <Steps plan={plan} />,
    'kiem-tra-bao-cao': <Dates plan={plan} />,
    'cong-nhan': <Recognition campaign={campaign} />,
    'ban-chi-dao': <Members campaign={campaign} />,
    'noi-nhan': <Recipients plan={plan} />,
  };
  return (
    <article className={`k-card ${styles.paper}`}>
      {plan.theme !== '' && <p className={styles.theme}>Chủ đề: {plan.theme}</p>}
      {parts.map((part) => (
        <section key={part.id} id={part.id} aria-labelledby={`${part.id}-ten`}>
          <h2 id={`${part.id}-ten`}>{part.title}</h2>
          {body[part.id]}
        </section>
      ))}
    </article>
  );
}

function Written({ plan }: { readonly plan: Plan }) {
  return (
    <>
      {plan.basis.length > 0 && (
        <ul className={styles.basis}>
          {plan.basis.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {plan.introduction !== '' && <p className={styles.text}>{plan.introduction}</p>}
      {plan.sections.map((section) => (
        <div key={`${section.number} ${section.heading}`}>
          <h3>
            {section.number !== '' && `${section.number}. `}
            {section.heading}
          </h3>
          <p className={styles.text}>{section.text}</p>
        </div>
      ))}
    </>
  );
}

function WhoAndHowMany({ campaign }: { readonly campaign: Campaign }) {
  const { plan } = campaign;
  return (
    <>
      {plan.whoMayRegister.collective !== '' && (
        <p className={styles.text}>
          <b>Tập thể:</b> {plan.whoMayRegister.collective}
        </p>
      )}
      {plan.whoMayRegister.individual !== '' && (
        <p className={styles.text}>
          <b>Cá nhân:</b> {plan.whoMayRegister.individual}
        </p>
      )}
      <h3>Lĩnh vực</h3>
      <Listed
        items={plan.fields.map((field) =>
          field.name === baseFieldWords[field.baseField]
            ? field.name
            : `${field.name} (tính vào ${baseFieldWords[field.baseField].toLocaleLowerCase('vi')})`,
        )}
        none="Chưa nêu lĩnh vực."
      />
      <h3>Chỉ tiêu đăng ký</h3>
      <Listed
        items={plan.quotas
          .filter((quota) => quota.least > 0)
          .map((quota) => `${unitKindWords[quota.unitKind]}: ít nhất ${formatCount(quota.least)} mô hình`)}
        none="Chưa giao chỉ tiêu."
      />
      {campaign.exemptions.length > 0 && (
        <>
          <h3>Miễn đăng ký năm nay</h3>
          <Listed items={campaign.exemptions.map((one) => `${one.unit.name}: ${one.reason}`)} none="" />
        </>
      )}
    </>
  );
}

function Steps({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <Listed
        items={plan.intakes.map(
          (intake) =>
            `${intakeWords[intake.number]}: từ ${formatDay(intake.opensOn)} đến hết ${formatDay(intake.closesOn)}`,
        )}
        none="Chưa có đợt đăng ký nào."
      />
      {plan.steps.map((step) => (
        <div key={step.number}>
          <h3>
            Bước {step.number}. {step.name}
          </h3>
          <p className="k-small">{span(step.from, step.due)}</p>
          {step.text !== '' && <p className={styles.text}>{step.text}</p>}
        </div>
      ))}
    </>
  );
}

function span(from: string | null, due: string | null): string {
  if (from !== null && due !== null) return `Từ ${formatDay(from)} đến ${formatDay(due)}`;
  if (due !== null) return `Chậm nhất ${formatDay(due)}`;
  return from === null ? 'Không đặt ngày' : `Từ ${formatDay(from)}`;
}

function Dates({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <div className={styles.tableScroll}>
        <table className={styles.dates}>
          <thead>
            <tr>
              <th scope="col">Việc</th>
              <th scope="col">Đơn vị nộp</th>
              <th scope="col">Ban Chỉ đạo báo cáo</th>
            </tr>
          </thead>
          <tbody>
            {plan.selfChecks.map((check) => (
              <tr key={check.code}>
                <td>
                  {check.name}
                  {check.halfYear && ' (6 tháng)'}
                </td>
                <td>{formatDay(check.due)}</td>
                <td>–</td>
              </tr>
            ))}
            {plan.reports.map((report) => (
              <tr key={report.kind}>
                <td>{campaignReportWords[report.kind]}</td>
                <td>{formatDay(report.unitDue)}</td>
                <td>{formatDay(report.committeeDue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.reportRhythm !== '' && <p className={styles.text}>{plan.reportRhythm}</p>}
      <p className="k-small">
        Mô hình không có tiến độ trong {plan.silentAfterDays} ngày được nhắc là “im lặng”.
      </p>
    </>
  );
}

function Recognition({ campaign }: { readonly campaign: Campaign }) {
  const { plan } = campaign;
  return (
    <>
      <ul className={styles.list}>
        <li>
          Đơn vị đề nghị công nhận:{' '}
          {plan.proposeBy === null ? 'không đặt hạn' : `trước ngày ${formatDay(plan.proposeBy)}`}
        </li>
        <li>
          Hoàn thành công nhận, khen thưởng:{' '}
          {plan.recogniseBy === null ? 'không đặt hạn' : `trước ngày ${formatDay(plan.recogniseBy)}`}
        </li>
        <li>
          Mô hình “có hiệu quả”: lần tự kiểm tra gần nhất đúng tiến độ và có minh chứng trong{' '}
          {plan.effective.evidenceWithinDays} ngày gần đây
        </li>
      </ul>
      <h3>Bộ tiêu chí</h3>
      {campaign.criteriaSets.length === 0 ? (
        <p className="k-small">Chưa chọn bộ tiêu chí.</p>
      ) : (
        <ul className={styles.list}>
          {campaign.criteriaSets.map((set) => (
            <li key={set.id}>
              <AppLink href={`/tieu-chi/${set.id}`}>{set.name}</AppLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Members({ campaign }: { readonly campaign: Campaign }) {
  if (campaign.members.length === 0) return <p className="k-small">Chưa ghi thành viên Ban Chỉ đạo.</p>;
  return (
    <div className={styles.tableScroll}>
      <table className={styles.dates}>
        <thead>
          <tr>
            <th scope="col">Chức vụ</th>
            <th scope="col">Nhiệm vụ</th>
            <th scope="col">Địa bàn phụ trách</th>
          </tr>
        </thead>
        <tbody>
          {campaign.members.map((member) => (
            <tr key={`${member.post} ${member.duty} ${member.areas.map((area) => area.id).join()}`}>
              <td>{member.post}</td>
              <td>{dutyWords[member.duty as keyof typeof dutyWords] ?? member.duty}</td>
              <td>{member.areas.map((area) => area.shortName).join(', ') || 'Chung'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Recipients({ plan }: { readonly plan: Plan }) {
  const { signer } = plan;
  return (
    <div className={styles.ending}>
      <div>
        <h3>Nơi nhận</h3>
        <Listed items={plan.recipients} none="Chưa ghi nơi nhận." />
      </div>
      <div className={styles.signer}>
        {signer.authority !== '' && <b>{signer.authority}</b>}
        <span>{signer.post || 'Chưa ghi người ký'}</span>
        {signer.name !== '' && <b>{signer.name}</b>}
      </div>
    </div>
  );
}

function Listed({ items, none }: { readonly items: readonly string[]; readonly none: string }) {
  if (items.length === 0) return <p className="k-small">{none}</p>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
