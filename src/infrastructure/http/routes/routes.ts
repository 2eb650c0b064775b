import type { Route } from '../route.js';
import { accountRoutes } from './accountRoutes.js';
import { addressRoutes } from './addressRoutes.js';
import { administrationRoutes } from './administrationRoutes.js';
import { attachmentRoutes } from './attachmentRoutes.js';
import { auditRoutes } from './auditRoutes.js';
import { authRoutes } from './authRoutes.js';
import { awbRoutes } from './awbRoutes.js';
import { bulkRoutes } from './bulkRoutes.js';
import { categoryRoutes } from './categoryRoutes.js';
import { catalogueRoutes } from './catalogueRoutes.js';
import { eanRoutes } from './eanRoutes.js';
import { demonstrationRoutes } from './demonstrationRoutes.js';
import { deadLetterRoutes } from './deadLetterRoutes.js';
import { invoiceRoutes } from './invoiceRoutes.js';
import { labelRoutes } from './labelRoutes.js';
import { offerRoutes } from './offerRoutes.js';
import { jobRoutes } from './jobRoutes.js';
import { orderRoutes } from './orderRoutes.js';
import { pictureRoutes } from './pictureRoutes.js';
import { returnRoutes } from './returnRoutes.js';
import { stornoRoutes } from './stornoRoutes.js';
import { productRoutes } from './productRoutes.js';
import { userRoutes } from './userRoutes.js';
import { reportRoutes } from './reportRoutes.js';
import { sellingRoutes } from './sellingRoutes.js';
import { unreadableRowRoutes } from './unreadableRowRoutes.js';
import { workRoutes } from './workRoutes.js';

/** Every route of `/api/v1`, for Express and for the document alike. */
export const routes: readonly Route[] = [
  ...authRoutes,
  ...orderRoutes,
  ...attachmentRoutes,
  ...awbRoutes,
  ...labelRoutes,
  ...invoiceRoutes,
  ...stornoRoutes,
  ...catalogueRoutes,
  ...offerRoutes,
  ...productRoutes,
  ...eanRoutes,
  ...pictureRoutes,
  ...returnRoutes,
  ...categoryRoutes,
  ...sellingRoutes,
  ...reportRoutes,
  ...workRoutes,
  ...jobRoutes,
  ...bulkRoutes,
  ...administrationRoutes,
  ...accountRoutes,
  ...addressRoutes,
  ...demonstrationRoutes,
  ...deadLetterRoutes,
  ...unreadableRowRoutes,
  ...userRoutes,
  ...auditRoutes,
];
