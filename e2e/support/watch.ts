import { type BrowserContext, expect } from '@playwright/test';

/** Chromium writes a line for every answer of 4xx and 5xx. */
const refusedAnswer = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Sees what no page of ours may do: write errors, fail, or ask another host for anything. */
export class Watch {
  readonly #address: string;
  readonly #mayRefuse: boolean;
  readonly #faults: string[] = [];
  #offline = false;

  constructor(address: string, mayRefuse: boolean) {
    this.#address = address;
    this.#mayRefuse = mayRefuse;
  }

  /** While the network is cut on purpose, failing requests are no faults. */
  set offline(offline: boolean) {
    this.#offline = offline;
  }

  follow(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const text = message.text();
      if (this.#mayRefuse && refusedAnswer.test(text)) return;
      if (this.#offline && /net::ERR_|Failed to fetch/.test(text)) return;
      this.#faults.push(`${message.type()} on ${message.page()?.url() ?? '?'}: ${text}`);
    });
    context.on('weberror', (error) => {
      this.#faults.push(`uncaught on ${error.page()?.url() ?? '?'}: ${error.error().message}`);
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${this.#address}/`) && !/^(?:blob|data):/.test(url))
        this.#faults.push(`another host was asked: ${url}`);
    });
  }

  expectNoFaults(): void {
    expect(this.#faults, 'errors in the console, uncaught errors, requests to other hosts').toEqual([]);
  }
}
