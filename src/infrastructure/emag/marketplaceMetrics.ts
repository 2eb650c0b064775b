import { Counter, Gauge, type Registry } from 'prom-client';
import type { Bucket } from '../config/limits.js';

export interface MarketplaceMetrics {
  countCall(account: string, route: string, outcome: string): void;
  setBudgetRemaining(account: string, bucket: Bucket, calls: number): void;
}

/** The metrics of contract §9, in the process's registry; once per registry. */
export const createMarketplaceMetrics = (registry: Registry): MarketplaceMetrics => {
  const calls = new Counter({
    name: 'magflow_emag_calls_total',
    help: 'Calls to the marketplace by what became of them.',
    labelNames: ['account', 'route', 'outcome'],
    registers: [registry],
  });
  const budget = new Gauge({
    name: 'magflow_emag_budget_remaining',
    help: 'Calls that this process sees left: of the day for EAN look-ups, of the last minute otherwise.',
    labelNames: ['account', 'bucket'],
    registers: [registry],
  });
  return {
    countCall: (account, route, outcome) => calls.inc({ account, route, outcome }),
    setBudgetRemaining: (account, bucket, left) => budget.set({ account, bucket }, left),
  };
};
