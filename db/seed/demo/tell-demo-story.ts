import { join } from 'node:path';
import { dayInVietnam, type Day } from '#domain/kernel/day.ts';
import { buildApplication } from '#server/app.ts';
import { SettableClock } from '#server/platform/clock.ts';
import type { Config } from '#server/platform/config.ts';
import { jobTable } from '#server/jobs.ts';
import { connect } from '#server/platform/database/connect.ts';
import { workOffJobs } from '#server/platform/jobs/jobs.ts';
import { demoAccounts as accountsToShow } from './accounts.ts';
import { tellOrganisations } from './chapters/1-organisations.ts';
import { tellPapersAndStages } from './chapters/2-papers-and-stages.ts';
import { tellPeople } from './chapters/2-people.ts';
import { tellCampaign2023 } from './chapters/3-campaign-2023.ts';
import { tellRunningCampaign } from './chapters/4-running-campaign.ts';
import { drawEvidenceFiles } from './evidence-files.ts';
import { Story } from './story.ts';

/** Who may sign in, and what the start script prints. */
export const demoAccounts = accountsToShow;

export interface StoryOptions {
  readonly databaseUrl: string;
  readonly config: Pick<Config, 'dataFolder'>;
  readonly onProgress: (text: string) => void;
  /** The day on which the story ends; the real one unless a test asks for another. */
  readonly today?: Day;
}

/**
 * Tells the demo story to an empty, migrated database: people act through the API of an application of their own,
 * whose clock goes through the years and ends at this moment. What the rules refuse ends the telling.
 */
export async function tellDemoStory(options: StoryOptions): Promise<void> {
  const now = options.today ? `${options.today}T08:00:00+07:00` : new Date().toISOString();
  const clock = new SettableClock(now);
  const connection = connect(options.databaseUrl, { max: 8 });
  try {
    const app = await buildApplication({
      connection,
      clock,
      filesFolder: join(options.config.dataFolder, 'files'),
      pagesFolder: null,
      logLevel: 'silent',
      requestsPerMinute: 1_000_000_000,
    });
    const story = new Story({
      app,
      clock,
      now,
      today: dayInVietnam(now),
      files: await drawEvidenceFiles(),
      say: options.onProgress,
    });
    await tellOrganisations(story);
    await tellPapersAndStages(story);
    await tellPeople(story);
    // Nobody works in the background here: totals that wait to be made anew would keep reports from being issued.
    await workOffJobs(connection.pool, jobTable(app));
    const carriedOut = await tellCampaign2023(story);
    await tellRunningCampaign(story, carriedOut);
    await story.signOutAll();
    await app.http.close();
  } finally {
    await connection.close();
  }
}
