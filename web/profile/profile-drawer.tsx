import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { YearField } from '../ui/year-field.tsx';
import { yearOf } from '#domain/kernel/day.ts';
import {
  factWords,
  profileFactNames,
  profileFacts,
  profileFaults,
  type ProfileFact,
} from '#domain/reports/profile-facts.ts';
import type { Profile, ProfileYear } from './profile.page.tsx';

interface ProfileDrawerProps {
  readonly profile: Profile;
  /** Null for a year that is not there yet. */
  readonly year: ProfileYear | null;
  readonly onClose: () => void;
}

/** The facts of one year, with what the year before says beside each field. */
export function ProfileDrawer({ profile, year: given, onClose }: ProfileDrawerProps) {
  const { today } = useSession();
  const [year, setYear] = useState<number | null>(given?.year ?? newYear(profile, yearOf(today)));
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>(given?.facts ?? {});
  const [source, setSource] = useState(given?.source ?? '');
  const [pressed, setPressed] = useState(false);
  const save = useApiCommand('PUT /api/units/:id/profile/:year', {
    invalidates: ['GET /api/units/:id/profile', 'GET /api/reports/:id'],
    onSuccess: () => {
      onClose();
      notify(`Đã ghi đặc điểm tình hình năm ${year}.`);
    },
  });
  const faults = profileFaults(facts);
  const taken = given === null && profile.years.some((one) => one.year === year);
  const yearFault = year === null ? 'Ghi năm.' : taken ? `Năm ${year} đã có; sửa năm đó.` : undefined;
  const submit = () => {
    setPressed(true);
    if (year === null || taken || faults.length > 0) return;
    save.run({
      params: { id: profile.unit.id, year },
      body: { version: given?.version ?? 0, source: source.trim(), facts: { ...facts } },
    });
  };
  const field = (fact: ProfileFact) => (
    <TextField
      key={fact}
      name={`facts.${fact}`}
      label={`${profileFacts[fact].label} (${profileFacts[fact].unit})`}
      hint={year === null ? undefined : lastTime(profile.years, fact, year)}
      value={facts[fact] ?? ''}
      error={pressed ? faults.find((one) => one.fact === fact)?.message : undefined}
      maxLength={40}
      onChange={(text) => setFacts((now) => ({ ...now, [fact]: text }))}
    />
  );
  return (
    <DrawerForm
      opened
      wide
      title={given === null ? 'Ghi đặc điểm tình hình một năm' : `Đặc điểm tình hình năm ${given.year}`}
      submitLabel="Lưu"
      pending={save.pending}
      problem={save.problem}
      onClose={onClose}
      onSubmit={submit}
    >
      <FieldRow>
        {given === null && (
          <YearField
            name="year"
            label="Năm"
            value={year}
            error={pressed || taken ? yearFault : undefined}
            onChange={setYear}
            required
          />
        )}
        <TextField
          name="source"
          label="Nguồn số liệu"
          value={source}
          maxLength={300}
          placeholder="ví dụ: Niên giám thống kê, báo cáo cuối năm của phường"
          onChange={setSource}
        />
      </FieldRow>
      {pairs(profileFactNames).map((pair) => (
        <FieldRow key={pair[0]}>{pair.map(field)}</FieldRow>
      ))}
    </DrawerForm>
  );
}

/** The first year without a profile, from this year back; figures of a year are known at its end. */
function newYear(profile: Profile, thisYear: number): number {
  const known = new Set(profile.years.map((one) => one.year));
  return [thisYear, thisYear - 1, thisYear - 2].find((year) => !known.has(year)) ?? thisYear - 3;
}

/** What reports take where this year says nothing. */
function lastTime(years: readonly ProfileYear[], fact: ProfileFact, year: number): string | undefined {
  const known = years.find((one) => one.year < year && (one.facts[fact] ?? '').trim() !== '');
  return known && `Năm ${known.year}: ${factWords(known.facts[fact] ?? '')}`;
}

function pairs(facts: readonly ProfileFact[]): ProfileFact[][] {
  return facts.flatMap((fact, at) => (at % 2 === 0 ? [[fact, ...facts.slice(at + 1, at + 2)]] : []));
}
