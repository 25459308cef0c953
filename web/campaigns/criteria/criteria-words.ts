import type { CriteriaContent } from '#domain/scoring/criteria.ts';
import type { Nature, Subject } from '#domain/practices/practice.states.ts';
import { natureWords, subjectWords } from '#domain/practices/practice.words.ts';

interface Scope {
  readonly nature: Nature | null;
  readonly subject: Subject | null;
}

/** What a set is for: "Mô hình tập thể". */
export function criteriaFor({ nature, subject }: Scope): string {
  const what = nature === null ? 'Mô hình, điển hình' : natureWords[nature];
  return subject === null ? what : `${what} ${subjectWords[subject].toLocaleLowerCase('vi')}`;
}

/** The most points that a sheet can reach. Added in hundredths, so that 0,1 and 0,2 make 0,3. */
export function sumOfPoints(content: Pick<CriteriaContent, 'criteria'>): number {
  const hundredths = content.criteria
    .filter((criterion) => criterion.kind === 'points')
    .reduce((sum, criterion) => sum + Math.round(criterion.max * 100), 0);
  return hundredths / 100;
}
