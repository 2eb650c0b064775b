import type { Route } from '../route.js';
import { authRoutes } from './authRoutes.js';
import { orderRoutes } from './orderRoutes.js';

/** Every route of `/api/v1`, for Express and for the document alike. */
export const routes: readonly Route[] = [...authRoutes, ...orderRoutes];
