import type { practiceProgressApi } from '#contract/practice-progress.ts';
import { actAt, seesPractice, type Samples } from '../sample.ts';
import { scoreOf } from '../world-plan.ts';
import type { World } from '../world.ts';

const carriesOut = actAt('practice.implement', 'commune', seesPractice);
const underWay = ({ near }: World) => ({ params: { id: near.practices.implementing } });
const assigned = ({ near }: World) => ({ params: { id: near.practices.assigned } });

export const progressSamples: Samples<keyof typeof practiceProgressApi> = {
  'POST /api/practices/:id/start': [
    { rule: carriesOut, args: assigned },
    {
      about: 'in a state that does not take it',
      rule: carriesOut,
      args: ({ near }) => ({ params: { id: near.practices.recognised } }),
      refusedAs: 'state_changed',
    },
  ],
  'POST /api/practices/:id/stop': [
    { rule: carriesOut, args: (world) => ({ ...assigned(world), body: { reason: 'Không đủ điều kiện' } }) },
  ],
  'POST /api/practices/:id/proposal': [{ rule: carriesOut, args: underWay }],
  'POST /api/practices/:id/progress': [
    {
      rule: carriesOut,
      args: (world) => ({
        ...underWay(world),
        body: { onDate: '2026-03-02', text: 'Họp dân lần hai', participants: null, files: [] },
      }),
    },
  ],
  'POST /api/practices/:id/evidence/:evidenceId/withdrawal': [
    {
      rule: carriesOut,
      args: ({ near }) => ({
        params: { id: near.practices.implementing, evidenceId: near.evidenceId },
        body: { reason: 'Nhầm ảnh' },
      }),
    },
  ],
  'POST /api/practices/:id/contributions': [
    {
      rule: carriesOut,
      args: (world) => ({
        ...underWay(world),
        body: {
          kind: 'labour',
          source: 'people',
          amount: 12,
          unit: 'ngày công',
          worth: null,
          onDate: '2026-03-02',
          note: '',
        },
      }),
    },
  ],
  'POST /api/contributions/:id/cancellation': [
    {
      rule: carriesOut,
      args: ({ near }) => ({ params: { id: near.contributionId }, body: { reason: 'Ghi hai lần' } }),
    },
  ],
  'PUT /api/practices/:id/self-checks/:code': [
    {
      rule: carriesOut,
      args: ({ near }) => ({
        params: { id: near.practices.implementing, code: 'quy_2' },
        body: { status: 'on_track', result: 'Đúng tiến độ', difficulty: '', need: '', fileIds: [] },
      }),
    },
  ],
  'PUT /api/practices/:id/scores/self': [
    { rule: carriesOut, args: (world) => ({ ...underWay(world), body: { ...scoreOf(70), version: 1 } }) },
  ],
  'PUT /api/practices/:id/scores/team': [
    {
      rule: actAt('practice.inspect', 'commune', seesPractice),
      args: ({ near }) => ({ params: { id: near.practices.proposedFree }, body: scoreOf(80) }),
    },
  ],
  'PUT /api/practices/:id/scores/final': [
    {
      rule: actAt('practice.decide', 'commune', seesPractice),
      args: ({ near }) => ({ params: { id: near.practices.proposedFree }, body: scoreOf(81) }),
    },
  ],
};
