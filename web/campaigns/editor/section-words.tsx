import { memo } from 'react';
import type { ApiResponse } from '../../platform/api-client.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { TextAreaField, TextField } from '../../ui/fields.tsx';
import { FieldRow } from '../../ui/form-page.tsx';
import { LinesField } from './lines-field.tsx';
import { criteriaFor } from '../criteria/criteria-words.ts';
import styles from './editor.module.css';
import type { PlanDraft, SetPlan } from './plan-draft.ts';
import { RowList } from '../../ui/row-list.tsx';

type CriteriaSet = ApiResponse<'GET /api/criteria-sets'>['items'][number];

interface CriteriaProps {
  readonly chosen: PlanDraft['criteriaSetIds'];
  readonly sets: readonly CriteriaSet[];
  readonly setPlan: SetPlan;
}

/** Which sheets this year's practices are scored by. */
export const CriteriaFields = memo(function CriteriaFields({ chosen, sets, setPlan }: CriteriaProps) {
  if (sets.length === 0) {
    return (
      <p>
        Chưa có bộ tiêu chí nào. <AppLink href="/tieu-chi/moi">Soạn bộ tiêu chí</AppLink> rồi quay lại chọn;
        bản đang soạn vẫn được giữ.
      </p>
    );
  }
  const toggle = (id: string, wanted: boolean) =>
    setPlan('criteriaSetIds', wanted ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <div className={styles.checks}>
      {sets.map((set) => (
        <div key={set.id}>
          <CheckField
            name={`plan.criteriaSetIds.${set.id}`}
            label={set.revision > 1 ? `${set.name} (phiên bản ${set.revision})` : set.name}
            hint={`${criteriaFor(set)} · ${set.content.criteria.length} tiêu chí · ${set.owner.shortName}`}
            value={chosen.includes(set.id)}
            onChange={(wanted) => toggle(set.id, wanted)}
          />
        </div>
      ))}
      <AppLink href="/tieu-chi">Xem và soạn bộ tiêu chí</AppLink>
    </div>
  );
});

interface WhoProps {
  readonly who: PlanDraft['whoMayRegister'];
  readonly setPlan: SetPlan;
}

export const WhoFields = memo(function WhoFields({ who, setPlan }: WhoProps) {
  return (
    <>
      <TextAreaField
        name="plan.whoMayRegister.collective"
        label="Đối với tập thể"
        rows={2}
        value={who.collective}
        onChange={(collective) => setPlan('whoMayRegister', { ...who, collective })}
      />
      <TextAreaField
        name="plan.whoMayRegister.individual"
        label="Đối với cá nhân"
        rows={2}
        value={who.individual}
        onChange={(individual) => setPlan('whoMayRegister', { ...who, individual })}
      />
    </>
  );
});

type WordsProps = Pick<PlanDraft, 'basis' | 'introduction' | 'sections'> & { readonly setPlan: SetPlan };

/** The plan as written: basis, introduction, sections. */
export const WordsFields = memo(function WordsFields({ basis, introduction, sections, setPlan }: WordsProps) {
  return (
    <>
      <LinesField
        name="plan.basis"
        label="Căn cứ"
        hint="Mỗi dòng một văn bản."
        lines={basis}
        onChange={(lines) => setPlan('basis', lines)}
        rows={2}
      />
      <TextAreaField
        name="plan.introduction"
        label="Lời mở đầu"
        rows={2}
        value={introduction}
        onChange={(text) => setPlan('introduction', text)}
      />
      <RowList
        noun="mục"
        rows={sections}
        onChange={(rows) => setPlan('sections', [...rows])}
        none="Chưa có mục nào; có thể chép từng mục của kế hoạch giấy vào đây."
        make={() => ({ number: '', heading: '', text: '' })}
      >
        {(section, change, index) => (
          <>
            <div className={styles.numbered}>
              <TextField
                name={`plan.sections.${index}.number`}
                label="Số mục"
                maxLength={20}
                value={section.number}
                onChange={(number) => change({ number })}
              />
              <TextField
                name={`plan.sections.${index}.heading`}
                label="Tên mục"
                maxLength={400}
                value={section.heading}
                onChange={(heading) => change({ heading })}
              />
            </div>
            <TextAreaField
              name={`plan.sections.${index}.text`}
              label="Nội dung"
              rows={3}
              value={section.text}
              onChange={(text) => change({ text })}
            />
          </>
        )}
      </RowList>
    </>
  );
});

type EndProps = Pick<PlanDraft, 'recipients' | 'signer' | 'place'> & { readonly setPlan: SetPlan };

export const EndFields = memo(function EndFields({ recipients, signer, place, setPlan }: EndProps) {
  return (
    <>
      <LinesField
        name="plan.recipients"
        label="Nơi nhận"
        hint="Mỗi dòng một nơi nhận."
        lines={recipients}
        onChange={(lines) => setPlan('recipients', lines)}
        rows={4}
      />
      <FieldRow>
        <TextField
          name="plan.signer.authority"
          label="Quyền hạn ký"
          placeholder="T/M BAN CHỈ ĐẠO"
          value={signer.authority}
          onChange={(authority) => setPlan('signer', { ...signer, authority })}
        />
        <TextField
          name="plan.signer.post"
          label="Chức vụ người ký"
          value={signer.post}
          onChange={(post) => setPlan('signer', { ...signer, post })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="plan.signer.name"
          label="Họ tên người ký"
          value={signer.name}
          onChange={(name) => setPlan('signer', { ...signer, name })}
        />
        <TextField
          name="plan.place"
          label="Địa danh ghi trên văn bản"
          placeholder="Ví dụ: Hương Trà"
          value={place}
          onChange={(next) => setPlan('place', next)}
        />
      </FieldRow>
    </>
  );
});
