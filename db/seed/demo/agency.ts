import type { DocumentPurpose } from '#domain/documents/document.workflow.ts';
import { dayInVietnam } from '#domain/kernel/day.ts';
import type { StoryPractice } from './practice.ts';
import type { Story } from './story.ts';
import { grassroots } from './units.ts';

/** Composes a paper of a campaign and puts it before the leader. */
export async function prepare(
  story: Story,
  given: { campaign: string; purpose: DocumentPurpose; name: string },
): Promise<void> {
  const { id } = await story.as('thuongtruc').call('POST /api/campaigns/:id/papers', {
    params: { id: story.record(given.campaign) },
    body: { purpose: given.purpose },
  });
  story.records.set(given.name, id);
  await story.as('thuongtruc').call('POST /api/documents/:id/submission', { params: { id } });
}

/** The leader signs: number, effect and dispatch in one act. */
export async function sign(story: Story, name: string): Promise<void> {
  await story.as('lanhdao').call('POST /api/documents/:id/issue', {
    params: { id: story.record(name) },
    body: { issuedOn: dayInVietnam(story.clock.now()), sendToUnitIds: [] },
  });
}

/** The unit has got the paper; with a notice it starts what the notice assigns. */
export async function acknowledge(story: Story, name: string, unit: string): Promise<void> {
  await story.as(unit).call('POST /api/documents/:id/acknowledgement', {
    params: { id: story.record(name) },
    body: { unitId: story.unit(unit), startPractices: true },
  });
}

export async function decide(
  story: Story,
  action: 'take_up' | 'accept' | 'return' | 'decline',
  given: { practices: readonly { id: string }[]; reason?: string },
): Promise<void> {
  if (given.practices.length === 0) return;
  await story.as('thuongtruc').call('POST /api/practices/decisions', {
    body: { action, practiceIds: given.practices.map((one) => one.id), reason: given.reason ?? '' },
  });
}

/** A note of appraisal; of a check at the place with a picture. */
export async function noteAppraisal(
  story: Story,
  practice: StoryPractice,
  kind: 'field_check' | 'desk',
): Promise<void> {
  const fileIds =
    kind === 'desk' ? [] : [await story.upload('thuongtruc', story.files.picture(story.random.whole(0, 11)))];
  await story.as('thuongtruc').call('POST /api/practices/:id/appraisal-notes', {
    params: { id: practice.id },
    body: {
      kind,
      onDate: dayInVietnam(story.clock.now()),
      text:
        kind === 'desk'
          ? 'Đủ các mục bắt buộc; chỉ tiêu đo được; không trùng với mô hình khác trên địa bàn.'
          : `Kiểm tra tại ${practice.place || practice.unit.shortName}: có người phụ trách, dân đã họp bàn, làm được.`,
      fileIds,
    },
  });
}

const meetingRules = {
  legalBasis:
    'Quy chế hoạt động của Ban Chỉ đạo; Hướng dẫn nội dung xây dựng, tiêu chí, tiêu chuẩn công nhận, giai đoạn 2022-2025',
  quorumPercent: 67,
  neededPercent: 70,
  ballot: 'secret' as const,
};
const members = { total: 15, present: 13 };

/** Prepares a meeting over the practices; returns nothing, its id is kept under `name`. */
export async function callMeeting(
  story: Story,
  given: {
    campaign: string;
    name: string;
    title: string;
    heldOn: string;
    practices: readonly StoryPractice[];
  },
): Promise<void> {
  const { id } = await story.as('thuongtruc').call('POST /api/campaigns/:id/meetings', {
    params: { id: story.record(given.campaign) },
    body: { ...meetingData(given), practiceIds: given.practices.map((one) => one.id) },
  });
  story.records.set(given.name, id);
}

function meetingData(given: { title: string; heldOn: string }) {
  return {
    title: given.title,
    heldOn: given.heldOn,
    chairPost: 'Phó Bí thư Thị ủy, Trưởng Ban Chỉ đạo',
    secretaryPost: 'Cán bộ cơ quan thường trực Ban Chỉ đạo',
    membersTotal: members.total,
    membersPresent: members.present,
    rules: meetingRules,
  };
}

/** Enters the votes and concludes; practices below `least` of quality do not find their majority. */
export async function concludeMeeting(
  story: Story,
  given: { name: string; title: string; heldOn: string; practices: readonly StoryPractice[]; least: number },
): Promise<void> {
  const id = story.record(given.name);
  const { version } = await story.as('thuongtruc').call('GET /api/meetings/:id', { params: { id } });
  const results = given.practices.map((practice) => {
    const abstained = practice.unit.kind === 'commune_committee' ? 1 : 0;
    const against = practice.quality < given.least ? story.random.whole(5, 8) : story.random.whole(0, 1);
    return {
      practiceId: practice.id,
      votes: { for: members.present - abstained - against, against, abstained },
      note: '',
    };
  });
  const saved = await story.as('thuongtruc').call('PUT /api/meetings/:id', {
    params: { id },
    body: {
      version,
      ...meetingData(given),
      practiceIds: given.practices.map((one) => one.id),
      results,
      conclusion:
        'Ban Chỉ đạo thống nhất danh sách công nhận theo kết quả bỏ phiếu; đề nghị các đơn vị duy trì, nhân rộng.',
    },
  });
  await story.as('thuongtruc').call('POST /api/meetings/:id/conclusion', {
    params: { id },
    body: { version: saved.version ?? version + 1 },
  });
}

/** Every grassroots body by key. */
export const bodies: readonly string[] = grassroots.map((unit) => unit.key);
