import type { Locator } from '@playwright/test';

/** Does what a person does and counts it: every press and every field written is one input. */
export class CountedInputs {
  count = 0;

  async press(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  async write(target: Locator, text: string): Promise<void> {
    this.count += 1;
    await target.fill(text);
  }
}
