import { lazy } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { AdminContext, AdminUI, CustomRoutes, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { LoginPage } from './auth/LoginPage.js';
import { magflowAuthProvider, PASSWORD_PAGE } from './auth/magflowAuthProvider.js';
import { PasswordPage } from './auth/PasswordPage.js';
import { asProblem } from './api/problem.js';
import { magflowI18nProvider } from './i18n/magflowI18nProvider.js';
import { AppLayout } from './layout/AppLayout.js';
import { Home } from './layout/Home.js';
import { NotFound } from './layout/NotFound.js';
import { panelStore } from './layout/panelStore.js';
import { orders } from './orders/index.js';
import { magflowDataProvider } from './provider/magflowDataProvider.js';
import { darkTheme, lightTheme } from './theme/theme.js';

const DashboardPage = lazy(async () => ({ default: (await import('./dashboard/DashboardPage.js')).DashboardPage }));
const AttentionPage = lazy(async () => ({ default: (await import('./dashboard/AttentionPage.js')).AttentionPage }));
const ReportPage = lazy(async () => ({ default: (await import('./reports/ReportPage.js')).ReportPage }));
const SyncPage = lazy(async () => ({ default: (await import('./sync/SyncPage.js')).SyncPage }));
const AwbPage = lazy(async () => ({ default: (await import('./awbs/AwbPage.js')).AwbPage }));
const InvoicePage = lazy(async () => ({ default: (await import('./invoices/InvoicePage.js')).InvoicePage }));
const ProductPage = lazy(async () => ({ default: (await import('./products/ProductPage.js')).ProductPage }));
const CustomerList = lazy(async () => ({ default: (await import('./customers/CustomerList.js')).CustomerList }));
const CustomerPage = lazy(async () => ({ default: (await import('./customers/CustomerPage.js')).CustomerPage }));
const EanPage = lazy(async () => ({ default: (await import('./ean/EanPage.js')).EanPage }));
const AccountPage = lazy(async () => ({ default: (await import('./accounts/AccountPage.js')).AccountPage }));
const OperationPage = lazy(async () => ({ default: (await import('./operations/OperationPage.js')).OperationPage }));
const JobPage = lazy(async () => ({ default: (await import('./jobs/JobPage.js')).JobPage }));
const SystemPage = lazy(async () => ({ default: (await import('./system/SystemPage.js')).SystemPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/SettingsPage.js')).SettingsPage }));
const StartPage = lazy(async () => ({ default: (await import('./start/StartPage.js')).StartPage }));
const UserPage = lazy(async () => ({ default: (await import('./users/UserPage.js')).UserPage }));
const AuditPage = lazy(async () => ({ default: (await import('./audit/AuditPage.js')).AuditPage }));
const ParkedPage = lazy(async () => ({ default: (await import('./parked/ParkedPage.js')).ParkedPage }));

const TRIES = 2;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The live socket says when something changed; coming back to the window does not.
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < TRIES && asProblem(error).status === 0,
    },
  },
});

export const App = () => (
  // A change of address as a transition never comes to an end while react-admin signs out and renders anew.
  <BrowserRouter useTransitions={false}>
    {/* `Admin` is these two, with an English of its own that would be loaded before it is asked for. */}
    <AdminContext
      dataProvider={magflowDataProvider}
      authProvider={magflowAuthProvider}
      i18nProvider={magflowI18nProvider}
      queryClient={queryClient}
      store={panelStore}
      theme={lightTheme}
      darkTheme={darkTheme}
    >
      <AdminUI
        layout={AppLayout}
        loginPage={LoginPage}
        catchAll={NotFound}
        dashboard={Home}
        title="MagFlow"
        requireAuth
        disableTelemetry
      >
        <Resource {...orders} />
        <CustomRoutes>
          <Route path="/dashboard" element={<DashboardPage />} />
          <Route path="/dashboard/attention" element={<AttentionPage />} />
          <Route path="/dashboard/reports" element={<ReportPage />} />
          <Route path="/emag" element={<SyncPage />} />
          <Route path="/emag/awb/:tab?" element={<AwbPage />} />
          <Route path="/emag/invoices/:tab?" element={<InvoicePage />} />
          <Route path="/emag/ean/:tab?" element={<EanPage />} />
          <Route path="/products/:tab?" element={<ProductPage />} />
          <Route path="/customers" element={<CustomerList />} />
          <Route path="/customers/:id" element={<CustomerPage />} />
          <Route path="/accounts" element={<AccountPage />} />
          <Route path="/operations/:id?" element={<OperationPage />} />
          <Route path="/jobs/:name?" element={<JobPage />} />
          <Route path="/users" element={<UserPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/parked/:tab?" element={<ParkedPage />} />
          <Route path="/start" element={<StartPage />} />
          <Route path="/system" element={<SystemPage />} />
          <Route path="/settings" element={<SettingsPage />} />
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route path={PASSWORD_PAGE} element={<PasswordPage />} />
        </CustomRoutes>
      </AdminUI>
    </AdminContext>
  </BrowserRouter>
);
