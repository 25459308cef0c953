import { addDays } from '#domain/kernel/day.ts';
import { acknowledge, bodies, decide, noteAppraisal, prepare, sign } from '../agency.ts';
import { castOf2023, type Cast2023 } from '../cast-2023.ts';
import { plan2023 } from '../plan-2023.ts';
import { membersOf } from '../steering-committee.ts';
import type { StoryPractice } from '../practice.ts';
import { fillIn, register, submit, withdraw } from '../practice-life.ts';
import type { Story } from '../story.ts';
import { declineReasons, returnReasons } from '../wording.ts';
import { receive } from './2-papers-and-stages.ts';
import { carryOut } from './3-campaign-2023-second-half.ts';

const campaign = '2023';

/** The year of S2's plan, from registration to the closing report; returns what was given to the units, the first intake first. */
export async function tellCampaign2023(story: Story): Promise<readonly StoryPractice[]> {
  const cast = castOf2023(story.random);
  await openCampaign(story);
  story.say('Năm 2023: đăng ký, thẩm định, giao nhiệm vụ');
  const accepted = planFirstHalf(story, cast);
  carryOut(story, { accepted, second: cast.second });
  await story.timeline.play(story.clock);
  return [...accepted, ...cast.second];
}

async function openCampaign(story: Story): Promise<void> {
  story.clock.set('2023-02-10');
  await receive(story, {
    key: '23-CTr/ThU',
    type: 'CTr',
    symbol: '23-CTr/ThU',
    issuerName: 'Ban Chấp hành Đảng bộ thị xã Hương Trà',
    issuedOn: '2023-02-08',
    receivedOn: '2023-02-10',
    subject: 'công tác năm 2023 của Ban Chấp hành Đảng bộ, Ban Thường vụ Thị ủy',
  });
  story.clock.set('2023-02-27');
  // The copy of the plan (S2) bears no date.
  const { id: planDocumentId } = await story.as('thuongtruc').call('POST /api/documents/received', {
    body: {
      ownerUnitId: story.unit('thixa'),
      type: 'KH',
      symbol: '26 - KH/BCĐ',
      issuerName: 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã',
      issuedOn: null,
      receivedOn: '2023-02-27',
      subject: 'thực hiện phong trào thi đua “Dân vận khéo” năm 2023',
      signerPost: 'Phó Bí thư Thị ủy kiêm Trưởng Ban Chỉ đạo',
      signerName: '',
      fileId: await story.upload('thuongtruc', story.files.paper),
      campaignId: null,
      links: [{ kind: 'basis', targetId: story.record('23-CTr/ThU'), targetText: '' }],
    },
  });
  story.records.set('26-KH/BCĐ', planDocumentId);
  const plan = {
    ...plan2023,
    criteriaSetIds: [story.record('criteria-model'), story.record('criteria-exemplar')],
    // Offices, not the person who signed the paper.
    signer: { ...plan2023.signer, name: '' },
    members: membersOf(story),
  };
  const { id } = await story.as('thuongtruc').call('POST /api/campaigns', {
    body: {
      ownerUnitId: story.unit('thixa'),
      year: 2023,
      title: 'Phong trào thi đua “Dân vận khéo” năm 2023',
      stageId: story.record('stage-2022'),
      plan,
    },
  });
  story.records.set(campaign, id);
  await story.as('thuongtruc').call('PUT /api/campaigns/:id/plan', {
    params: { id },
    body: {
      version: 1,
      title: 'Phong trào thi đua “Dân vận khéo” năm 2023',
      stageId: story.record('stage-2022'),
      planDocumentId,
      plan,
    },
  });
  story.clock.set('2023-03-01');
  await story.as('thuongtruc').call('POST /api/campaigns/:id/opening', { params: { id } });
}

/** March to April: the list of the year. Returns what was accepted and given to the units. */
function planFirstHalf(story: Story, { first }: Cast2023): StoryPractice[] {
  const { random, timeline } = story;
  for (const [at, practice] of first.entries()) {
    const day = addDays('2023-03-03', random.whole(0, 27));
    timeline.on(day, (at % 5) * 2, () => register(story, practice, campaign));
  }
  timeline.on('2023-03-31', 9, async () => story.say(`Năm 2023: đã đăng ký ${first.length} mô hình`));
  const others = first.filter((one) => one.quality < 0.84);
  const declined = others.filter((one) => one.unit.kind !== 'commune_committee').slice(0, 2);
  const withdrawn = others.filter((one) => one.unit.key === 'huongbinh').slice(0, 1);
  const returned = others.filter((one) => !declined.includes(one) && !withdrawn.includes(one)).slice(4, 11);
  timeline.on('2023-04-01', 4, () =>
    Promise.all(withdrawn.map((one) => withdraw(story, one, 'Đơn vị gộp vào mô hình khác cùng địa bàn.'))),
  );
  const accepted = first.filter((one) => !declined.includes(one) && !withdrawn.includes(one));
  timeline.on('2023-04-03', 1, () => decide(story, 'take_up', { practices: [...accepted, ...declined] }));
  for (const [at, practice] of accepted.entries())
    if (at % 6 === 0)
      timeline.on(addDays('2023-04-04', at % 5), at % 9, () =>
        noteAppraisal(story, practice, at % 12 === 0 ? 'field_check' : 'desk'),
      );
  for (const [at, practice] of returned.entries()) {
    const reason = returnReasons[at % returnReasons.length] ?? '';
    timeline.on('2023-04-10', at, () => decide(story, 'return', { practices: [practice], reason }));
    timeline.on(addDays('2023-04-11', at % 3), 3, () =>
      fillIn(story, practice, ' Đã khảo sát, bổ sung số hộ hưởng lợi và phân công người phụ trách.'),
    );
    timeline.on(addDays('2023-04-11', at % 3), 5, () => submit(story, practice));
  }
  for (const [at, practice] of declined.entries())
    timeline.on('2023-04-10', 9, () =>
      decide(story, 'decline', {
        practices: [practice],
        reason: declineReasons[at % declineReasons.length] ?? '',
      }),
    );
  timeline.on('2023-04-14', 1, () => decide(story, 'take_up', { practices: returned }));
  timeline.on('2023-04-17', 2, () => decide(story, 'accept', { practices: accepted }));
  planNotice(story);
  return accepted;
}

function planNotice(story: Story): void {
  const { timeline } = story;
  timeline.on('2023-04-18', 1, () =>
    prepare(story, { campaign, purpose: 'registration_list', name: 'list-2023' }),
  );
  timeline.on('2023-04-18', 7, () => sign(story, 'list-2023'));
  timeline.on('2023-04-19', 1, () =>
    prepare(story, { campaign, purpose: 'notice_of_assignment', name: 'notice-2023' }),
  );
  timeline.on('2023-04-20', 3, () => sign(story, 'notice-2023'));
  for (const [at, unit] of bodies.entries())
    timeline.on(addDays('2023-04-21', at % 6), at % 10, () => acknowledge(story, 'notice-2023', unit));
}
