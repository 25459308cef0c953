import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why a check that opens files in LibreOffice cannot run here; false when it can. */
export const libreOfficeMissing: string | false =
  has('soffice') && has('pdftotext') ? false : 'LibreOffice (soffice) or pdftotext is not installed';

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Converts Office files to PDF in one start of LibreOffice and answers the PDFs in the same order. */
export async function toPdf(files: readonly string[], folder: string): Promise<string[]> {
  const profile = await mkdtemp(join(tmpdir(), 'kheo-soffice-'));
  try {
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { timeout: 120_000, env: { ...process.env, ...(await vietnameseFonts(profile)) } },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return files.map((file) => join(folder, basename(file).replace(/\.[^.]+$/u, '.pdf')));
}

const OLD_FONTS = '/usr/share/fonts/truetype/liberation';

/**
 * Debian's first Liberation fonts have no Vietnamese letters but the same name as the second:
 * where both are installed the first are hidden, or every accented letter comes in another face.
 */
async function vietnameseFonts(folder: string): Promise<Record<string, string>> {
  if (!existsSync(OLD_FONTS) || !existsSync(`${OLD_FONTS}2`)) return {};
  const path = join(folder, 'fonts.conf');
  await writeFile(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>${OLD_FONTS}/*</glob></rejectfont></selectfont>
</fontconfig>`,
  );
  return { FONTCONFIG_FILE: path };
}

/** The text as it lies on the page. */
export async function pdfText(pdf: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.normalize('NFC');
}

export async function pdfPageCount(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf]);
  return Number(/Pages:\s+(\d+)/u.exec(stdout)?.[1] ?? 0);
}

/** One PNG a page, beside the PDF. */
export async function pagesAsPictures(pdf: string): Promise<string[]> {
  const stem = basename(pdf, '.pdf');
  await run('pdftoppm', ['-png', '-r', '70', pdf, join(dirname(pdf), stem)]);
  const names = await readdir(dirname(pdf));
  return names
    .filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.png'))
    .toSorted()
    .map((name) => join(dirname(pdf), name));
}
