import type { ApiKey } from '#contract/api.ts';
import type { Sample, Samples } from './sample.ts';
import { accountsSamples, auditSamples, delegationsSamples } from './samples/accounts.samples.ts';
import { campaignsSamples } from './samples/campaigns.samples.ts';
import { consolidationSamples } from './samples/consolidation.samples.ts';
import { documentsSamples } from './samples/documents.samples.ts';
import { organisationsSamples } from './samples/organisations.samples.ts';
import { reorganisationsSamples } from './samples/reorganisations.samples.ts';
import { peopleSamples } from './samples/people.samples.ts';
import { platformSamples } from './samples/platform.samples.ts';
import { practicesSamples } from './samples/practices.samples.ts';
import { progressSamples } from './samples/progress.samples.ts';
import { readingsSamples } from './samples/readings.samples.ts';
import { recognitionSamples } from './samples/recognition.samples.ts';
import { reportInterchangeSamples } from './samples/report-interchange.samples.ts';
import { reportsSamples } from './samples/reports.samples.ts';
import { signInSamples } from './samples/sign-in.samples.ts';

/** Every endpoint with its rule: one that is missing here does not compile. */
const samples: Samples<ApiKey> = {
  ...platformSamples,
  ...signInSamples,
  ...campaignsSamples,
  ...practicesSamples,
  ...progressSamples,
  ...documentsSamples,
  ...readingsSamples,
  ...recognitionSamples,
  ...reportInterchangeSamples,
  ...reportsSamples,
  ...consolidationSamples,
  ...organisationsSamples,
  ...reorganisationsSamples,
  ...peopleSamples,
  ...accountsSamples,
  ...delegationsSamples,
  ...auditSamples,
};

/** A sample whose endpoint is known at run time only. */
export type AnySample = Sample<'GET /api/home'> & { readonly key: ApiKey };

export const allSamples: readonly AnySample[] = (Object.keys(samples) as ApiKey[]).flatMap((key) =>
  samples[key].map((sample) => ({ ...(sample as Sample<'GET /api/home'>), key })),
);

export function titleOf(sample: AnySample): string {
  return sample.about === undefined ? sample.key : `${sample.key} (${sample.about})`;
}
