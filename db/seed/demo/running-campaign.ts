import { runningPlan } from './running-plan.ts';
import { membersOf } from './steering-committee.ts';
import type { Story } from './story.ts';

/** The name of the running campaign among the story's records. */
export const running = 'running';

/** Saves the plan; the second intake ends on a day of reference. */
export async function savePlan(
  story: Story,
  given: { version: number; planDocumentId: string; secondIntakeUntil: string },
): Promise<void> {
  await story.as('thuongtruc').call('PUT /api/campaigns/:id/plan', {
    params: { id: story.record(running) },
    body: {
      version: given.version,
      title: titleOf(story),
      stageId: story.record('stage-2022'),
      planDocumentId: given.planDocumentId,
      plan: runningPlan(story.calendar, {
        members: membersOf(story),
        criteriaSetIds: [story.record('criteria-model'), story.record('criteria-exemplar')],
        secondIntakeUntil: story.calendar.day(given.secondIntakeUntil),
      }),
    },
  });
}

export function titleOf(story: Story): string {
  return `Phong trào thi đua “Dân vận khéo” năm ${story.calendar.year}`;
}
