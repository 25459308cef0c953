/* Writes the sample papers, turns them into PDF and pictures under .cache/papers, and says where they are. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePaper } from '#server/word/write-paper.ts';
import * as party from '#server/word/samples/party-samples.ts';
import * as state from '#server/word/samples/state-samples.ts';
import { pagesAsPictures, toPdf } from '#server/testing/libreoffice.ts';

const OUT = join(import.meta.dirname, '..', '.cache', 'papers');

const PAPERS = {
  'party-report': party.partyReport,
  'party-notice': party.partyNotice,
  'party-letter': party.partyLetter,
  'party-minutes': party.partyMinutes,
  'party-decision': party.decisionWithList,
  'state-letter': state.stateLetter,
  'state-report': state.stateReport,
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const files: string[] = [];
for (const [name, paper] of Object.entries(PAPERS)) {
  const path = join(OUT, `${name}.docx`);
  await writeFile(path, await writePaper(paper, { traceAppendix: true }));
  files.push(path);
}
for (const pdf of await toPdf(files, OUT)) {
  for (const picture of await pagesAsPictures(pdf)) console.log(picture);
}
