import AccountsIcon from '@mui/icons-material/StorefrontOutlined';
import AwbIcon from '@mui/icons-material/LocalShippingOutlined';
import EanIcon from '@mui/icons-material/QrCodeScannerOutlined';
import DashboardIcon from '@mui/icons-material/SpaceDashboardOutlined';
import InvoiceIcon from '@mui/icons-material/ReceiptLongOutlined';
import JobsIcon from '@mui/icons-material/ScheduleOutlined';
import OperationsIcon from '@mui/icons-material/ChecklistOutlined';
import OrdersIcon from '@mui/icons-material/ShoppingBagOutlined';
import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import ProductsIcon from '@mui/icons-material/Inventory2Outlined';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import ParkedIcon from '@mui/icons-material/ReportProblemOutlined';
import UsersIcon from '@mui/icons-material/GroupOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import SystemIcon from '@mui/icons-material/DnsOutlined';
import SyncIcon from '@mui/icons-material/SyncOutlined';
import type { SvgIconProps } from '@mui/material';
import type { ComponentType } from 'react';
import type { Role } from '../auth/magflowAuthProvider.js';
import type { MessageKey } from '../i18n/sentences.js';

export interface Place {
  readonly to: string;
  readonly label: MessageKey;
  readonly icon: ComponentType<SvgIconProps>;
  /** Only for these roles; without them for everybody. */
  readonly roles: readonly Role[] | undefined;
}

export interface PlaceGroup {
  readonly label: MessageKey;
  readonly places: readonly Place[];
}

const place = (to: string, label: MessageKey, icon: Place['icon'], roles?: readonly Role[]): Place => ({
  to,
  label,
  icon,
  roles,
});

export const PLACES: readonly PlaceGroup[] = [
  {
    label: 'nav.work',
    places: [
      place('/dashboard', 'nav.dashboard', DashboardIcon),
      place('/orders', 'nav.orders', OrdersIcon),
      place('/emag/awb', 'nav.awbs', AwbIcon),
      place('/emag/invoices', 'nav.invoices', InvoiceIcon),
    ],
  },
  {
    label: 'nav.catalogue',
    places: [
      place('/products', 'nav.products', ProductsIcon),
      place('/emag', 'nav.sync', SyncIcon),
      place('/emag/ean', 'nav.ean', EanIcon),
    ],
  },
  { label: 'nav.people', places: [place('/customers', 'nav.customers', PeopleIcon)] },
  {
    label: 'nav.system',
    places: [
      place('/accounts', 'nav.accounts', AccountsIcon),
      place('/operations', 'nav.operations', OperationsIcon),
      place('/jobs', 'nav.jobs', JobsIcon),
      place('/parked', 'parked.title', ParkedIcon),
      place('/audit', 'audit.title', AuditIcon, ['admin', 'auditor']),
      place('/system', 'system.title', SystemIcon, ['admin', 'auditor']),
      place('/users', 'users.title', UsersIcon, ['admin']),
      place('/settings', 'nav.settings', SettingsIcon),
    ],
  },
];

/** The place that a path belongs to: the longest that it begins with, so that `/emag/awb` is not `/emag`. */
export const placeOf = (path: string): Place | undefined =>
  PLACES.flatMap(({ places }) => places)
    .filter(({ to }) => path === to || path.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
