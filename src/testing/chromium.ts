import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium is: `CHROMIUM`, else Debian's. */
const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The installed Chromium; undefined where there is none, which is said aloud: tests that need it are skipped. */
export function findChromium(): string | undefined {
  const found = PLACES.find((place) => place !== undefined && existsSync(place));
  if (found === undefined)
    console.warn(
      'No Chromium is installed (apt-get install chromium, or name one in CHROMIUM): the desk is NOT tested in a browser.',
    );
  return found;
}

/** Starts it, with nothing that would ask the network for anything of its own. */
export function openChromium(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}
