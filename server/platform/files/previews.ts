import sharp from 'sharp';
import { MAX_PIXELS } from './check-image.ts';

export type PreviewWidth = 320 | 1280;

// One decoder at a time and no cache: photos come rarely, memory is small.
sharp.cache(false);
sharp.concurrency(1);

/** A WebP picture that fits a square of `width`, upright, without place, time or camera of the original. */
export async function writePreview(
  source: string,
  options: { target: string; width: PreviewWidth },
): Promise<void> {
  await sharp(source, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .rotate()
    .resize({ width: options.width, height: options.width, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78, effort: 3 })
    .toFile(options.target);
}
