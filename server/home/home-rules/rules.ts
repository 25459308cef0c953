import type { HomeRule } from '../home.ts';
import { administrationRules } from './administration.rules.ts';
import { agencyRules } from './agency.rules.ts';
import { implementingRules } from './implementing.rules.ts';
import { paperRules } from './papers.rules.ts';
import { recognitionRules } from './recognition.rules.ts';
import { registrationRules } from './registration.rules.ts';
import { reportRules } from './reports.rules.ts';
import { totalsRules } from './totals.rules.ts';

/** Everything "Việc của tôi" can say, in the order of the six steps. */
export const homeRules: readonly HomeRule[] = [
  ...registrationRules,
  ...agencyRules,
  ...implementingRules,
  ...reportRules,
  ...recognitionRules,
  ...paperRules,
  ...administrationRules,
  ...totalsRules,
];
