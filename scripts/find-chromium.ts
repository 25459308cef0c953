import { findChromium, installChromium } from './lib/chromium.ts';

/** Prints the path of a Chromium for the browser tests, or how to get one. */
const found = findChromium() ?? installChromium();
console.log(found ?? '');
process.exit(found === null ? 1 : 0);
