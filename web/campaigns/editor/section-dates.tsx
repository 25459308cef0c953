import { memo } from 'react';
import { CheckField } from '../../ui/check-field.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { TextAreaField, TextField } from '../../ui/fields.tsx';
import { FieldRow } from '../../ui/form-page.tsx';
import { NumberField } from '../../ui/typed-field.tsx';
import { intakeWords } from '../plan-words.ts';
import { campaignReportWords } from '#domain/reports/report-period.ts';
import styles from './editor.module.css';
import { freeCode, type PlanDraft, type SetPlan } from './plan-draft.ts';
import { RowList } from '../../ui/row-list.tsx';

interface DatesProps {
  readonly year: number;
  readonly setPlan: SetPlan;
}

type IntakeProps = DatesProps & { readonly intakes: PlanDraft['intakes'] };

/** The year's intake, and the additions for its second half. */
export const IntakeFields = memo(function IntakeFields({ intakes, year, setPlan }: IntakeProps) {
  const second = intakes.some((intake) => intake.number === 2);
  const toggle = (wanted: boolean) =>
    setPlan(
      'intakes',
      wanted
        ? [...intakes, { number: 2, opensOn: `${year}-06-15`, closesOn: `${year}-07-15` }]
        : intakes.filter((intake) => intake.number !== 2),
    );
  const change = (index: number, patch: Partial<IntakeProps['intakes'][number]>) =>
    setPlan(
      'intakes',
      intakes.map((intake, at) => (at === index ? { ...intake, ...patch } : intake)),
    );
  return (
    <>
      {intakes.map((intake, index) => (
        <div key={intake.number} className={styles.group}>
          <h3>{intakeWords[intake.number]}</h3>
          <FieldRow>
            <DayField
              name={`plan.intakes.${index}.opensOn`}
              label={`Đợt ${intake.number}: nhận từ ngày`}
              defaultYear={year}
              value={intake.opensOn}
              onChange={(opensOn) => change(index, { opensOn })}
            />
            <DayField
              name={`plan.intakes.${index}.closesOn`}
              label={`Đợt ${intake.number}: đến hết ngày`}
              defaultYear={year}
              value={intake.closesOn}
              onChange={(closesOn) => change(index, { closesOn })}
            />
          </FieldRow>
        </div>
      ))}
      <CheckField
        name="plan.secondIntake"
        label="Có đợt đăng ký bổ sung 6 tháng cuối năm"
        value={second}
        onChange={toggle}
      />
    </>
  );
});

type StepsProps = DatesProps & { readonly steps: PlanDraft['steps'] };

/** The six steps: their names, their dates, their text in the plan's own words. */
export const StepFields = memo(function StepFields({ steps, year, setPlan }: StepsProps) {
  const change = (index: number, patch: Partial<StepsProps['steps'][number]>) =>
    setPlan(
      'steps',
      steps.map((step, at) => (at === index ? { ...step, ...patch } : step)),
    );
  return steps.map((step, index) => (
    <div key={step.number} className={styles.group}>
      <h3>Bước {step.number}</h3>
      <TextField
        name={`plan.steps.${index}.name`}
        label={`Tên bước ${step.number}`}
        maxLength={200}
        value={step.name}
        onChange={(name) => change(index, { name })}
      />
      <FieldRow>
        <DayField
          name={`plan.steps.${index}.from`}
          label={`Bước ${step.number}: từ ngày`}
          defaultYear={year}
          value={step.from}
          onChange={(from) => change(index, { from })}
        />
        <DayField
          name={`plan.steps.${index}.due`}
          label={`Bước ${step.number}: đến ngày`}
          defaultYear={year}
          value={step.due}
          onChange={(due) => change(index, { due })}
        />
      </FieldRow>
      <TextAreaField
        name={`plan.steps.${index}.text`}
        label={`Nội dung bước ${step.number}`}
        rows={2}
        value={step.text}
        onChange={(text) => change(index, { text })}
      />
    </div>
  ));
});

type ChecksProps = DatesProps & { readonly selfChecks: PlanDraft['selfChecks'] };

/** When each practice answers its self-check. */
export const SelfCheckFields = memo(function SelfCheckFields({ selfChecks, year, setPlan }: ChecksProps) {
  return (
    <RowList
      noun="kỳ tự kiểm tra"
      rows={selfChecks}
      onChange={(rows) => setPlan('selfChecks', rows)}
      most={12}
      none="Không có kỳ tự kiểm tra nào: đơn vị sẽ không được nhắc."
      make={() => ({
        code: freeCode(
          'ky',
          selfChecks.map((check) => check.code),
        ),
        name: '',
        due: null,
        halfYear: false,
      })}
    >
      {(check, change, index) => (
        <>
          <FieldRow>
            <TextField
              name={`plan.selfChecks.${index}.name`}
              label="Kỳ tự kiểm tra"
              maxLength={120}
              value={check.name}
              onChange={(name) => change({ name })}
            />
            <DayField
              name={`plan.selfChecks.${index}.due`}
              label="Hạn trả lời"
              defaultYear={year}
              value={check.due}
              onChange={(due) => change({ due })}
            />
          </FieldRow>
          <CheckField
            name={`plan.selfChecks.${index}.halfYear`}
            label="Là kỳ 6 tháng (không đánh dấu: kỳ 3 tháng)"
            value={check.halfYear}
            onChange={(halfYear) => change({ halfYear })}
          />
        </>
      )}
    </RowList>
  );
});

type ReportsProps = DatesProps & {
  readonly reports: PlanDraft['reports'];
  readonly rhythm: string;
};

/** When the units report, and when the committee does. */
export const ReportFields = memo(function ReportFields({ reports, rhythm, year, setPlan }: ReportsProps) {
  const change = (index: number, patch: Partial<PlanDraft['reports'][number]>) =>
    setPlan(
      'reports',
      reports.map((report, at) => (at === index ? { ...report, ...patch } : report)),
    );
  const toggle = (kind: 'mid_year' | 'year_end', wanted: boolean) =>
    setPlan(
      'reports',
      wanted
        ? [...reports, { kind, unitDue: null, committeeDue: null }].toSorted((a, b) =>
            a.kind < b.kind ? -1 : 1,
          )
        : reports.filter((report) => report.kind !== kind),
    );
  return (
    <>
      {(['mid_year', 'year_end'] as const).map((kind) => {
        const index = reports.findIndex((report) => report.kind === kind);
        const report = reports[index];
        return (
          <div key={kind} className={styles.group}>
            <CheckField
              name={`plan.reports.${kind}`}
              label={campaignReportWords[kind]}
              value={report !== undefined}
              onChange={(wanted) => toggle(kind, wanted)}
            />
            {report !== undefined && (
              <FieldRow>
                <DayField
                  name={`plan.reports.${index}.unitDue`}
                  label={kind === 'mid_year' ? 'Sơ kết: đơn vị gửi trước' : 'Tổng kết: đơn vị gửi trước'}
                  defaultYear={year}
                  value={report.unitDue}
                  onChange={(unitDue) => change(index, { unitDue })}
                />
                <DayField
                  name={`plan.reports.${index}.committeeDue`}
                  label={
                    kind === 'mid_year'
                      ? 'Sơ kết: Ban Chỉ đạo báo cáo trước'
                      : 'Tổng kết: Ban Chỉ đạo báo cáo trước'
                  }
                  defaultYear={year}
                  value={report.committeeDue}
                  onChange={(committeeDue) => change(index, { committeeDue })}
                />
              </FieldRow>
            )}
          </div>
        );
      })}
      <TextAreaField
        name="plan.reportRhythm"
        label="Chế độ báo cáo khác"
        hint="Ví dụ: báo cáo hằng tháng qua cơ quan thường trực."
        rows={2}
        maxLength={1000}
        value={rhythm}
        onChange={(text) => setPlan('reportRhythm', text)}
      />
    </>
  );
});

type LimitProps = DatesProps & Pick<PlanDraft, 'proposeBy' | 'recogniseBy' | 'effective' | 'silentAfterDays'>;

/** When practices are proposed and recognised, what counts as effective, when one is reminded. */
export const RecognitionFields = memo(function RecognitionFields(props: LimitProps) {
  const { year, setPlan } = props;
  return (
    <>
      <FieldRow>
        <DayField
          name="plan.proposeBy"
          label="Đơn vị đề nghị công nhận trước"
          defaultYear={year}
          value={props.proposeBy}
          onChange={(day) => setPlan('proposeBy', day)}
        />
        <DayField
          name="plan.recogniseBy"
          label="Hoàn thành công nhận trước"
          defaultYear={year}
          value={props.recogniseBy}
          onChange={(day) => setPlan('recogniseBy', day)}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="plan.effective.evidenceWithinDays"
          label="Minh chứng còn mới trong (ngày)"
          hint="Mô hình “có hiệu quả” khi tự kiểm tra gần nhất đúng tiến độ và có minh chứng trong số ngày này."
          value={props.effective.evidenceWithinDays}
          onChange={(evidenceWithinDays) => setPlan('effective', { evidenceWithinDays })}
        />
        <NumberField
          name="plan.silentAfterDays"
          label="Nhắc khi không có tiến độ quá (ngày)"
          hint="Mô hình “im lặng” hiện trong việc của đơn vị và của cơ quan thường trực."
          value={props.silentAfterDays}
          onChange={(days) => setPlan('silentAfterDays', days)}
        />
      </FieldRow>
    </>
  );
});
