import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SyncService } from '../../../src/application/services.js';
import { CallbackWaker } from '../../../src/application/sync/callbackWaker.js';

let asked: string[];
let waker: CallbackWaker;

const sync: SyncService = {
  request: ({ accounts }) => {
    asked.push(...accounts);
    return Promise.resolve({ operationId: 'op', runs: [], position: 0n });
  },
  cancel: () => Promise.reject(new Error('nobody cancels here')),
};

beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  waker = new CallbackWaker(
    sync,
    (_account, orderId) => Promise.resolve(orderId === '1001'),
    (error) => {
      throw error;
    },
  );
});
afterEach(() => {
  waker.stop();
  jest.useRealTimers();
});

describe('a ring of the marketplace', () => {
  it('wakes the sync at once, and the next one soon after', async () => {
    waker.wake('main', '2001');
    await jest.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['main']);
    waker.wake('main', '2002');
    await jest.advanceTimersByTimeAsync(4_900);
    expect(asked).toEqual(['main']);
    await jest.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['main', 'main']);
  });

  it('for a new order does not wait for one that tells nothing new', async () => {
    waker.wake('main', '2001');
    await jest.advanceTimersByTimeAsync(20_000);
    waker.wake('main', '1001');
    await jest.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['main']);
    waker.wake('main', '2002');
    await jest.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['main', 'main']);
    await jest.advanceTimersByTimeAsync(59_000);
    expect(asked).toEqual(['main', 'main']);
  });
});
