import type { RecordedEvent } from '../../src/application/ports/eventStore.js';

export const CUSTOMERS: number;
export const PRODUCTS: number;
/** Of the nth order, from 1. */
export function orderHistory(n: number): readonly RecordedEvent[];
export function orderIdOf(n: number): string;
export function accountOf(n: number): 'main' | 'fbe';
export function awbNumberOf(n: number): string;
export function customerName(n: number): string;
export function phoneOf(n: number): string;
export function customerOf(n: number): number;
export function hasAwb(n: number): boolean;
export function hasInvoice(n: number): boolean;
/** Of the nth product, from 0. */
export function skuOf(product: number): string;
