import type { BodyOf } from '#contract/endpoint.ts';
import type { figuresApi } from '#contract/figures.ts';
import { exemplarCriteria, modelCriteria } from '../criteria.ts';
import { oldPapers, type OldPaper } from '../old-papers.ts';
import { placeThen, tellPlace } from '../place-profile.ts';
import { stageFigures, stagePractices } from '../stage-2017-2020.ts';
import type { Story } from '../story.ts';

type FigureSet = BodyOf<(typeof figuresApi)['POST /api/figure-sets']>;
type Figure = FigureSet['figures'][number];

/** January 2022: what years of paper hold is entered, each figure with the paper that says so; a ward tells its place. */
export async function tellPapersAndStages(story: Story): Promise<void> {
  story.say('Giai đoạn 2017-2020 theo hồ sơ giấy');
  story.clock.set('2022-01-10');
  for (const paper of oldPapers) await receive(story, paper);
  await declareStages(story);
  story.clock.set('2022-01-18');
  await enterStage(story);
  story.clock.set('2022-02-10');
  await tellPlace(story, { on: '2022-02-10', facts: placeThen });
  story.clock.set('2022-02-15');
  await writeCriteria(story);
  story.clock.set('2022-03-11');
  await enterOthers(story);
}

/** Registers a paper at the town, linked to what it carries out. */
export async function receive(story: Story, paper: OldPaper): Promise<string> {
  const { id } = await story.as('thuongtruc').call('POST /api/documents/received', {
    body: {
      ownerUnitId: story.unit('thixa'),
      type: paper.type,
      symbol: paper.symbol,
      issuerName: paper.issuerName,
      issuedOn: paper.issuedOn,
      receivedOn: paper.receivedOn,
      subject: paper.subject,
      signerPost: paper.signerPost ?? '',
      signerName: '',
      fileId: null,
      campaignId: null,
      links: (paper.implements ?? []).map((key) => ({
        kind: 'implements' as const,
        targetId: story.record(key),
        targetText: '',
      })),
    },
  });
  story.records.set(paper.key, id);
  return id;
}

async function declareStages(story: Story): Promise<void> {
  const ownerUnitId = story.unit('thixa');
  const toYear = Math.max(2026, story.calendar.year);
  for (const stage of [
    { key: 'stage-2017', name: 'Giai đoạn 2017-2020', fromYear: 2017, toYear: 2020, onPaper: true },
    { key: 'stage-2022', name: `Giai đoạn 2022-${toYear}`, fromYear: 2022, toYear, onPaper: false },
  ]) {
    const { key, ...body } = stage;
    const { id } = await story.as('thuongtruc').call('POST /api/stages', { body: { ownerUnitId, ...body } });
    story.records.set(key, id);
  }
}

/** S0: 24 of 39 bodies, 386 = 53 + 242 + 77 + 14, and the practices that it names in their fields and places. */
async function enterStage(story: Story): Promise<void> {
  const { id } = await story.as('thuongtruc').call('POST /api/figure-sets', {
    body: {
      ownerUnitId: story.unit('thixa'),
      stageId: story.record('stage-2017'),
      title: 'Kết quả phong trào thi đua “Dân vận khéo” thị xã giai đoạn 2017-2020',
      scope: 'Toàn thị xã Hương Trà, 39 tổ chức cơ sở đảng',
      periodFrom: '2017-04-03',
      periodTo: '2020-10-02',
      sourceDocumentId: story.record('closing-report-2020'),
      sourceText: 'Báo cáo tổng kết của Ban Thường vụ Thị ủy ngày 02/10/2020',
      statedOn: '2020-10-02',
      note: 'Một mô hình có thể được đăng ký nhiều năm; số liệu của giai đoạn không cộng với số đếm trong sổ.',
      figures: stageFigures.map((figure) => ({
        ...figure,
        kind: figure.kind as Figure['kind'],
        approx: figure.approx ?? 'exact',
        baseField: figure.baseField ?? null,
        partOf: figure.partOf ?? null,
        outOf: figure.outOf ?? null,
      })),
    },
  });
  story.records.set('figures-2017', id);
  const practices = stagePractices.flatMap((practice) =>
    (practice.at.length > 0 ? practice.at : ['thixa']).map((key) => ({ key, practice })),
  );
  const { ids } = await story.as('thuongtruc').call('POST /api/figure-sets/:id/practices', {
    params: { id },
    body: {
      practices: practices.map(({ key, practice }) => ({
        name: practice.name,
        nature: 'model' as const,
        subject: 'collective' as const,
        baseField: practice.field,
        unitId: story.unit(key),
        placeText: practice.place ?? '',
        ownerName: practice.owner ?? '',
        passage: `Báo cáo ngày 02/10/2020 nêu mô hình tiêu biểu “${practice.name}”.`,
      })),
    },
  });
  for (const [at, { key, practice }] of practices.entries())
    story.records.set(`paper:${practice.name}:${key}`, ids[at] ?? '');
}

const plain = {
  unit: 'mô hình',
  approx: 'exact',
  baseField: null,
  partOf: null,
  outOf: null,
} satisfies Partial<Figure>;

/** S1 and S4: what other places report, kept by the province for comparison, each in its own scope. */
async function enterOthers(story: Story): Promise<void> {
  const enter = (set: Omit<FigureSet, 'ownerUnitId' | 'stageId' | 'sourceDocumentId'>) =>
    story.as('tinhuy').call('POST /api/figure-sets', {
      body: { ownerUnitId: story.unit('tinh'), stageId: null, sourceDocumentId: null, ...set },
    });
  await enter({
    title: 'Một tỉnh bạn: mô hình, điển hình “Dân vận khéo” giai đoạn 2016-2020',
    scope: 'Toàn tỉnh có Kế hoạch số 20-KH/TU ngày 12/8/2016; bài viết không nêu tên tỉnh',
    periodFrom: '2016-08-12',
    periodTo: '2020-12-31',
    sourceText: 'Bài tổng quan về thực hiện Kế hoạch số 20-KH/TU, ngày 12/8/2016 của Ban Thường vụ Tỉnh ủy',
    statedOn: null,
    note: '',
    figures: [
      {
        ...plain,
        key: 'registered',
        kind: 'registered',
        label: 'Mô hình, điển hình đăng ký xây dựng',
        definition: 'Toàn tỉnh đăng ký xây dựng trong giai đoạn, trên các lĩnh vực.',
        value: 1045,
        asWritten: 'toàn tỉnh đã đăng ký xây dựng 1.045 mô hình, điển hình "Dân vận khéo"',
      },
    ],
  });
  await enter({
    title: 'Thành phố Hà Tĩnh: mô hình “Dân vận khéo” năm 2021',
    scope: 'Thành phố Hà Tĩnh, 27 địa phương, cơ quan, đơn vị có đăng ký',
    periodFrom: '2021-01-01',
    periodTo: '2021-12-31',
    sourceText: 'Tin hội nghị chuyên đề phong trào thi đua “Dân vận khéo” của Thành ủy Hà Tĩnh, tháng 3/2022',
    statedOn: '2022-03-09',
    note: '',
    figures: [
      {
        ...plain,
        key: 'units_registered',
        kind: 'units_registered',
        label: 'Địa phương, cơ quan, đơn vị đăng ký',
        definition: 'Có đăng ký xây dựng mô hình trong năm 2021.',
        value: 27,
        unit: 'đơn vị',
        asWritten: '27 địa phương, cơ quan, đơn vị đăng ký xây dựng mô hình',
      },
      {
        ...plain,
        key: 'registered',
        kind: 'registered',
        label: 'Mô hình nhân rộng trong năm',
        definition: 'Theo bài viết: “nhân rộng 253 mô hình”, gồm cả mô hình xây mới.',
        value: 253,
        asWritten: 'nhân rộng 253 mô hình “Dân vận khéo”',
      },
      {
        ...plain,
        key: 'new',
        kind: 'other',
        label: 'Trong đó xây mới',
        definition: 'Mô hình xây mới, đăng ký trên 4 lĩnh vực.',
        value: 157,
        outOf: 'registered',
        asWritten: 'Trong đó, 157 mô hình “Dân vận khéo” xây mới',
      },
    ],
  });
}

async function writeCriteria(story: Story): Promise<void> {
  const legalBasis =
    'Hướng dẫn nội dung xây dựng, tiêu chí, tiêu chuẩn công nhận mô hình, điển hình “Dân vận khéo”, giai đoạn 2022-2025';
  for (const set of [
    { key: 'criteria-model', name: 'Tiêu chí công nhận mô hình', nature: 'model', content: modelCriteria },
    {
      key: 'criteria-exemplar',
      name: 'Tiêu chí công nhận điển hình',
      nature: 'exemplar',
      content: exemplarCriteria,
    },
  ] as const) {
    const { key, ...rest } = set;
    const { id } = await story.as('thuongtruc').call('POST /api/criteria-sets', {
      body: { ownerUnitId: story.unit('thixa'), familyId: null, subject: null, legalBasis, ...rest },
    });
    story.records.set(key, id);
  }
}
