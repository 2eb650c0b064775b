import type { Route } from '../route.js';
import { accountRoutes } from './accountRoutes.js';
import { administrationRoutes } from './administrationRoutes.js';
import { auditRoutes } from './auditRoutes.js';
import { authRoutes } from './authRoutes.js';
import { awbRoutes } from './awbRoutes.js';
import { catalogueRoutes } from './catalogueRoutes.js';
import { eanRoutes } from './eanRoutes.js';
import { invoiceRoutes } from './invoiceRoutes.js';
import { offerRoutes } from './offerRoutes.js';
import { orderRoutes } from './orderRoutes.js';
import { userRoutes } from './userRoutes.js';
import { workRoutes } from './workRoutes.js';

/** Every route of `/api/v1`, for Express and for the document alike. */
export const routes: readonly Route[] = [
  ...authRoutes,
  ...orderRoutes,
  ...awbRoutes,
  ...invoiceRoutes,
  ...catalogueRoutes,
  ...offerRoutes,
  ...eanRoutes,
  ...workRoutes,
  ...administrationRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...auditRoutes,
];
