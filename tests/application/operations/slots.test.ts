import { describe, expect, it } from '@jest/globals';
import { Slots } from '../../../src/application/operations/slots.js';
import { eventually } from '../../support/eventually.js';

/** Work that ends when the test says so. */
const held = () => {
  const begun: (() => void)[] = [];
  return {
    begun,
    work: () => new Promise<void>((resolve) => void begun.push(resolve)),
  };
};
const begins = (one: { begun: unknown[] }, count: number) =>
  eventually(
    () => Promise.resolve(one.begun.length),
    (begun) => begun === count,
  );

describe('slots', () => {
  it('let a few work at a time', async () => {
    const slots = new Slots({ atOnce: 2, heldMs: 60_000, open: 10 });
    const one = held();
    const all = [1, 2, 3].map(() => slots.run(one.work));
    await begins(one, 2);
    one.begun[0]?.();
    await begins(one, 3);
    one.begun.forEach((end) => end());
    await Promise.all(all);
  });

  it('are given away by work that waits, or that takes too long', async () => {
    const slots = new Slots({ atOnce: 1, heldMs: 20, open: 10 });
    const one = held();
    const leaving = slots.run((leave) => {
      leave();
      return one.work();
    });
    const slow = slots.run(one.work);
    const last = slots.run(one.work);
    await begins(one, 3);
    one.begun.forEach((end) => end());
    await Promise.all([leaving, slow, last]);
  });

  it('never leave more open than allowed', async () => {
    const slots = new Slots({ atOnce: 5, heldMs: 1, open: 2 });
    const one = held();
    const all = [1, 2, 3].map(() => slots.run(one.work));
    await begins(one, 2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(one.begun).toHaveLength(2);
    one.begun[0]?.();
    await begins(one, 3);
    one.begun.forEach((end) => end());
    await Promise.all(all);
  });

  it('pass on what went wrong, and go on', async () => {
    const slots = new Slots({ atOnce: 1, heldMs: 60_000, open: 1 });
    await expect(slots.run(() => Promise.reject(new Error('odd')))).rejects.toThrow('odd');
    await slots.run(() => Promise.resolve());
  });
});
