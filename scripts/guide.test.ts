import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from './lib/run-tool.ts';

/** The users' guide against the system that it describes: what it names must be there. */
const guideFolder = join(projectFolder, 'docs/huong-dan');
const guide = filesIn(guideFolder, /\.md$/);
const documents = [join(projectFolder, 'README.md'), ...guide];

/** Where words of the screens are written; the tasks of the home page come from the server. */
const sources = ['web', 'domain', 'server/home']
  .flatMap((folder) => filesIn(join(projectFolder, folder), /\.tsx?$/))
  .filter((path) => !path.includes('/web/dist/') && !path.includes('.test.'))
  .map((path) => readFileSync(path, 'utf8').replace(/\s+/g, ' '))
  .join('\n');

describe.each(documents.map((path) => [relative(projectFolder, path), path]))('%s', (_name, path) => {
  const text = readFileSync(path, 'utf8');

  test('links to files and headings that exist', () => {
    expect(linksOf(text).filter((link) => !leadsSomewhere(path, link))).toEqual([]);
  });

  test('names buttons as they are on the screens', () => {
    expect(buttonsOf(text).filter((label) => !isOnAScreen(label))).toEqual([]);
  });
});

test('every picture is shown by a page', () => {
  const shown = documents.flatMap((path) =>
    linksOf(readFileSync(path, 'utf8')).map((link) => resolve(dirname(path), link.split('#')[0] ?? '')),
  );
  const pictures = filesIn(join(projectFolder, 'docs/images'), /\.png$/);
  expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
});

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path))
    .toSorted();
}

/** The places that a page links to within the project, pictures too. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = file === '' ? from : resolve(dirname(from), decodeURI(file));
  if (!existsSync(target)) return false;
  if (heading === undefined) return true;
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)];
  return headings.some((match) => anchorOf(match[1] ?? '') === decodeURI(heading));
}

/** As GitHub makes them: lower case, no punctuation, hyphens for spaces. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** What the guide tells to press: **“…”**. */
function buttonsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\*\*“(.+?)”\*\*/g)].map((match) => match[1] ?? ''))];
}

/** A whole label of the screens: between quotes or tags. “…” in it stands for what is counted or named there. */
function isOnAScreen(label: string): boolean {
  const words = label.split('…').map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`['"\`>}] ?${words.join('[^<>]{0,60}?')} ?(?:['"\`<{]|\\$\\{)`).test(sources);
}
