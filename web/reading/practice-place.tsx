import { NativeSelect } from '@mantine/core';
import { useApiCommand } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { staleAfterStep, useTheDesk } from './desk.ts';
import type { PracticeFact } from './facts.ts';
import styles from './reading.module.css';

type Match = 'same' | 'continued' | 'new';

/** Where it is, as the place stood on the paper's day, and whether the register has it already. */
export function PracticeWords({ fact }: { readonly fact: PracticeFact }) {
  return (
    <div className={styles.factMore}>
      <PlaceLine fact={fact} />
      <MatchLine fact={fact} />
    </div>
  );
}

/** The same while it is looked at: choices are offered where there are some. */
export function PracticePlace({ fact }: { readonly fact: PracticeFact }) {
  const desk = useTheDesk();
  if (!desk.isOpen) return <PracticeWords fact={fact} />;
  return (
    <div className={styles.factMore}>
      <PlaceLine fact={fact} />
      {fact.placeChoices.length > 1 && <PlaceChoice fact={fact} />}
      <MatchChoice fact={fact} />
    </div>
  );
}

function PlaceLine({ fact }: { readonly fact: PracticeFact }) {
  const { placeUnit, placeNowName, places } = fact;
  const written = places.join('; ');
  if (placeUnit === null) {
    if (written === '') return <div className="k-small">Văn bản không nêu địa bàn</div>;
    return (
      <div>
        {written}{' '}
        {fact.placeChoices.length > 1 && fact.state !== 'refused' && (
          <StateBadge tone="warn">Chọn địa bàn</StateBadge>
        )}
      </div>
    );
  }
  return (
    <div>
      {placeUnit.name}
      {placeNowName !== null && placeNowName !== placeUnit.name && ` (nay là ${placeNowName})`}
      {written !== '' && !placeUnit.name.endsWith(written) && (
        <span className="k-small">, văn bản viết “{written}”</span>
      )}
    </div>
  );
}

function useChoice(fact: PracticeFact) {
  const { reading } = useTheDesk();
  const command = useApiCommand('PUT /api/readings/:id/facts/:factId', {
    problems: 'notice',
    invalidates: staleAfterStep,
  });
  const params = { id: reading.id, factId: fact.id };
  return {
    pending: command.pending,
    place: (placeUnitId: string | null) => command.run({ params, body: { placeUnitId } }),
    match: (match: Match, matchPracticeId: string | null) =>
      command.run({ params, body: { match, matchPracticeId } }),
  };
}

function PlaceChoice({ fact }: { readonly fact: PracticeFact }) {
  const choice = useChoice(fact);
  return (
    <NativeSelect
      label="Địa bàn"
      value={fact.placeUnit?.id ?? ''}
      disabled={choice.pending}
      data={[
        { value: '', label: 'Chọn địa bàn…' },
        ...fact.placeChoices.map((unit) => ({ value: unit.id, label: unit.name })),
      ]}
      onChange={(event) => choice.place(event.currentTarget.value || null)}
    />
  );
}

const matchWords: Record<Exclude<Match, 'new'>, string> = {
  same: 'Trùng với mô hình đã có trong sổ',
  continued: 'Tiếp tục mô hình trong sổ',
};

function matched(fact: PracticeFact) {
  return fact.matches.find((one) => one.id === fact.matchPracticeId);
}

function MatchLine({ fact }: { readonly fact: PracticeFact }) {
  const known = matched(fact);
  if (fact.match === 'new' || fact.link !== null) return null;
  if (fact.match === null) return <StateBadge tone="warn">Có mô hình giống trong sổ, cần chọn</StateBadge>;
  return (
    <div className="k-small">
      {matchWords[fact.match]}
      {known !== undefined && <>: {knownWords(known)}</>}
    </div>
  );
}

function knownWords(one: PracticeFact['matches'][number]): string {
  return [`“${one.name}”`, one.unitName, one.year].filter(Boolean).join(', ');
}

/** New, or one of those in the register: the same or its continuation. */
function MatchChoice({ fact }: { readonly fact: PracticeFact }) {
  const choice = useChoice(fact);
  if (fact.matches.length === 0)
    return <div className="k-small">Trong sổ chưa có mô hình nào giống: sẽ ghi mới</div>;
  const value =
    fact.match === null ? '' : fact.match === 'new' ? 'new' : `${fact.match} ${fact.matchPracticeId ?? ''}`;
  const known = matched(fact);
  return (
    <>
      <NativeSelect
        label="Trong sổ"
        value={value}
        disabled={choice.pending}
        data={[
          ...(fact.match === null ? [{ value: '', label: 'Chọn: trùng, tiếp tục hay mới…' }] : []),
          { value: 'new', label: 'Mô hình mới: ghi thêm vào sổ' },
          ...fact.matches.flatMap((one) =>
            (['same', 'continued'] as const).map((match) => ({
              value: `${match} ${one.id}`,
              label: `${match === 'same' ? 'Trùng với' : 'Tiếp tục'} ${knownWords(one)} · giống ${Math.round(one.likeness * 100)} %`,
            })),
          ),
        ]}
        onChange={(event) => {
          const [match, id] = event.currentTarget.value.split(' ');
          if (match === 'new' || match === 'same' || match === 'continued') choice.match(match, id ?? null);
        }}
      />
      {known !== undefined && <AppLink href={`/mo-hinh/${known.id}`}>Mở mô hình trong sổ</AppLink>}
    </>
  );
}
