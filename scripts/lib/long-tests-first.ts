import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files that take long, the longest first. On a clean clone Vitest knows no times and begins with the largest
 * files; what takes longest then runs last and alone, while the other core has nothing to do.
 */
const long = [
  'server/access/access-walk-refused.test.ts',
  'server/access/access-walk-allowed.test.ts',
  'server/access/hostile-input.test.ts',
  'server/access/practice-states.test.ts',
  'server/platform/backup/backup.test.ts',
  'server/word/write-paper.test.ts',
  'server/processes/reorganisation.model.test.ts',
  'server/papers/papers.test.ts',
  'server/accounts/sign-in.test.ts',
];

export class LongTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = (file: TestSpecification): number => {
      const at = long.findIndex((name) => file.moduleId.endsWith(name));
      return at === -1 ? long.length : at;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
